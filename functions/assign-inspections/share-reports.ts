import { attachmentsOf } from "../../shared/casework/attachment/case-attachments.ts";
import { isVisitRepeated, reportsOf } from "../../shared/casework/case/awaited-facts.ts";
import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { type CaseDeps, type Decision, record } from "../../shared/casework/case/record.ts";
import { entriesOf } from "../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { CaseFile } from "../../shared/storage/case/case-files.ts";
import type { NamedVisit, StoredVisit, Visits } from "../../shared/storage/visit/visits.ts";

type Report = ReturnType<typeof reportsOf>[number];

const by = { kind: "system", name: "assign-inspections" } as const;

/** What sharing reports works with. */
export interface ShareDeps extends CaseDeps {
  readonly visits: Pick<Visits, "plan" | "report">;
}

/**
 * Records each reported visit of a case, once, in the other claims that the visit served: as `inspection-reported`, or
 * as `late-inspection` in a claim that takes no reports any more. Also records in these claims the results of the check
 * of the visit's photos. If the visit is to be repeated, plans the repetition in each claim that takes reports and has
 * repetitions left. Throws if a claim refuses the write.
 */
export async function shareReports(deps: ShareDeps, file: CaseFile, now: string): Promise<void> {
  for (const report of reportsOf(file.events)) {
    for (const served of file.served.filter(({ of }) => of === report.details.inspectionId)) {
      await shareReport(deps, file, report, served, now);
      await shareChecks(deps, file, report, served, now);
    }
  }
}

async function shareReport(
  deps: ShareDeps,
  { head }: CaseFile,
  report: Report,
  { claimId, inspectionId }: NamedVisit,
  now: string,
): Promise<void> {
  const key = `report of ${head.claimId} ${report.details.inspectionId}`;
  const recorded = await record(deps, { claimId, now, write: { key, contentHash: key } }, (at) => {
    const visit = at.file.visits.find((one) => one.inspectionId === inspectionId);
    return ok(visit && visit.reportedAt === undefined ? reportedIn(deps, at, head.claimId, report, visit) : nothing);
  });
  if (!recorded.ok) throw new Error(`the report of visit ${inspectionId} was not shared: ${recorded.error}`);
}

const nothing: Decision = { entries: [] };

/**
 * Returns the entry of a report in another claim: the report itself, or a note of a late inspection if the claim takes
 * no reports any more. Also plans the repeated visit if the claim still has repeats left (`law.inspection.retryCount`).
 */
function reportedIn(
  { visits }: ShareDeps,
  { file, claim, law, now }: CaseAt,
  from: string,
  { outcome, effectiveAt, by: inspector, details }: Report,
  visit: StoredVisit,
): Decision {
  const { claimId, inspectionId, zone } = visit;
  const also = visits.report(visit, now);
  const again =
    details.retry && isVisitRepeated(file.events, law)
      ? { ...details.retry, inspectionId: `${claimId}-${file.visits.length + 1}` }
      : undefined;
  const own = { ...details, inspectionId, retry: undefined };
  if (!allowedEvents(claim.state).includes("inspection-reported"))
    return {
      entries: [{ type: "late-inspection", effectiveAt, by: inspector, details: { outcome, ...own } }],
      also: [also],
    };
  const shares = details.retry && { claimId: from, inspectionId: details.retry.inspectionId };
  return {
    entries: [{ type: "inspection-reported", effectiveAt, by: inspector, outcome, details: { ...own, retry: again } }],
    also: [also, ...(again ? visits.plan({ ...again, claimId, zone, shares }) : [])],
  };
}

/**
 * Records the results of the check of a report's photos in the other claim, unless it has them. Throws if it refuses
 * the write.
 */
async function shareChecks(
  deps: ShareDeps,
  { events }: CaseFile,
  { details }: Report,
  { claimId }: NamedVisit,
  now: string,
): Promise<void> {
  const photos = new Set(details.photos.map(({ documentId }) => documentId));
  const checks = entriesOf(events, "attachment-checked").filter((one) => photos.has(one.details.documentId));
  for (const { details: check } of checks) {
    const { documentId, state } = check;
    const write = { key: `attachment-checked:${documentId}:${state}`, contentHash: state };
    const recorded = await record(deps, { claimId, now, write }, (at) => {
      const isNews = attachmentsOf(at.file.events).some((one) => one.documentId === documentId && one.state !== state);
      return ok(
        isNews ? { entries: [{ type: "attachment-checked", effectiveAt: at.now, by, details: check }] } : nothing,
      );
    });
    if (!recorded.ok) throw new Error(`the check of ${documentId} was not shared: ${recorded.error}`);
  }
}
