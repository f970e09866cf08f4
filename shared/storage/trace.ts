import { AsyncLocalStorage } from "node:async_hooks";

/**
 * The trace that this run of a function belongs to: everything that came of one act, by whichever function. Ambient,
 * since each store would have to be given it otherwise, and none decides by it.
 */
const current = new AsyncLocalStorage<string>();

/** Runs something in a trace, and returns what it returns. */
export function traced<Result>(trace: string, run: () => Result): Result {
  return current.run(trace, run);
}

/** Returns the trace of this run; undefined outside any. */
export function traceNow(): string | undefined {
  return current.getStore();
}

/** Returns the attribute by which an item, a message or a line of the log says its trace; nothing outside any. */
export function traceMark(): { readonly trace?: string } {
  const trace = traceNow();
  return trace === undefined ? {} : { trace };
}
