import { createHash, timingSafeEqual } from "node:crypto";

/** Returns whether two secrets are the same text, in a time that does not depend on how much of it is right. */
export function isSameSecret(said: string, known: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(said), digest(known));
}
