import { createHash } from "node:crypto";
import type { Guest } from "../domain/people.ts";

/**
 * Returns the guest of a draft. Their `sub` is a hash of its id, so that nobody who reads a case file can name the
 * draft's files.
 */
export function guestOf(draftId: string): Guest {
  return { kind: "guest", sub: `guest-${createHash("sha256").update(draftId).digest("base64url")}` };
}
