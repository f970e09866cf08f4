import { shownTitle } from "../../shared/casework/case-copy/case-pieces.ts";
import type { IndexRow } from "../../shared/documents/case-file-sheets.ts";
import type { FoliatedPiece } from "../../shared/domain/case-copy/case-copy.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { type CaseCopy, recorderIn } from "./open-copy.ts";

/** Returns the index row of a piece. Throws `RangeError` if the copy has no such piece. */
export function indexRow(copy: CaseCopy, { piece: number, folios, state }: FoliatedPiece): IndexRow {
  const piece = copy.pieces[number - 1];
  if (!piece) throw new RangeError(`there is no piece ${number}`);
  const isCover = piece.source.kind === "cover";
  return {
    piece: number,
    folios,
    title: shownTitle(piece, state),
    at: limaDay(isCover ? copy.record.madeAt : piece.at),
    by: isCover ? "" : recorderIn(copy, piece),
    ...("file" in piece.source && { sha256: piece.source.file.sha256 }),
    state,
  };
}
