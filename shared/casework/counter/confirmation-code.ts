import { createHash, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { AskedCode } from "../../domain/case/note-details.ts";

const derive = promisify<string, string, number, Buffer>(scrypt);
const digits = 6;
const hashBytes = 32;

/** Returns a random code of six digits. */
export function newConfirmationCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, "0");
}

/**
 * Returns the hash (SHA-256, base64url) of an act. A confirmation code is bound to this hash and confirms no other act.
 * @param parts the texts that make up the act, always in the same order
 */
export function contentHashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/**
 * Returns the hash, in base64url, of a code together with the act it confirms. Computing it is slow on purpose, because
 * a code is short and could be found by trying.
 */
export async function codeHashOf(
  code: string,
  { confirmationId, contentHash }: Pick<AskedCode, "confirmationId" | "contentHash">,
): Promise<string> {
  return (await derive(code, `${confirmationId}:${contentHash}`, hashBytes)).toString("base64url");
}

/** Returns whether two hashes are equal. The time it takes does not reveal how much of them is equal. */
export function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
