import { createHash } from "node:crypto";

/**
 * Returns `size` of the claims, or all if there are fewer: those whose SHA-256 of seed and id is lowest. The same seed
 * always draws the same sample, whatever the order of the claims, and every claim is equally likely.
 */
export function sampleOf(claimIds: readonly string[], size: number, seed: string): readonly string[] {
  return claimIds
    .map((claimId) => ({ claimId, rank: createHash("sha256").update(`${seed}\0${claimId}`).digest("hex") }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ claimId }) => claimId);
}
