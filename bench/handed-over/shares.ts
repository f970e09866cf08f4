import { createHash } from "node:crypto";

/** Of a hundred claims, how many are so. All of them are assumptions. */
export const shares = {
  "leave no mail": 36,
  "acknowledge their mail, of those who left one": 20,
  "find nobody at the first delivery": 30,
  "find nobody at the second, of those": 50,
  "have no signal until the next morning": 10,
} as const;
export type Share = keyof typeof shares;

/** Returns whether a share falls on a claim: the same each time, and each share by itself. */
export const falls = (at: number, share: Share): boolean =>
  createHash("sha256").update(`${at} ${share}`).digest().readUInt16BE() % 1000 < shares[share] * 10;
