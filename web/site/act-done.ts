let done: string | undefined;

/** Notes that the person just did something with a claim, for the claim's page, where they go next. */
export function noteDone(claimId: string): void {
  done = claimId;
}

/** Returns whether that was done with this claim since the last call, whatever claim that one was for. */
export function takeDone(claimId: string): boolean {
  const isDone = done === claimId;
  done = undefined;
  return isDone;
}
