import { entryPrint, recorderOf } from "../../shared/casework/case/entry-record.ts";
import { entryName, isWithheld, type Piece, shownTitle } from "../../shared/casework/case-copy/case-pieces.ts";
import { coverFacts } from "../../shared/casework/case-copy/cover-facts.ts";
import { sha256Of } from "../../shared/casework/seal/issue-document.ts";
import { coverSheet, insteadSheet, recordSheet } from "../../shared/documents/case-file-sheets.ts";
import { mergePdf, type SourcePages, sourcePagesOf } from "../../shared/documents/pdf-merge.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import { claimantName } from "../../shared/documents/spanish-names.ts";
import { claimTypeOf } from "../../shared/domain/case/claim.ts";
import {
  besideName,
  type CopyKind,
  type FoliatedPiece,
  type Folios,
  type PieceState,
} from "../../shared/domain/case-copy/case-copy.ts";
import { pageName } from "../../shared/storage/evidence.ts";
import type { ExportDeps } from "./export-deps.ts";
import type { CaseCopy } from "./open-copy.ts";

/** A piece ready to be bound: its folios, its state, and the pages that are shown. */
export interface LoadedPiece extends FoliatedPiece {
  readonly sourcePages: SourcePages;
  readonly title: string;
  readonly caption?: string | undefined;
  /** Its size when bound, about. */
  readonly bytes: number;
}

type File = Extract<Piece["source"], { file: unknown }>["file"];

/** Bytes of a printed sheet, about. */
export const sheetBytes = 30_000;

/**
 * Reads a piece of the case and returns the pages to bind, numbered from folio `from` on. If its file is withheld from
 * the copy's reader, was altered, cannot be read or is too large, returns a sheet that says so instead. A sheet for a
 * withheld file takes as many folios as the file, so that folios are alike in every copy.
 * @param largest the most bytes of a file that is bound; a larger file goes beside the copy
 * @param most the most bytes of a file's pages once bound; a file with larger pages goes beside the copy
 */
export async function loadPiece(
  deps: ExportDeps,
  copy: CaseCopy,
  piece: Piece,
  { from, largest, most }: { readonly from: number; readonly largest: number; readonly most: number },
): Promise<LoadedPiece> {
  if (piece.source.kind === "cover") return loadedSheet(deps, piece, from, coverOf(copy), "whole");
  if (piece.source.kind === "record") return loadRecord(deps, copy, piece, from);
  const { kind, file } = piece.source;
  const bytes = await (kind === "document" ? deps.documents : deps.attachments).read(file.documentId);
  const isIntact = sha256Of(bytes) === file.sha256;
  const fitting = isIntact
    ? await fittingPages(await shownOf(deps, file, bytes), { largest, most, madeAt: copy.record.madeAt })
    : undefined;
  const state = copy.withheld(piece) ?? (isIntact ? undefined : "altered") ?? (fitting ? "whole" : "beside");
  const folios = { from, to: from + (fitting?.sourcePages.pages ?? 1) - 1 };
  if (state !== "whole" && state !== "masked") return loadInstead(deps, copy, piece, { file, folios, state });
  if (!fitting) throw new Error(`piece ${piece.piece} has no pages`);
  const { sourcePages, weight, drawn } = fitting;
  return {
    piece: piece.piece,
    folios,
    state,
    ...(sourcePages.kind === "pdf" && sourcePages.isSigned && { signed: true }),
    ...(drawn && { drawn }),
    sourcePages,
    title: titleOf(piece, state),
    caption: `Pieza ${piece.piece} · ${drawn ? "imagen de " : ""}${file.fileName} · SHA-256 ${file.sha256}`,
    bytes: weight,
  };
}

/** What is bound of a file: the file, or the picture made of it when it arrived. */
interface Shown {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly drawn?: true | undefined;
}

/**
 * Returns what is bound of a file: for a HEIC photo, which no PDF can hold, the picture made of it if there is one (the
 * photo itself then goes beside the copy); any other file as it is.
 */
async function shownOf({ pictures }: ExportDeps, file: File, bytes: Uint8Array): Promise<Shown> {
  const contentType = "contentType" in file ? file.contentType : "application/pdf";
  const picture = contentType === "image/heic" ? await pictures.find(pageName(file.documentId, 1)) : undefined;
  return picture ? { bytes: picture, contentType: "image/jpeg", drawn: true } : { bytes, contentType };
}

/**
 * Returns the pages of a file and their size when bound; `undefined` for a file over `largest`, pages over `most`, or a
 * file that cannot be read. It is found out for every reader alike, or folios would differ between copies.
 */
async function fittingPages(
  { bytes, contentType, drawn }: Shown,
  { largest, most, madeAt }: { readonly largest: number; readonly most: number; readonly madeAt: string },
): Promise<{ sourcePages: SourcePages; weight: number; drawn: true | undefined } | undefined> {
  const sourcePages = bytes.length > largest ? undefined : await sourcePagesOf(bytes, contentType);
  if (!sourcePages) return undefined;
  const alone = await mergePdf({
    title: "",
    author: "",
    madeAt,
    pieces: [{ sourcePages, title: "" }],
  });
  if (alone.length > most) return undefined;
  return {
    sourcePages,
    weight: Math.max(alone.length, sourcePages.kind === "photo" ? sourcePages.pixelsHeld : 0),
    drawn,
  };
}

const titleOf = (piece: Piece, state: PieceState): string => `${piece.piece}. ${shownTitle(piece, state)}`;

async function printed(deps: ExportDeps, sheet: Sheet): Promise<{ sourcePages: SourcePages; bytes: number }> {
  const bytes = await deps.pdfRenderer.print(sheet);
  const sourcePages = await sourcePagesOf(bytes, "application/pdf");
  if (!sourcePages) throw new Error("the PDF renderer printed a file that cannot be read");
  return { sourcePages, bytes: bytes.length };
}

async function loadedSheet(
  deps: ExportDeps,
  piece: Piece,
  from: number,
  sheet: Sheet,
  state: PieceState,
  room?: number,
): Promise<LoadedPiece> {
  const { sourcePages, bytes } = await printed(deps, sheet);
  const folios = { from, to: from + (room ?? sourcePages.pages) - 1 };
  return { piece: piece.piece, folios, state, sourcePages, title: titleOf(piece, state), bytes };
}

async function loadRecord(deps: ExportDeps, copy: CaseCopy, piece: Piece, from: number): Promise<LoadedPiece> {
  const { record } = copy;
  const whole = recordIn(copy, piece, "tribunal");
  if (record.copy === "tribunal" || record.copy === "print")
    return loadedSheet(deps, piece, from, whole.sheet, "whole");
  const { sheet, state } = recordIn(copy, piece, record.copy);
  const { sourcePages } = await printed(deps, whole.sheet);
  return loadedSheet(deps, piece, from, sheet, state, sourcePages.pages);
}

function recordIn(
  { at, head, staff }: CaseCopy,
  { seq }: Piece,
  reader: CopyKind,
): { sheet: Sheet; state: PieceState } {
  const { events, envelopes } = at.file;
  const event = events[seq - 1];
  const envelope = envelopes[seq - 1];
  if (!event || !envelope) throw new RangeError(`there is no entry ${seq}`);
  const { lines, state } = entryPrint(at, event, envelope, reader);
  const { effectiveAt, recordedAt } = event;
  const recorder = recorderOf(event, staff, reader);
  const { contentHash } = envelope;
  return {
    sheet: recordSheet({ ...head, seq, name: entryName(event), effectiveAt, recordedAt, recorder, lines, contentHash }),
    state,
  };
}

function loadInstead(
  deps: ExportDeps,
  { head }: CaseCopy,
  piece: Piece,
  { file, folios, state }: { file: File; folios: Folios; state: Exclude<PieceState, "whole" | "masked"> },
): Promise<LoadedPiece> {
  const { sizeBytes, sha256 } = file;
  const fileName = isWithheld(state) ? undefined : file.fileName;
  const beside = state === "beside" ? besideName(piece.piece, file.fileName) : undefined;
  const title = shownTitle(piece, state);
  const sheet = insteadSheet({
    ...head,
    piece: piece.piece,
    title,
    folios,
    state,
    file: { fileName, sizeBytes, sha256 },
    beside,
  });
  return loadedSheet(deps, piece, folios.from, sheet, state, folios.to - folios.from + 1);
}

function coverOf({ at, head, record }: CaseCopy): Sheet {
  const { filing, claim, law } = at;
  const { form, supplyAddress } = filing.details;
  const isThird = record.copy === "third-party";
  const type = claimTypeOf(claim.history) ?? filing.claimType;
  return coverSheet({
    ...head,
    ...coverFacts(at),
    facts: [
      ["Quién reclama", isThird ? "reservado" : claimantName(form.claimant)],
      ["Suministro", isThird ? "reservado" : form.supplyCode],
      ...(supplyAddress && !isThird ? [["Dirección del suministro", supplyAddress] as const] : []),
      ["Materia", law.claimTypes[type].name],
    ],
  });
}
