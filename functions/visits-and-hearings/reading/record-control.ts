import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { weighsEvidence } from "../../../shared/casework/resolution/evidence-checklist.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { recordControl as route } from "../../../shared/contract/visit/investigation-routes.ts";
import { claimTypeOf } from "../../../shared/domain/case/claim.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { controlOfReading } from "../../../shared/domain/reading/atypical-reading.ts";
import { controlCheck, findingWords } from "../../../shared/domain/reading/billing-control.ts";
import type { RecordedControl } from "../../../shared/domain/reading/control-file.ts";
import { claimedReceipts } from "../../../shared/domain/receipt/claimed-receipts.ts";
import { dateOf } from "../../../shared/domain/receipt/spanish-months.ts";
import { calendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

const delivered = "El sistema comercial ya entregó el control de ese mes: si está mal, se corrige allí.";

/**
 * Records `control-recorded`, the control of a claimed month before it was billed. Refuses `not-now` if the claim is
 * `observed`, or is resolved or over and not `in-reconsideration`; if its type is not F01; if `period` is not a claimed
 * month; if a day of the control is in the future; or if file E, or the atypical reading of this month, has its
 * inspection. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const recordControl = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      const { body: details, caller: by } = request;
      if (!weighsEvidence(at)) return refused("not-now");
      const detail = wrongIn(at, details);
      if (detail) return refused("not-now", { detail });
      const recorded = await recordedBefore(deps, at, details.period);
      if (recorded) return refused("not-now", { detail: recorded });
      return ok({ entries: [{ type: "control-recorded", effectiveAt: at.now, by, details }] });
    }),
  );

/**
 * Returns which inspection of the month is on record elsewhere, and what it found, for the person who writes another;
 * undefined if none is.
 */
async function recordedBefore(
  { receiptReader, atypicalReadings }: Pick<VisitDeps, "receiptReader" | "atypicalReadings">,
  { file, law: { inspection, atypical } }: CaseAt,
  period: string,
): Promise<string | undefined> {
  const { supplyCode } = file.head;
  const control = await receiptReader.controlOf(supplyCode, period);
  if (control?.inspection) return delivered;
  const reading = control && (await atypicalReadings.ofMonth(supplyCode, period));
  if (!reading) return undefined;
  const own = controlOfReading(reading, inspection.retryCount);
  const terms = { noticeHours: atypical.noticeHours, issuedOn: calendarDay(reading.issueOn) };
  const { inspection: seen } = controlCheck(own, terms);
  return (
    seen &&
    `La lectura atípica de ese mes ya tiene su control, y vale ese: en la visita del ${dateOf(seen.on)}, ${findingWords(seen)}.`
  );
}

/** Returns what is wrong with the record, for the person who writes it; undefined if nothing is. */
function wrongIn({ claim, file, filing, now }: CaseAt, { period, notice, inspection }: RecordedControl) {
  if ((claimTypeOf(claim.history) ?? filing.claimType) !== "F01")
    return "El control antes de facturar es prueba de un reclamo por consumo medido.";
  if (!claimedReceipts(file.events).some((receipt) => receipt.period === period))
    return "Elige un mes de los recibos reclamados.";
  const today = limaDay(now);
  const isAhead = [notice, inspection].some((act) => act !== undefined && act.on > today);
  return isAhead ? "Ese día todavía no llega." : undefined;
}
