import { createHash, randomInt, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { CaseEventOf } from "../domain/case-events.ts";

const derive = promisify<string, string, number, Buffer>(scrypt);
const digits = 6;
const hashBytes = 32;

/** A code as a person reads it out. */
export function newConfirmationCode(): string {
  return String(randomInt(10 ** digits)).padStart(digits, "0");
}

/** What tells a content from another: a code confirms what it was sent for and nothing else. */
export function contentHashOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
}

/** The digest of a code with what it confirms. It is slow, for a code is short and must outlast its minutes in a table. */
export async function codeHashOf(
  code: string,
  { confirmationId, contentHash }: CaseEventOf<"confirmation-asked">["details"],
): Promise<string> {
  return (await derive(code, `${confirmationId}:${contentHash}`, hashBytes)).toString("base64url");
}

/** Compares in a time that does not tell how much of it was right. */
export function isSameHash(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
