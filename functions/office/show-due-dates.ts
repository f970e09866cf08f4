import { dueDates } from "../../shared/contract/office-routes.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { countAsked } from "../../shared/domain/term/asked-term.ts";
import { lapsesAt } from "../../shared/domain/term/calendar-day.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { serve } from "../runtime/serve.ts";

/**
 * Answers how a term of working days, calendar days or months is counted from a day, by the user's or, by default, the
 * company's calendar. The answer has the term's last day, the instant from which an act is late, and for every day
 * whether it counts and why.
 */
export const showDueDates = ({ tenantAt }: { tenantAt: (now: string) => Promise<Tenant> }) =>
  serve(dueDates, async ({ query, now }) => {
    const { calendars } = await tenantAt(now);
    const due = countAsked(query, calendars[query.calendar === "user" ? "USER" : "COMPANY"].value);
    return ok({ ...due, days: [...due.days], lapsesAt: lapsesAt(due.dueDate) });
  });
