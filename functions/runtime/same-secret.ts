import { timingSafeEqual } from "node:crypto";

/**
 * Returns whether two secrets are the same text, in a time that does not depend on how much of it is right. How long a
 * secret is is no secret.
 */
export function isSameSecret(said: string, known: string): boolean {
  const [given, kept] = [Buffer.from(said), Buffer.from(known)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}
