import * as z from "zod";
import { jsonHash } from "./canonical-json.ts";

/** The chain of a claim as a day left it. */
export interface DayChain {
  readonly claimCode: string;
  readonly version: number;
  readonly chainHead: string;
}

/** The chains of all claims that a day wrote in, which follow on those of the day before. */
export interface DayDigest {
  readonly day: string;
  readonly claims: readonly DayChain[];
  /** Hexadecimal SHA-256 of what was sealed the day before. */
  readonly previous: string;
}

/** What the first digest of all names as the one before it. */
export const noDigestBefore = "0".repeat(64);

/** What is sealed of a digest: the day, how many claims, the hash of their list, and the digest before. */
export const digestStatement = z.object({
  kind: z.literal("day-chains"),
  day: z.string(),
  count: z.number(),
  claims: z.string(),
  previous: z.string(),
});
export type DigestStatement = z.output<typeof digestStatement>;

/** The hash of a list of chains, in the order of the claims' codes. */
export function digestListHash(claims: readonly DayChain[]): string {
  return jsonHash(claims);
}

/** What is sealed of a digest. */
export function digestStatementOf({ day, claims, previous }: DayDigest): DigestStatement {
  return { kind: "day-chains", day, count: claims.length, claims: digestListHash(claims), previous };
}
