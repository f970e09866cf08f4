/**
 * Returns, and does not throw, the `CannotStart` error for a reason that the person at the terminal can act on: they
 * are shown `message` as one line, without a stack trace.
 */
export function cannotStart(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name: "CannotStart" });
}
