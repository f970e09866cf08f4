import * as z from "zod";
import { jsonHash } from "../canonical-json.ts";

/** The chain of a claim at the end of a day. */
export interface DayChain {
  readonly claimCode: string;
  /** How many entries the claim's case had. */
  readonly version: number;
  /** The hash of the last of these entries' envelopes. */
  readonly chainHead: string;
}

/** The chains of all claims changed on a day; it names the digest of the day before. */
export interface DayDigest {
  readonly day: string;
  readonly claims: readonly DayChain[];
  /** Hexadecimal SHA-256 of the statement sealed in the digest before; `noDigestBefore` in the first. */
  readonly previous: string;
}

export const noDigestBefore = "0".repeat(64);

/** What is sealed of a digest: the day, how many claims, the hash of their list, and the hash of the digest before. */
export const digestStatement = z.object({
  kind: z.literal("day-chains"),
  day: z.string(),
  count: z.number(),
  claims: z.string(),
  previous: z.string(),
});
export type DigestStatement = z.output<typeof digestStatement>;

/**
 * Returns the hexadecimal SHA-256 of a list's RFC 8785 JSON. The caller must give the chains in the order of the
 * claims' codes, because another order gives another hash.
 */
export function digestListHash(claims: readonly DayChain[]): string {
  return jsonHash(claims);
}

export function digestStatementOf({ day, claims, previous }: DayDigest): DigestStatement {
  return { kind: "day-chains", day, count: claims.length, claims: digestListHash(claims), previous };
}
