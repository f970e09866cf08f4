/**
 * Reads something shared at most once per `seconds` and environment: callers in between get what was read last. A read
 * that fails is not kept.
 */
export function cacheFor<Value>(read: () => Promise<Value>, seconds: number): (now: string) => Promise<Value> {
  let last: { readonly at: number; readonly value: Promise<Value> } | undefined;
  return (now) => {
    const at = Date.parse(now);
    if (!last || at - last.at >= seconds * 1000) {
      const value = read();
      last = { at, value };
      value.catch(() => {
        last = undefined;
      });
    }
    return last.value;
  };
}
