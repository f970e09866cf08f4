import type { CaseDeps } from "../../../shared/casework/case/record.ts";
import { listUnanswered as route } from "../../../shared/contract/billing/exchange-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { workingMinutes } from "../../../shared/domain/term/working-hours.ts";
import type { ReportedChange } from "../../../shared/storage/billing/holds.ts";
import { serve } from "../../runtime/serve.ts";

type Entry = AnswerOf<typeof route>["unanswered"][number];

/** Entries of the exchange that are looked at, oldest first: more than anybody reads. */
const mostListed = 500;

/**
 * Answers the holds and adjustments that the commercial system has left unacknowledged for `answerHours` or more,
 * oldest first. `answerHours` is how many working hours the utility's data gives the commercial system to acknowledge.
 * Each row has the working hours it has waited, rounded down. Only the oldest 500 unacknowledged changes are looked at.
 */
export const listUnanswered = ({ tenant, holds }: CaseDeps) =>
  serve(route, async ({ now }) => {
    const { answerHours, ...hours } = tenant.office.exchange.value;
    const reported = await holds.unanswered(mostListed);
    const unanswered = reported
      .map((one) => {
        const minutes = workingMinutes(one.change.at, now, hours, tenant.calendars.COMPANY.value);
        return entryOf(one, Math.floor(minutes / 60));
      })
      .filter(({ workingHours }) => workingHours >= answerHours);
    return ok({ answerHours, unanswered });
  });

function entryOf({ what, day, change }: ReportedChange, workingHours: number): Entry {
  const { supplyCode, receiptNumber, period, version, at, code } = change;
  return { what, day, supplyCode, receiptNumber, period, version, at, code, workingHours };
}
