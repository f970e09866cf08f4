/** Minutes after which a run stops at its next step: what it still has to look at and to note fits in the rest. */
export const goesOnFor = 8;

/** Returns whether the run that begins now may still go on, by a clock that nobody moves. */
export function withinMinutes(): () => boolean {
  const until = performance.now() + goesOnFor * 60_000;
  return () => performance.now() < until;
}
