/**
 * Returns an error named `CannotStart`, for a failure that the person at the terminal can mend. Does not throw it. Who
 * catches it prints `message` as one line, without a stack trace.
 */
export function cannotStart(message: string): Error {
  return Object.assign(new Error(message), { name: "CannotStart" });
}
