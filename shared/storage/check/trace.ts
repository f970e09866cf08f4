import { AsyncLocalStorage } from "node:async_hooks";

/**
 * The trace that this run of a function belongs to: everything that came of one act, by whichever function. Ambient,
 * since each store would have to be given it otherwise, and none decides by it.
 */
const current = new AsyncLocalStorage<string>();

/** Runs `run` so that `traceNow` returns `trace` in it and in everything it awaits. Returns what `run` returns. */
export function traced<Result>(trace: string, run: () => Result): Result {
  return current.run(trace, run);
}

/**
 * Returns the id of the trace in which this code runs: it connects all that came of one act, across functions.
 * Undefined if the code runs in no trace.
 */
export function traceNow(): string | undefined {
  return current.getStore();
}

/**
 * Returns the attribute `trace` for an item, a message or a log line, with the id of the trace in which this code runs.
 * Returns an empty object if it runs in none.
 */
export function traceMark(): { readonly trace?: string } {
  const trace = traceNow();
  return trace === undefined ? {} : { trace };
}
