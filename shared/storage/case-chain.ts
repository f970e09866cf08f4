import { createHash, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import type { CaseEvent, CaseEventType } from "../domain/case-events.ts";
import type { Actor } from "../domain/claim-events.ts";

/** What of an entry is in the chain: readers without the right to its content still can verify it. */
export interface Envelope {
  readonly seq: number;
  readonly type: CaseEventType;
  /** When it was recorded. */
  readonly at: string;
  readonly by: Actor;
  /** SHA-256 of the content with its salt. */
  readonly contentHash: string;
  /** The hash of the envelope before, or 43 `0` before the first. */
  readonly previous: string;
}

/** The content of an entry as it is kept: its salt keeps short contents from being guessed by their hash. */
export interface SealedContent {
  readonly salt: string;
  readonly event: CaseEvent;
}

export const chainStart = "0".repeat(43);

function digest(value: unknown): string {
  return createHash("sha256")
    .update(canonicalize(value) ?? "")
    .digest("base64url");
}

/** The hash of an envelope: SHA-256 of its RFC 8785 JSON, base64url. */
function envelopeHash({ seq, type, at, by, contentHash, previous }: Envelope): string {
  return digest({ seq, type, at, by, contentHash, previous });
}

/** The hash of a content with its salt. */
function contentHash({ salt, event }: SealedContent): string {
  return digest({ salt, event });
}

/** An entry as it goes into the chain after `previous`. */
export function sealed(
  event: CaseEvent,
  previous: string,
): { envelope: Envelope; content: SealedContent; hash: string } {
  const content = { salt: randomBytes(16).toString("base64url"), event };
  const { seq, type, recordedAt: at, by } = event;
  const envelope = { seq, type, at, by, contentHash: contentHash(content), previous };
  return { envelope, content, hash: envelopeHash(envelope) };
}

/** The first entry that does not fit the chain, if any: content changed, entry changed, removed or moved. */
export function brokenAt(links: readonly { envelope: Envelope; content?: SealedContent }[]): number | undefined {
  let previous = chainStart;
  for (const [index, { envelope, content }] of links.entries()) {
    const fits =
      envelope.seq === index + 1 &&
      envelope.previous === previous &&
      (content === undefined || contentHash(content) === envelope.contentHash);
    if (!fits) return index + 1;
    previous = envelopeHash(envelope);
  }
  return undefined;
}
