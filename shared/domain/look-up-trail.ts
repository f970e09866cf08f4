/** A look-up of a supply: its code, and whether the look-up credential was right the last time. */
export interface LookUpStep {
  readonly supplyCode: string;
  readonly right: boolean;
}

/** Codes at most this far apart count as neighbours: a person who counts up may skip a few. */
const near = 3;
/** How many alike steps show a search through neighbouring supplies: of all look-ups, and of the wrong ones alone. */
const alikeAsked = 8;
const alikeWrong = 4;
/** How many wrong look-ups show a search, if they are more than half of all. */
const mostWrong = 8;

/**
 * Returns whether a source searches supplies in sequence. A step goes from the code of one look-up to that of the next,
 * in the order made. Eight steps or more must go at most 3 codes away, or eight or more one same larger distance. Codes
 * that are no number are left out.
 * @param lookUps the latest look-ups of the source at different supplies, oldest first
 */
export function asksInARow(lookUps: readonly LookUpStep[]): boolean {
  return alikeSteps(lookUps) >= alikeAsked;
}

/**
 * Returns whether a source tries credentials at many supplies. Among its wrong look-ups alone, four steps or more go at
 * most 3 codes away or one same larger distance; or eight look-ups or more are wrong, and more than half of all. False
 * for an empty list.
 * @param lookUps as in `asksInARow`
 */
export function triesNeighbours(lookUps: readonly LookUpStep[]): boolean {
  const wrong = lookUps.filter(({ right }) => !right);
  return alikeSteps(wrong) >= alikeWrong || (wrong.length >= mostWrong && 2 * wrong.length > lookUps.length);
}

/**
 * Returns the size of the largest group of alike steps: those to a neighbouring code, or those of one distance. Codes
 * that are no number are left out.
 */
function alikeSteps(lookUps: readonly LookUpStep[]): number {
  const codes = lookUps.map(({ supplyCode }) => Number(supplyCode)).filter(Number.isSafeInteger);
  const distances = codes.slice(1).map((code, at) => Math.abs(code - (codes[at] ?? code)));
  const byDistance = Map.groupBy(distances, (distance) => Math.max(distance, near));
  return Math.max(0, ...[...byDistance.values()].map(({ length }) => length));
}
