import { claimLaw } from "../../shared/casework/claim-law.ts";
import { summaryOf } from "../../shared/casework/claim-summary.ts";
import { lateRisks } from "../../shared/casework/late-risks.ts";
import { listLateRisks as route } from "../../shared/contract/work-list-routes.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { workingDaysUntil } from "../../shared/domain/due-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/** Claims listed at most, more than anybody reads at once: those left out end later. */
const most = 200;
/**
 * Answers up to 200 claims whose decision may be notified too late or, for a claim by telephone, whose copy was not
 * sent to the claimant in its term; the earliest last day comes first. Claims that silence decided are left out. A row
 * has `reason` (what is missing), `notifyBy` (the last day), `workingDays` (how many are left) and `silentAfter` (the
 * day after which silence grants it). `more` is true if claims were left out.
 */
export const listLateRisks = ({ claimsAtRisk, tenant }: CaseworkDeps) =>
  serve(route, async ({ now }) => {
    const risky = await lateRisks(claimsAtRisk, tenant.office.code.value, now);
    const claims = risky.slice(0, most).map((head) => {
      const law = claimLaw(tenant, calendarDay(head.filedOn));
      const { lastDay, reason, clock, endsOn } = head.risk;
      return {
        ...summaryOf(head, law, now),
        claimantName: head.claimantName,
        owner: head.owner?.name,
        reason,
        notifyBy: lastDay,
        workingDays: workingDaysUntil(limaDay(now), lastDay, law.calendars.COMPANY),
        silentAfter: clock === "T25" ? undefined : endsOn,
      };
    });
    return ok({ claims, more: risky.length > most });
  });
