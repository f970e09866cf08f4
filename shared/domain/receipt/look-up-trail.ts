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
 * Returns whether a source searches supplies in sequence. The distance is taken from each supply code to the next one
 * looked up. True if at least eight distances are 3 or less, or if at least eight distances over 3 are equal to each
 * other. Codes that are not whole numbers are left out.
 * @param lookUps the latest look-ups of the source at different supplies, oldest first
 */
export function asksInARow(lookUps: readonly LookUpStep[]): boolean {
  return alikeSteps(lookUps) >= alikeAsked;
}

/**
 * Returns whether a source tries credentials at many supplies. True if at least eight look-ups are wrong and these are
 * more than half of all. True also if the codes of the wrong look-ups alone are in sequence: at least four distances
 * from a code to the next are 3 or less, or at least four distances over 3 are equal to each other.
 * @param lookUps the latest look-ups of the source at different supplies, oldest first
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
