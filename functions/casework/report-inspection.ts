import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import type { CaseAt } from "../../shared/casework/case-at.ts";
import { summaryAt } from "../../shared/casework/claim-view.ts";
import { placeForVisit } from "../../shared/casework/plan-visit.ts";
import { record } from "../../shared/casework/record.ts";
import { reportInspection as route } from "../../shared/contract/casework-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { entriesOf, type NoteOf } from "../../shared/domain/case-events.ts";
import type { VisitOutcome } from "../../shared/domain/claim-events.ts";
import { ok } from "../../shared/domain/result.ts";
import type { StoredVisit } from "../../shared/storage/case-files.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";

/** The acta of a visit by who made it. It states no version: their telephone may have been without a connection. */
export const reportInspection = (desk: CaseworkDesk) =>
  serve(route, async ({ params: { claimId, inspectionId }, body, caller, now, write }) => {
    const recorded = await record(desk, { claimId, now, write }, async (at) => {
      const visit = at.file.visits.find((one) => one.inspectionId === inspectionId);
      if (visit?.inspector?.sub !== caller.sub) return refused("inspection-not-found");
      if (visit.reportedAt !== undefined) return refused("already-reported");
      const { outcome, uploadIds, ...acta } = body;
      const attached = await attachedPapers(desk, caller.sub, uploadIds);
      if (!attached.ok) return attached;
      const { papers: photos, attach } = attached.value;
      const retry = await retryOf(desk, at, visit, outcome);
      return ok({
        entries: [
          {
            type: "inspection-reported",
            effectiveAt: acta.startedAt,
            by: caller,
            outcome,
            details: { inspectionId, ...acta, photos, retry: retry?.visit },
          },
          ...(retry?.visit.late ? [noPlaceInTime(at.now)] : []),
        ],
        also: [desk.caseFiles.reportVisit(visit, at.now), ...attach({ claimId }), ...(retry?.writes ?? [])],
      });
    });
    return recorded.ok ? ok(summaryAt(recorded.value)) : recorded;
  });

/** One more visit where nobody opened or let in, as many times as the law says (`inspection.retry_count`). */
async function retryOf(
  { places, tenant, caseFiles }: CaseworkDesk,
  { file, filing, law, now }: CaseAt,
  { zone }: StoredVisit,
  outcome: VisitOutcome,
) {
  const retried = entriesOf(file.events, "inspection-reported").filter(({ details }) => details.retry).length;
  if (outcome === "whole" || outcome === "partial" || retried >= law.inspection.retryCount) return undefined;
  const { claimId, claimType } = file.head;
  const { targetDay, targetDayConsumption } = law.inspection;
  const { visit, write } = await placeForVisit(places, tenant, {
    zone,
    from: limaDay(now),
    targetDays: claimType === "F01" ? targetDayConsumption : targetDay,
    preference: filing.details.form.visitPreference ?? "any",
    inspectionId: `${claimId}-${file.visits.length + 1}`,
  });
  return { visit, writes: [write, caseFiles.planVisit({ ...visit, claimId, zone })] };
}

function noPlaceInTime(now: string): NoteOf<"manager-alerted"> {
  return {
    type: "manager-alerted",
    effectiveAt: now,
    by: { kind: "system", name: "report-inspection" },
    details: { reason: "No hay lugar para repetir la visita dentro del plazo: quedó en el primero después." },
  };
}
