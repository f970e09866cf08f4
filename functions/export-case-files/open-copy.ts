import { type CaseAt, caseAt, caseUpTo } from "../../shared/casework/case/case-at.ts";
import { recorderOf } from "../../shared/casework/case/entry-record.ts";
import { type Piece, piecesOf, withheldIn } from "../../shared/casework/case-copy/case-pieces.ts";
import type { CopyHead } from "../../shared/documents/case-file-sheets.ts";
import { letterheadOf } from "../../shared/documents/letterhead.ts";
import type { CaseEvent } from "../../shared/domain/case/case-events.ts";
import type { PieceState } from "../../shared/domain/case-copy/case-copy.ts";
import type { CaseExport } from "../../shared/storage/case-copy/case-exports.ts";
import type { StaffRecord } from "../../shared/storage/register/staff-register.ts";
import type { ExportDeps } from "./export-deps.ts";

/**
 * A copy being made: the case as it was when the copy was asked for, and its pieces. `withheld` returns the state of a
 * piece that the copy's reader may not see; undefined for any other piece.
 */
export interface CaseCopy {
  readonly record: CaseExport;
  readonly at: CaseAt;
  readonly head: CopyHead;
  readonly pieces: readonly Piece[];
  readonly staff: readonly StaffRecord[];
  readonly withheld: (piece: Piece) => PieceState | undefined;
}

/** Reads the case of a copy as it was when the copy was asked for. Throws if there is no such case. */
export async function openCopy(deps: ExportDeps, record: CaseExport): Promise<CaseCopy> {
  const file = await deps.caseFiles.read(record.claimId);
  if (!file) throw new Error(`there is no case ${record.claimId}`);
  const at = caseAt(caseUpTo(file, record.upTo, deps.tenant).file, deps.tenant, record.madeAt);
  const { code } = at.filing.details;
  return {
    record,
    at,
    head: { letterhead: letterheadOf(deps.tenant), code, copy: record.copy, madeAt: record.madeAt },
    pieces: piecesOf(at.file.events),
    staff: await deps.staffRegister.recent(file.head.office, deps.now()),
    withheld: withheldIn(record.copy, at),
  };
}

/** Returns the entry that a piece belongs to; throws `RangeError` if the case has none. */
function entryOf({ at }: CaseCopy, { seq }: Piece): CaseEvent {
  const event = at.file.events[seq - 1];
  if (!event) throw new RangeError(`case ${at.file.head.claimId} has no entry ${seq}`);
  return event;
}

/**
 * Returns who recorded a piece's entry, in Spanish: «quien reclama», «el sistema», or the name of the member of staff.
 * Staff are «personal de la empresa» in a copy for a third party or the claimant.
 */
export function recorderIn(copy: CaseCopy, piece: Piece): string {
  return recorderOf(entryOf(copy, piece), copy.staff, copy.record.copy);
}
