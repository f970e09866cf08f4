import { createHash } from "node:crypto";
import type { Guest } from "../../domain/work/people.ts";

/**
 * Returns the guest whose draft has this id. The guest's `sub` is a hash of the id, so that whoever reads the `sub` in
 * a case file cannot find the draft's files.
 */
export function guestOf(draftId: string): Guest {
  return { kind: "guest", sub: `guest-${createHash("sha256").update(draftId).digest("base64url")}` };
}
