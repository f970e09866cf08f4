/**
 * Returns a function that answers what `read` returned last, and calls `read` again once that is `seconds` old, by the
 * `now` it is given. Calls during a read wait for that read. A read that fails is not kept: those who waited get its
 * failure, and the next call reads again.
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
