/** A reading that was billed, in m³, with what its month used. */
export interface BilledReading {
  readonly reading: number;
  readonly m3: number;
}

/** Why a reading is asked about once more: it may be right, and nobody is kept from sending it. */
export type ReadingDoubt = "below" | "far-above";

/** So many months like the billed one, or of this use at least, nobody waits to claim or to visit. */
const months = 12;
const leastUse = 20;

/**
 * Returns why a meter's reading is to be looked at again beside the last billed one: it is less (`below`), or so much
 * more that twelve months like the billed one, of 20 m³ at least, do not explain it (`far-above`: a digit too many, as
 * a rule). Undefined if it may well be right. The measure is ours [design]; it refuses nothing.
 */
export function readingDoubt(reading: number, last: BilledReading): ReadingDoubt | undefined {
  if (reading < last.reading) return "below";
  return reading - last.reading > months * Math.max(last.m3, leastUse) ? "far-above" : undefined;
}

const bare = (number: string): string => number.toUpperCase().replaceAll(/[^\dA-Z]|^0+/g, "");

/** Returns whether a meter's number as somebody saw it is another than the registered one, but for marks and zeros. */
export function isOtherMeter(seen: string, registered: string): boolean {
  return bare(seen) !== bare(registered);
}
