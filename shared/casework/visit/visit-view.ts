import type { AnswerOf } from "../../contract/route.ts";
import type { showVisit } from "../../contract/visit/visit-routes.ts";
import { addressShown } from "../../domain/filing/guest-claims.ts";
import { isVisitRepeated, plannedVisits } from "../case/awaited-facts.ts";
import type { CaseAt } from "../case/case-at.ts";
import { claimantNow } from "../notice/notice-consent.ts";
import { slotsToChoose, type VisitChoiceDeps, visitChoice } from "./visit-choice.ts";

/**
 * Returns the next visit of a case as its claimant sees it, with its inspector and the free slots they may choose. If
 * no visit is ahead, the answer has neither `visit` nor `change`, and `confirmed` is false.
 */
export async function visitView(
  deps: Pick<VisitChoiceDeps, "appointmentSlots" | "tenant">,
  at: CaseAt,
): Promise<AnswerOf<typeof showVisit>> {
  const { file, filing, law, now } = at;
  const { claimId, code, claimType } = file.head;
  const choice = visitChoice(at, deps.tenant);
  const { internalInspection, externalInspection } = law.claimTypes[claimType];
  const about = {
    claimId,
    code,
    address: addressShown(filing.details),
    languageChoice: claimantNow(at).languageChoice,
    inside: internalInspection,
    outside: externalInspection,
    repeated: isVisitRepeated(file.events, law),
  };
  if (!choice) return { ...about, confirmed: false };
  const { inspectionId, on, from, to, late } = choice.visit;
  const inspector = plannedVisits(file.events).find(({ visit }) => visit.inspectionId === inspectionId)?.inspector;
  return {
    ...about,
    visit: { inspectionId, on, from, to, late, ...(inspector !== undefined && { inspector }) },
    confirmed: choice.isConfirmed,
    change: {
      slots: [...(await slotsToChoose(deps, choice, now))],
      until: choice.until,
      left: choice.left,
      ...(choice.fixed && { fixed: choice.fixed }),
    },
  };
}
