import { createHash, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { CaseEventOf } from "../domain/case-events.ts";

const derive = promisify<string, string, number, Buffer>(scrypt);
const digits = 6;
const hashBytes = 32;

/** Returns a drawn code of six digits. */
export function newConfirmationCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, "0");
}

/**
 * Returns the hash (SHA-256, base64url) of the act that a code is to confirm. The code is bound to this hash and
 * confirms nothing else. How many attempts and minutes a code has: see `domain/confirmation-codes.ts`.
 * @param parts the texts that make up the act, always in the same order
 */
export function contentHashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/**
 * Returns the hash of a code together with what it confirms. It is slow on purpose: a code is short, and its hash stays
 * in a table.
 */
export async function codeHashOf(
  code: string,
  { confirmationId, contentHash }: CaseEventOf<"confirmation-asked">["details"],
): Promise<string> {
  return (await derive(code, `${confirmationId}:${contentHash}`, hashBytes)).toString("base64url");
}

/** Compares two hashes in a time that does not reveal how much of them is equal. */
export function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
