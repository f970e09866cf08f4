import { createHash } from "node:crypto";

/**
 * A sample of some claims, drawn by a seed: each claim's place is the SHA-256 of the seed and its id, and the first ones are
 * taken. Whoever has the seed draws the same; no claim is likelier than another, whatever the order they come in.
 */
export function sampleOf(claimIds: readonly string[], size: number, seed: string): readonly string[] {
  return claimIds
    .map((claimId) => ({ claimId, place: createHash("sha256").update(`${seed}\0${claimId}`).digest("hex") }))
    .toSorted((a, b) => (a.place < b.place ? -1 : 1))
    .slice(0, size)
    .map(({ claimId }) => claimId);
}
