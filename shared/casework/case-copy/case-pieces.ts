import {
  type CaseEvent,
  type CaseEventOf,
  type CaseEventType,
  documentsIn,
  entriesOf,
  isFact,
} from "../../domain/case/case-events.ts";
import { caseNoteNames } from "../../domain/case/case-notes.ts";
import { claimEventNames } from "../../domain/case/claim-events.ts";
import type { OfficeDocument } from "../../domain/case/issued-documents.ts";
import {
  type CopyKind,
  type GuardedCopy,
  guardOf,
  isGuarded,
  type PieceState,
} from "../../domain/case-copy/case-copy.ts";
import type { Attachment } from "../../domain/filing/claim-form.ts";
import { frozenFor, isSigning } from "../../domain/resolution/frozen-documents.ts";
import { attachmentsOf } from "../attachment/case-attachments.ts";
import type { CaseAt } from "../case/case-at.ts";
import { shownDocuments } from "./shown-documents.ts";

/** What a piece is: the first sheet, a printed entry, a document of the office, or a received attachment. */
type Source =
  | { readonly kind: "cover" }
  | { readonly kind: "record" }
  | { readonly kind: "document"; readonly file: OfficeDocument }
  | { readonly kind: "attachment"; readonly file: Attachment };

/** A piece of a case file. Pieces are numbered from 1 in the order of the entries that brought them. */
export interface Piece {
  readonly piece: number;
  /** The entry that brought it; of the first sheet, the filing. */
  readonly seq: number;
  readonly title: string;
  /** When it came into the file. */
  readonly at: string;
  readonly source: Source;
}

/**
 * Entries that are no part of the case file: the office's own notes, and what concerns drafts. A document is a draft
 * until it is signed, a signature on paper until another person saw it. The making of copies is left out too, or each
 * copy would change the next.
 */
const internal: ReadonlySet<CaseEventType> = new Set([
  "resolution-issued",
  "resolution-returned",
  "manager-alerted",
  "owner-changed",
  "work-noted",
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

/**
 * Returns whether entries of this type belong to the case file that is foliated and copied. False for the office's own
 * notes, for entries about documents not signed yet, and for the making of copies.
 */
export function isPartOfFile({ type }: Pick<CaseEvent, "type">): boolean {
  return !internal.has(type);
}

/** Returns an entry's Spanish name, capitalized as a heading. */
export function entryName(event: CaseEvent): string {
  const name = isFact(event) ? claimEventNames[event.type] : caseNoteNames[event.type];
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Whether an entry only brings a file, so that the file alone is its piece. */
function isOnlyFile(event: CaseEvent): boolean {
  return event.type === "document-added" || (event.type === "attachment-checked" && event.details.state === "received");
}

/** The documents an entry brings into the file. One sent to signature comes with the entry that signs it. */
function documentsOfEntry(events: readonly CaseEvent[], event: CaseEvent): readonly OfficeDocument[] {
  const frozen = isSigning(event) ? frozenFor(events, event) : undefined;
  return [...(frozen ? [frozen] : []), ...documentsIn(event)];
}

/** The attachments an entry brings into the file: those checked before it, or the one that passes its check with it. */
function attachmentsOfEntry(event: CaseEvent, attachments: ReadonlyMap<string, Attachment>): readonly Attachment[] {
  if (event.type !== "attachment-checked") return attachmentsOf([event]).filter(({ state }) => state === "received");
  const { documentId, state } = event.details;
  const attachment = state === "received" ? attachments.get(documentId) : undefined;
  return attachment ? [{ ...attachment, state }] : [];
}

/**
 * Returns the pieces of a case file in order: the first sheet, then for each entry that `isPartOfFile` its printed
 * record and the files it brought, each file once. An entry that only brings a file has no record. An attachment comes
 * with the entry that shows it as `received`. A later entry never changes the number of an earlier piece. Empty without
 * entries.
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

/**
 * Returns the `seq` of the last entry that is part of the file (`isPartOfFile`): entries after it add no piece. 0 if
 * none is.
 */
export function lastPieceSeq(events: readonly CaseEvent[]): number {
  return events.findLast(isPartOfFile)?.seq ?? 0;
}

/** The office's last decision on whether this copy may show an entry, if it decided. */
function decidedOf(
  events: readonly CaseEvent[],
  seq: number,
  copy: GuardedCopy,
): CaseEventOf<"access-decided"> | undefined {
  return entriesOf(events, "access-decided").findLast(({ details }) => details.seq === seq && details.copy === copy);
}

/**
 * Returns whether an entry may reveal other people's data to the reader of a copy. For a third party: always true. For
 * the claimant: true only for `evidence-added`, the company's evidence.
 */
export function mayRevealOthers({ type }: Pick<CaseEvent, "type">, copy: GuardedCopy): boolean {
  return copy === "third-party" || type === "evidence-added";
}

/**
 * Returns why a copy leaves out what an entry brought: `others-data` if the entry may reveal other people's data and
 * the office has not decided yet; `kept-back` if the office decided not to show it. Undefined if the copy may show it.
 * A copy for the office (`print`) or the tribunal shows every entry. `handed-over` counts as `claimant`.
 */
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

/**
 * Returns a function that says why a copy leaves out a piece; undefined if the copy has the piece. The first sheet is
 * never left out. The cargo is `holds-key` in every copy but `claimant`. Any other piece has the reason that `keptFrom`
 * gives for its entry. If there is none, a document that the claimant may not see yet is `not-notified`, except in the
 * copies `tribunal` and `print`.
 */
export function withheldIn(copy: CopyKind, at: CaseAt): (piece: Piece) => PieceState | undefined {
  const { events } = at.file;
  // Compared by code: a document has the same code as a draft and signed, but two ids.
  const shown = new Set(shownDocuments(at, "claimant").map(({ document }) => document.verificationCode));
  return ({ seq, source }) => {
    const event = events[seq - 1];
    if (!event || source.kind === "cover") return undefined;
    // The key on a cargo opens the claim to whoever reads it.
    if (source.kind === "document" && source.file.kind === "claim-cargo" && copy !== "claimant") return "holds-key";
    const kept = keptFrom(events, event, copy);
    if (kept) return kept;
    const isUnnotifiedYet = source.kind === "document" && !shown.has(source.file.verificationCode);
    return isUnnotifiedYet && isGuarded(copy) ? "not-notified" : undefined;
  };
}

/**
 * Returns whether even the name of a piece is kept from the reader, because the name may reveal what is in the piece.
 * True for `others-data`, `kept-back` and `not-notified`; false for any other state, and for undefined.
 */
export function isWithheld(state: PieceState | undefined): boolean {
  return state === "others-data" || state === "kept-back" || state === "not-notified";
}

/**
 * Returns the title of a piece for the reader: «Archivo reservado» for a document or attachment whose name is withheld
 * (`isWithheld`), and otherwise the piece's own title.
 */
export function shownTitle({ title, source }: Piece, state: PieceState | undefined): string {
  return "file" in source && isWithheld(state) ? "Archivo reservado" : title;
}
