import { createHash, randomBytes } from "node:crypto";
import type { CaseEvent, CaseEventType } from "../../domain/case/case-events.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import { canonicalJson } from "../canonical-json.ts";

/** The part of an entry that is in the chain: readers without the right to its content can still verify it. */
export interface Envelope {
  readonly seq: number;
  readonly type: CaseEventType;
  /** When the entry was recorded. */
  readonly at: string;
  readonly by: Actor;
  /** SHA-256 of the content with its salt, base64url. */
  readonly contentHash: string;
  /** The hash of the envelope before; `chainStart` in the first. */
  readonly previous: string;
}

/** The content of an entry as it is kept; its salt keeps short contents from being found by trying their hash. */
export interface SealedContent {
  readonly salt: string;
  readonly event: CaseEvent;
}

export const chainStart = "0".repeat(43);

function digest(value: unknown): string {
  return createHash("sha256").update(canonicalJson(value)).digest("base64url");
}

/** Returns the hash of an envelope: SHA-256 of its RFC 8785 JSON, base64url. */
function envelopeHash({ seq, type, at, by, contentHash, previous }: Envelope): string {
  return digest({ seq, type, at, by, contentHash, previous });
}

function contentHash({ salt, event }: SealedContent): string {
  return digest({ salt, event });
}

/**
 * Returns an entry's envelope, its content with a random salt, and the envelope's hash. Writes nothing.
 * @param previous the hash of the envelope before; `chainStart` for the first entry
 */
export function sealed(
  event: CaseEvent,
  previous: string,
): { envelope: Envelope; content: SealedContent; hash: string } {
  const content = { salt: randomBytes(16).toString("base64url"), event };
  const { seq, type, recordedAt: at, by } = event;
  const envelope = { seq, type, at, by, contentHash: contentHash(content), previous };
  return { envelope, content, hash: envelopeHash(envelope) };
}

/** An entry as a verifier has it; without its content if the verifier may not read that. */
export interface Link {
  readonly envelope: Envelope;
  readonly content?: SealedContent | undefined;
}

/** A fault of a chain: an entry that was changed, or is missing. */
export interface ChainFault {
  readonly seq: number;
  readonly what: "changed" | "missing";
}

/**
 * Returns the faults of a chain by ascending `seq`; empty if it has none. An entry is `changed` if its `seq` or its
 * content's hash is wrong. A link is broken if `previous` is not the hash of the envelope before. At a broken link, the
 * entries that `seq` skips are `missing`. If none are, the entry before the link is `changed`, or the entry between two
 * broken links in a row.
 * @param links the entries in their order, from the first
 * @param chainHead the last envelope's hash, kept elsewhere: if it differs, the last entry given is `changed`, also if
 * entries after it were cut off. Without it, a change of the last envelope is not found
 */
export function chainFaults(links: readonly Link[], chainHead?: string): readonly ChainFault[] {
  const hashes = [chainStart, ...links.map(({ envelope }) => envelopeHash(envelope))];
  const named = [...links.map(({ envelope }) => envelope.previous), chainHead ?? hashes[links.length]];
  const gone = goneBefore(links, (index) => named[index] !== hashes[index]);
  const seqAt = (index: number): number => index + 1 + (gone[index] ?? 0);
  /** Whether the link into an entry is broken by something else than missing entries. */
  const isBroken = (index: number): boolean =>
    named[index] !== hashes[index] && (index === links.length || gone[index] === (gone[index - 1] ?? 0));
  const changed = links.flatMap(({ envelope, content }, index) => {
    const isOwn = envelope.seq === seqAt(index) && (!content || contentHash(content) === envelope.contentHash);
    return isOwn ? [] : [seqAt(index)];
  });
  const unlinked = named.flatMap((_, index) => {
    if (!isBroken(index)) return [];
    // Two broken links in a row come from the entry between them: the hash it names before it was changed.
    const isOfNext = index === 0 || (isBroken(index + 1) && !isBroken(index - 1));
    return [seqAt(isOfNext ? index : index - 1)];
  });
  const missing = gone.flatMap((count, index) => {
    const before = gone[index - 1] ?? 0;
    return Array.from({ length: count - before }, (_, more) => index + 1 + before + more);
  });
  return [
    ...missing.map((seq) => ({ seq, what: "missing" }) as const),
    ...[...new Set([...changed, ...unlinked])].map((seq) => ({ seq, what: "changed" }) as const),
  ].toSorted((a, b) => a.seq - b.seq);
}

/**
 * Returns, for each entry, how many entries before it are missing. Entries are missing at a broken link where the
 * numbers jump and do not fall back: a single number that is too high was changed.
 */
function goneBefore(links: readonly Link[], isBroken: (index: number) => boolean): readonly number[] {
  let gone = 0;
  return links.map(({ envelope: { seq } }, index) => {
    const ahead = seq - (index + 1 + gone);
    const isAhead = ahead > 0 && isBroken(index);
    const next = links[index + 1];
    if (isAhead && (!next || next.envelope.seq > seq)) gone += ahead;
    return gone;
  });
}

/**
 * Returns the hash of the envelope at position `seq`, from 1, in `links`, which must begin with the chain's first
 * entry. Returns `undefined` if `links` has no entry there.
 */
export function headAt(links: readonly Pick<Link, "envelope">[], seq: number): string | undefined {
  const link = links[seq - 1];
  return link && envelopeHash(link.envelope);
}
