import { lateRisks } from "../../../shared/casework/board/late-risks.ts";
import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { staffRowOf } from "../../../shared/casework/claim/claim-summary.ts";
import { listLateRisks as route } from "../../../shared/contract/work/work-list-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/** Claims listed at most, more than anybody reads at once: those left out are lost later. */
const most = 200;
/**
 * Answers up to 200 claims whose decision may be notified too late or, for a claim by telephone, whose copy was not
 * sent to the claimant in its term; what is lost first comes first. Claims that silence decided are left out. A row has
 * its `days` and `reason` (what is missing). `more` is true if claims were left out.
 */
export const listLateRisks = ({ claimsAtRisk, tenant }: CaseworkDeps) =>
  serve(route, async ({ now }) => {
    const risky = await lateRisks(claimsAtRisk, tenant.office.code.value, now);
    const claims = risky.slice(0, most).map((head) => ({
      ...staffRowOf(head, claimLaw(tenant, calendarDay(head.filedOn)), now),
      claimantName: head.claimantName,
      owner: head.owner?.name,
      reason: head.risk.reason,
    }));
    return ok({ claims, more: risky.length > most });
  });
