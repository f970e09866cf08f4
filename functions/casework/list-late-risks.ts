import { claimLaw } from "../../shared/casework/claim-law.ts";
import { summaryOf } from "../../shared/casework/claim-summary.ts";
import { lateRisks } from "../../shared/casework/late-risks.ts";
import { listLateRisks as route } from "../../shared/contract/casework-routes.ts";
import { calendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { workingDaysLeft } from "../../shared/domain/due-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/** More than anybody reads at once; the rest ends later. */
const most = 200;
/** Looked at on each list: a request answers in its time however many there are. */
const lookedAt = 1000;

/** Decisions that may be notified late, and what each lacks. */
export const listLateRisks = ({ caseFiles, tenant }: CaseworkDeps) =>
  serve(route, async ({ now }) => {
    const { claims: risky, more } = await lateRisks(caseFiles, tenant.office.code.value, now, lookedAt);
    const claims = risky.slice(0, most).map((head) => {
      const law = claimLaw(tenant, calendarDay(head.filedOn));
      const { lastDay, reason } = head.risk;
      return {
        ...summaryOf(head, law, now),
        claimantName: head.claimantName,
        owner: head.owner?.name,
        reason,
        notifyBy: lastDay,
        workingDays: workingDaysLeft(limaDay(now), lastDay, law.calendars.COMPANY),
      };
    });
    return ok({ claims, more: more || risky.length > most });
  });
