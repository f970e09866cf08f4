/** A supply that a source looked up: its code, and whether the second datum was its own the last time. */
export interface LookUpStep {
  readonly supplyCode: string;
  readonly right: boolean;
}

/** Codes this near count as next to each other: whoever counts up leaves out a few. */
const near = 3;
/** Steps alike that make a row of supplies, whatever they were answered, and of those that were answered wrong. */
const alikeAsked = 8;
const alikeWrong = 4;
/** Supplies answered wrong, where they are more than half of the trail. */
const mostWrong = 8;

/**
 * Tells whether a source asks for supplies in a row: eight or more of its steps, in the order they were made, go to a code
 * next to the one before, or by one same distance. A neighbour who helps a stair, or five hundred people behind one
 * address, do not.
 * @param trail the latest look-ups of the source at different supplies, oldest first
 */
export function asksInARow(trail: readonly LookUpStep[]): boolean {
  return alikeSteps(trail) >= alikeAsked;
}

/** Tells whether a source attempts: five wrong supplies in a row, or eight that are more than half of its trail. */
export function triesNeighbours(trail: readonly LookUpStep[]): boolean {
  const wrong = trail.filter(({ right }) => !right);
  return alikeSteps(wrong) >= alikeWrong || (wrong.length >= mostWrong && 2 * wrong.length > trail.length);
}

/** How many steps are alike: to a near code, or by the distance most steps have. A code that is no number has no steps. */
function alikeSteps(trail: readonly LookUpStep[]): number {
  const codes = trail.map(({ supplyCode }) => Number(supplyCode)).filter(Number.isSafeInteger);
  const distances = codes.slice(1).map((code, at) => Math.abs(code - (codes[at] ?? code)));
  const byDistance = Map.groupBy(distances, (distance) => Math.max(distance, near));
  return Math.max(0, ...[...byDistance.values()].map(({ length }) => length));
}
