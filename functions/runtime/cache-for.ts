/**
 * Returns a function that calls `read` at most once per `seconds` and environment; callers in between, by their `now`,
 * get what was read last, or wait for the same read. A read that fails is not kept: the next caller reads again.
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
