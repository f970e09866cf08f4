import { type CalendarDay, calendarDay } from "./calendar-day.ts";
import { type ClaimWindowRule, claimWindow, paidClaimWindow } from "./due-dates.ts";
import type { LegalCalendar } from "./legal-calendar.ts";
import { type Payment, type Receipt, statusOf } from "./receipt.ts";

/** The rules of the term to claim a receipt: the customer's calendar (USER) counts. */
export interface ClaimWindowRules {
  readonly claimWindow: ClaimWindowRule;
  readonly claimWindowPaidMonths: number;
  readonly calendar: LegalCalendar;
}

/** The last day to claim a receipt (T01); once it is paid, of the longer term from its last payment (T02). */
export function lastDayToClaim(receipt: Receipt, payments: readonly Payment[], rules: ClaimWindowRules): CalendarDay {
  const { calendar } = rules;
  const dueOn = calendarDay(receipt.dueDate);
  const lastPayment = payments
    .map((each) => each.paidOn)
    .sort()
    .at(-1);
  if (statusOf(receipt, payments).status !== "PAID" || lastPayment === undefined)
    return claimWindow({ from: dueOn, rule: rules.claimWindow, calendar }).dueDate;
  const paidOn = calendarDay(lastPayment);
  return paidClaimWindow({ dueOn, paidOn, months: rules.claimWindowPaidMonths, calendar }).dueDate;
}
