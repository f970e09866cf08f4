import { randomBytes } from "node:crypto";
import type { orderFile, showFile } from "../../contract/case-copy/claim-file-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import {
  besideName,
  type CopyKind,
  copyDays,
  type FoliatedPiece,
  goesBeside,
} from "../../domain/case-copy/case-copy.ts";
import { verificationCodeBytes, verificationCodeOf } from "../../domain/seal/verification-code.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import {
  type CaseExport,
  type CaseExports,
  copyIdOf,
  type ExportId,
  type ExportPart,
  exportIdOf,
} from "../../storage/case-copy/case-exports.ts";
import type { ExportDownloads } from "../../storage/case-copy/export-files.ts";
import type { ExportWork } from "../../storage/case-copy/export-work.ts";
import type { EvidenceDownloads } from "../../storage/evidence.ts";
import type { CaseAt } from "../case/case-at.ts";
import { isWithheld, lastPieceSeq, type Piece, piecesOf, shownTitle, withheldIn } from "./case-pieces.ts";

type CopyView = AnswerOf<typeof orderFile>;
type PieceView = AnswerOf<typeof showFile>["pieces"][number];
type FileView = CopyView["files"][number];

export interface CopyDeps {
  readonly caseExports: CaseExports;
  readonly exportWork: ExportWork;
  /** The files of every copy but the tribunal's. */
  readonly copyDownloads: ExportDownloads;
  readonly attachmentDownloads: EvidenceDownloads;
  readonly documentDownloads: EvidenceDownloads;
}

/** Longer than any step takes: no worker is making a copy that was not touched for so long. */
const stoppedMinutes = 6;

function isStopped({ touchedAt, closed }: CaseExport, now: string): boolean {
  return !closed && Date.parse(now) - Date.parse(touchedAt) > stoppedMinutes * 60_000;
}

/**
 * Orders a copy of the case file and returns the state of the copy. If a copy of this kind with the same pieces was
 * ordered on this Lima day, returns the state of the existing copy. Sends a message to the worker that makes copies,
 * unless the copy is finished, or has pieces bound and was touched in the last six minutes.
 * @param asked the instant of this order
 */
export async function orderCopy(
  deps: CopyDeps,
  { file, now }: CaseAt,
  copy: CopyKind,
  asked: string,
): Promise<CopyView> {
  const { events, head } = file;
  const id: ExportId = { claimId: head.claimId, copy, upTo: lastPieceSeq(events), on: limaDay(asked) };
  const record = await deps.caseExports.open({
    ...id,
    madeAt: now,
    verificationCode: verificationCodeOf(randomBytes(verificationCodeBytes)),
    ofPieces: piecesOf(events).length,
    touchedAt: asked,
  });
  const isNew = record.pieces === 0 && !record.closed;
  if (isNew || (isStopped(record, asked) && (await deps.caseExports.touch(record, asked))))
    await deps.exportWork.send(id);
  return copyView(deps, file.events, record, asked);
}

/**
 * Returns the state of the last copy of this kind, finished or not; undefined if none was ordered. An unfinished copy
 * is `stopped` if it was not touched for over six minutes before `now`.
 */
export async function lastCopy(
  deps: CopyDeps,
  { file }: CaseAt,
  copy: CopyKind,
  now: string,
): Promise<CopyView | undefined> {
  const record = await deps.caseExports.last(file.head.claimId, copy);
  return record && copyView(deps, file.events, record, now);
}

async function copyView(
  { caseExports }: CopyDeps,
  events: CaseAt["file"]["events"],
  record: CaseExport,
  now: string,
): Promise<CopyView> {
  const { copy, madeAt, pieces, ofPieces, folios, closed } = record;
  const stopped = isStopped(record, now) ? "stopped" : "making";
  return {
    copyId: copyIdOf(record),
    copy,
    madeAt,
    state: closed ? "done" : stopped,
    pieces,
    ofPieces,
    folios,
    ...(copy !== "tribunal" && {
      keptUntil: limaDay(new Date(Date.parse(madeAt) + copyDays * 86_400_000).toISOString()),
    }),
    files: closed ? filesOf(events, record, await caseExports.parts(record)) : [],
  };
}

function filesOf(
  events: CaseAt["file"]["events"],
  { closed, upTo }: CaseExport,
  parts: readonly ExportPart[],
): FileView[] {
  if (!closed) return [];
  return [
    { ...closed.index, is: "index" },
    ...parts.map(
      ({ name, sizeBytes, sha256, pieces }): FileView => ({
        name,
        is: "part",
        sizeBytes,
        sha256,
        folios: { from: pieces[0]?.folios.from ?? 0, to: pieces.at(-1)?.folios.to ?? 0 },
      }),
    ),
    ...besideIn(events, upTo, parts).map(
      ({ name, file, folios }): FileView => ({
        name,
        is: "beside",
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
        folios,
      }),
    ),
    { ...closed.manifest, is: "manifest" },
    { ...closed.seal, is: "seal" },
  ];
}

/**
 * The files that go beside the parts as they were received: merging would lose them, draw them as a picture or break
 * their signature.
 */
function besideIn(events: CaseAt["file"]["events"], upTo: number, parts: readonly ExportPart[]) {
  const pieces = piecesOf(events.slice(0, upTo));
  return parts
    .flatMap((part) => part.pieces)
    .filter(goesBeside)
    .flatMap(({ piece, folios }) => {
      const source = pieces[piece - 1]?.source;
      if (!source || !("file" in source)) return [];
      return [{ name: besideName(piece, source.file.fileName), kind: source.kind, file: source.file, folios }];
    });
}

/**
 * Returns the download address, the hash and the file name (the claim's code, `-` and `name`) of one file of a finished
 * copy. Undefined if the copy is not finished, or if the copy or the file does not exist. The address comes from
 * `downloads`; for a file added beside the bound parts, it is that of the original attachment or document.
 */
export async function copyFile(
  deps: CopyDeps,
  downloads: ExportDownloads,
  { file: { head, events } }: CaseAt,
  { copyId, name }: { readonly copyId: string; readonly name: string },
): Promise<{ url: string; sha256: string; fileName: string } | undefined> {
  const id = exportIdOf(head.claimId, copyId);
  const record = id && (await deps.caseExports.find(id));
  if (!record?.closed) return undefined;
  const parts = await deps.caseExports.parts(record);
  const found = filesOf(events, record, parts).find((file) => file.name === name);
  if (!found) return undefined;
  const fileName = `${head.code}-${name}`;
  const { sha256 } = found;
  if (found.is !== "beside") return { url: await downloads.link(record, name, fileName), sha256, fileName };
  const beside = besideIn(events, record.upTo, parts).find((one) => one.name === name);
  if (!beside) return undefined;
  const originals = beside.kind === "attachment" ? deps.attachmentDownloads : deps.documentDownloads;
  return { url: await originals.link(beside.file.documentId, fileName), sha256, fileName };
}

/**
 * Returns the pieces of a case file as `reader` may see them. A file whose name is withheld from `reader` has the title
 * «Archivo reservado», and no file name or hash. Folios come from one copy: of the last copy of each kind in `copies`,
 * the one with the most pieces bound. A piece that is not bound in that copy has no folios.
 */
export async function pieceViews(
  { caseExports }: Pick<CopyDeps, "caseExports">,
  at: CaseAt,
  copies: readonly CopyKind[],
  reader: CopyKind,
): Promise<PieceView[]> {
  const records = await Promise.all(copies.map((copy) => caseExports.last(at.file.head.claimId, copy)));
  const [furthest] = records.flatMap((record) => record ?? []).toSorted((one, other) => other.pieces - one.pieces);
  const parts = furthest ? await caseExports.parts(furthest) : [];
  const numbered = new Map<number, FoliatedPiece>(parts.flatMap(({ pieces }) => pieces.map((one) => [one.piece, one])));
  const withheld = withheldIn(reader, at);
  const entryOf = ({ seq }: Piece) => ({ entry: at.file.events.find((event) => event.seq === seq)?.type });
  return piecesOf(at.file.events).map((piece) => {
    const state = withheld(piece);
    const file = "file" in piece.source && !isWithheld(state) ? piece.source.file : undefined;
    const folios = numbered.get(piece.piece)?.folios;
    return {
      piece: piece.piece,
      seq: piece.seq,
      title: shownTitle(piece, state),
      at: piece.at,
      ...(piece.source.kind === "record" && entryOf(piece)),
      ...(file && { fileName: file.fileName, sha256: file.sha256 }),
      ...(piece.source.kind === "document" && file && { document: piece.source.file.kind }),
      ...(folios && { folios }),
    };
  });
}
