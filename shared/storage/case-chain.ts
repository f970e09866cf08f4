import { createHash, randomBytes } from "node:crypto";
import type { CaseEvent, CaseEventType } from "../domain/case-events.ts";
import type { Actor } from "../domain/claim-events.ts";
import { canonicalJson } from "./canonical-json.ts";

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
  return createHash("sha256").update(canonicalJson(value)).digest("base64url");
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

/** An entry as a verifier has it: without its content where it has no right to that. */
export interface Link {
  readonly envelope: Envelope;
  readonly content?: SealedContent | undefined;
}

/** What is wrong with an entry of a chain: it was changed, or is not there. */
export interface ChainFault {
  readonly seq: number;
  readonly what: "changed" | "missing";
}

/**
 * Every entry of a chain that does not fit, by its place; none of a whole one. An entry is named when its content is not
 * the hashed one, when it bears another number, or when who comes next names another hash than its own.
 * @param chainHead the hash of the last entry, as somebody else keeps it: without it nobody sees that the last was changed
 */
export function chainFaults(links: readonly Link[], chainHead?: string): readonly ChainFault[] {
  const hashes = [chainStart, ...links.map(({ envelope }) => envelopeHash(envelope))];
  const named = [...links.map(({ envelope }) => envelope.previous), chainHead ?? hashes[links.length]];
  const gone = goneBefore(links, (place) => named[place] !== hashes[place]);
  const seqAt = (place: number): number => place + 1 + (gone[place] ?? 0);
  /** Whether the link into a place is broken by something else than entries that are gone. */
  const isBroken = (place: number): boolean =>
    named[place] !== hashes[place] && (place === links.length || gone[place] === (gone[place - 1] ?? 0));
  const changed = links.flatMap(({ envelope, content }, place) => {
    const isOwn = envelope.seq === seqAt(place) && (!content || contentHash(content) === envelope.contentHash);
    return isOwn ? [] : [seqAt(place)];
  });
  const unlinked = named.flatMap((_, place) => {
    if (!isBroken(place)) return [];
    // Two broken links in a row are of the entry between them: what it says came before was changed.
    const isOfNext = place === 0 || (isBroken(place + 1) && !isBroken(place - 1));
    return [seqAt(isOfNext ? place : place - 1)];
  });
  const missing = gone.flatMap((count, place) => {
    const before = gone[place - 1] ?? 0;
    return Array.from({ length: count - before }, (_, more) => place + 1 + before + more);
  });
  return [
    ...missing.map((seq) => ({ seq, what: "missing" }) as const),
    ...[...new Set([...changed, ...unlinked])].map((seq) => ({ seq, what: "changed" }) as const),
  ].toSorted((a, b) => a.seq - b.seq);
}

/** How many entries are gone before each place: there the link is broken, and all numbers from it on run ahead alike. */
function goneBefore(links: readonly Link[], isBroken: (place: number) => boolean): readonly number[] {
  let gone = 0;
  return links.map(({ envelope: { seq } }, place) => {
    const ahead = seq - (place + 1 + gone);
    const isAhead = ahead > 0 && isBroken(place);
    if (isAhead && links.slice(place).every(({ envelope }, more) => envelope.seq === seq + more)) gone += ahead;
    return gone;
  });
}

/** The head of a chain when an entry was its last; nothing where it has no such entry. */
export function headAt(links: readonly Pick<Link, "envelope">[], seq: number): string | undefined {
  const link = links[seq - 1];
  return link && envelopeHash(link.envelope);
}
