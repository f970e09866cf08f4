import { type CopyKind, type GuardedCopy, guardOf, isGuarded, type PieceState } from "../domain/case-copy.ts";
import {
  type CaseEvent,
  type CaseEventOf,
  type CaseEventType,
  caseNoteNames,
  documentsIn,
  entriesOf,
  isFact,
  type OfficeDocument,
} from "../domain/case-events.ts";
import { claimEventNames } from "../domain/claim-events.ts";
import type { Attachment } from "../domain/claim-form.ts";
import { frozenFor, isSigning } from "../domain/frozen-documents.ts";
import type { CaseAt } from "./case-at.ts";
import { attachmentsOf } from "./case-attachments.ts";
import { shownDocuments } from "./shown-documents.ts";

/** What a piece is: the first sheet, an entry as it is printed, a document of the office, or an attachment that was received. */
type Source =
  | { readonly kind: "cover" }
  | { readonly kind: "record" }
  | { readonly kind: "document"; readonly file: OfficeDocument }
  | { readonly kind: "attachment"; readonly file: Attachment };

/** A piece of a case file: which entry brought it, in the order of the history, from 1 on. */
export interface Piece {
  readonly piece: number;
  /** The entry that brought it; the filing, for the first sheet. */
  readonly seq: number;
  readonly title: string;
  /** When it came into the file. */
  readonly at: string;
  readonly source: Source;
}

/**
 * Drafts and notes for the office alone: no part of the file. What is sent to signature is a draft until it is signed; what
 * was returned never was an act, nor is a signature on paper before somebody has seen it. That the file was copied, or a
 * copy handed over, is told beside it, or each copy would change the next.
 */
const internal: ReadonlySet<CaseEventType> = new Set([
  "resolution-issued",
  "resolution-returned",
  "manager-alerted",
  "appointments-waiting",
  "visit-shared",
  "lapse-notified",
  "case-file-exported",
  "copy-handed-over",
  "document-frozen",
  "document-returned",
  "hand-signature-claimed",
  "hand-signature-refused",
]);

/** Whether an entry is part of the case file. */
export function isPartOfFile({ type }: Pick<CaseEvent, "type">): boolean {
  return !internal.has(type);
}

/** What an entry is called, as a heading. */
export function entryName(event: CaseEvent): string {
  const name = isFact(event) ? claimEventNames[event.type] : caseNoteNames[event.type];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Entries that say nothing but which file came: the file itself is the piece. */
function isOnlyFile(event: CaseEvent): boolean {
  return event.type === "document-added" || (event.type === "attachment-checked" && event.details.state === "received");
}

/** What is sent to signature comes into the file when it is signed. */
function documentsOfEntry(events: readonly CaseEvent[], event: CaseEvent): readonly OfficeDocument[] {
  const frozen = isSigning(event) ? frozenFor(events, event) : undefined;
  return [...(frozen ? [frozen] : []), ...documentsIn(event)];
}

/** Papers come in with their entry if they were checked by then, and otherwise when they pass their check. */
function attachmentsOfEntry(event: CaseEvent, attachments: ReadonlyMap<string, Attachment>): readonly Attachment[] {
  if (event.type !== "attachment-checked") return attachmentsOf([event]).filter(({ state }) => state === "received");
  const { documentId, state } = event.details;
  const attachment = state === "received" ? attachments.get(documentId) : undefined;
  return attachment ? [{ ...attachment, state }] : [];
}

/**
 * The pieces of a case file, in order: the first sheet, then of each entry its printed record and the files it brought.
 * What is appended comes after, and changes the number of nothing before it.
 */
export function piecesOf(events: readonly CaseEvent[]): readonly Piece[] {
  const [filing] = events;
  if (!filing) return [];
  const pieces: Piece[] = [];
  const seen = new Set<string>();
  const add = ({ seq, recordedAt: at }: CaseEvent, title: string, source: Source) => {
    if ("file" in source && seen.has(source.file.documentId)) return;
    if ("file" in source) seen.add(source.file.documentId);
    pieces.push({ piece: pieces.length + 1, seq, title, at, source });
  };
  add(filing, "Carátula", { kind: "cover" });
  const attachments = new Map<string, Attachment>();
  for (const event of events) {
    for (const attachment of attachmentsOf([event])) attachments.set(attachment.documentId, attachment);
    if (!isPartOfFile(event)) continue;
    if (!isOnlyFile(event)) add(event, entryName(event), { kind: "record" });
    for (const file of documentsOfEntry(events, event)) add(event, file.fileName, { kind: "document", file });
    for (const file of attachmentsOfEntry(event, attachments)) add(event, file.fileName, { kind: "attachment", file });
  }
  return pieces;
}

/** The entry that brought the last piece: with those after it the file is the same. */
export function lastPieceSeq(events: readonly CaseEvent[]): number {
  return events.findLast(isPartOfFile)?.seq ?? 0;
}

/** What was decided last of an entry for a reader, if anything. */
function decidedOf(
  events: readonly CaseEvent[],
  seq: number,
  copy: GuardedCopy,
): CaseEventOf<"access-decided"> | undefined {
  return entriesOf(events, "access-decided").findLast(({ details }) => details.seq === seq && details.copy === copy);
}

/**
 * Whether an entry may tell of other people than the reader: what the company adds to prove its own, for the claimant;
 * everything, for a third party. Nobody reads a scan for them: it is kept back until the office decides.
 */
export function mayRevealOthers({ type }: Pick<CaseEvent, "type">, copy: GuardedCopy): boolean {
  return copy === "third-party" || type === "evidence-added";
}

/** Why what an entry brought is kept from a reader; nothing where it is theirs to read. */
export function keptFrom(
  events: readonly CaseEvent[],
  event: CaseEvent,
  copy: CopyKind,
): Extract<PieceState, "others-data" | "kept-back"> | undefined {
  const guard = guardOf(copy);
  if (!guard) return undefined;
  const decided = decidedOf(events, event.seq, guard);
  if (decided) return decided.details.open ? undefined : "kept-back";
  return mayRevealOthers(event, guard) ? "others-data" : undefined;
}

/** Tells why a piece is not in a copy as it is; nothing where it is. */
export function withheldIn(copy: CopyKind, at: CaseAt): (piece: Piece) => PieceState | undefined {
  const { events } = at.file;
  // A document that was signed bears one code, as it was frozen and as it was signed: it is told whole.
  const shown = new Set(shownDocuments(at, "claimant").map(({ document }) => document.verificationCode));
  return ({ seq, source }) => {
    const event = events[seq - 1];
    if (!event || source.kind === "cover") return undefined;
    // It opens the claim to whoever holds it.
    if (source.kind === "document" && source.file.kind === "claim-cargo" && copy !== "claimant") return "holds-key";
    const kept = keptFrom(events, event, copy);
    if (kept) return kept;
    const isUnnotifiedYet = source.kind === "document" && !shown.has(source.file.verificationCode);
    return isUnnotifiedYet && isGuarded(copy) ? "not-notified" : undefined;
  };
}

/** Whether a reader is not even told what a piece is called: its name may say what is kept from them. */
export function isWithheld(state: PieceState | undefined): boolean {
  return state === "others-data" || state === "kept-back" || state === "not-notified";
}

/** What a piece is called for a reader. */
export function shownTitle({ title, source }: Piece, state: PieceState | undefined): string {
  return "file" in source && isWithheld(state) ? "Archivo reservado" : title;
}
