import * as z from "zod";
import { copyKinds } from "../../shared/domain/case-copy/case-copy.ts";
import { calendarDay } from "../../shared/domain/term/calendar-day.ts";
import { bindPart } from "./bind-part.ts";
import { closeExport, noteExported } from "./close-export.ts";
import type { ExportDeps } from "./export-deps.ts";
import { openCopy } from "./open-copy.ts";

const message = z.strictObject({
  claimId: z.string(),
  copy: z.enum(copyKinds),
  upTo: z.number().int().min(1),
  on: z.string().transform(calendarDay),
});

/**
 * Returns the handler that takes one step of a copy of a case file. A step writes and records the next part and queues
 * the next step. Once all pieces are bound, the step closes the copy and, for a tribunal's copy, records that in the
 * case. If two runs take the same step, only one of them is recorded and goes on. If the copy is closed already, only
 * records it in the case. Throws if nobody asked for the copy.
 */
export function exportMessages(deps: ExportDeps): (body: unknown) => Promise<void> {
  return async (body) => {
    const id = message.parse(body);
    const record = await deps.caseExports.find(id);
    if (!record) throw new Error(`nobody asked for ${id.copy} of ${id.claimId} up to ${id.upTo}`);
    if (record.closed) return noteExported(deps, record, record.closed);
    const copy = await openCopy(deps, record);
    if (record.pieces < copy.pieces.length) {
      if (await bindPart(deps, copy)) await deps.exportWork.send(id);
      return;
    }
    const closed = await closeExport(deps, copy);
    if (closed) await noteExported(deps, record, closed);
  };
}
