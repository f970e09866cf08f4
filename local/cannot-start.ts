/**
 * Makes the error for a reason not to start that the person at the terminal can act on: shown as one line, without a
 * stack.
 */
export function cannotStart(message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { name: "CannotStart" });
}
