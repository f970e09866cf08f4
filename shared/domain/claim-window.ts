import { type CalendarDay, calendarDay, limaDay } from "./calendar-day.ts";
import { type ClaimWindowRule, claimWindow, type DueDate, paidClaimWindow } from "./due-dates.ts";
import type { LegalCalendar } from "./legal-calendar.ts";
import { type OutageTime, withOutages } from "./outage.ts";
import { type Payment, type Receipt, statusOf } from "./receipt.ts";

/** The rules of the term to claim a receipt: the customer's calendar (USER) counts. */
export interface ClaimWindowRules {
  readonly claimWindow: ClaimWindowRule;
  readonly claimWindowPaidMonths: number;
  readonly calendar: LegalCalendar;
  /** Those before, each until an instant (ISO 8601 in UTC): the receipt showed what they gave. */
  readonly earlier?: readonly { readonly until: string; readonly calendar: LegalCalendar }[] | undefined;
  /** When the document desk did not work: a last day it met moves on. */
  readonly outages?: readonly OutageTime[] | undefined;
}

/** The term to claim a receipt, and where its value stands in the law, as `group.key`. */
interface ReceiptTerm extends DueDate {
  readonly rule: "claim.windowRule" | "claim.windowPaidMonths";
}

/**
 * The term to claim a receipt, with its working (T01); once it is paid, the longer one from its last payment (T02). A change
 * of the calendar never shortens what was shown while it ran.
 */
export function termToClaim(receipt: Receipt, payments: readonly Payment[], rules: ClaimWindowRules): ReceiptTerm {
  const under = (calendar: LegalCalendar) =>
    withOutages(termUnder(calendar, receipt, payments, rules), rules.outages ?? [], calendar);
  const now = under(rules.calendar);
  return (rules.earlier ?? [])
    .filter(({ until }) => limaDay(until) >= now.from)
    .map(({ calendar }) => under(calendar))
    .reduce((latest, shown) => (shown.dueDate > latest.dueDate ? shown : latest), now);
}

function termUnder(
  calendar: LegalCalendar,
  receipt: Receipt,
  payments: readonly Payment[],
  rules: ClaimWindowRules,
): ReceiptTerm {
  const dueOn = calendarDay(receipt.dueDate);
  const lastPayment = payments
    .map((each) => each.paidOn)
    .sort()
    .at(-1);
  if (statusOf(receipt, payments).status !== "PAID" || lastPayment === undefined)
    return { rule: "claim.windowRule", ...claimWindow({ from: dueOn, rule: rules.claimWindow, calendar }) };
  const paidOn = calendarDay(lastPayment);
  const months = rules.claimWindowPaidMonths;
  return { rule: "claim.windowPaidMonths", ...paidClaimWindow({ dueOn, paidOn, months, calendar }) };
}

/** The last day to claim a receipt: see `termToClaim`. */
export function lastDayToClaim(receipt: Receipt, payments: readonly Payment[], rules: ClaimWindowRules): CalendarDay {
  return termToClaim(receipt, payments, rules).dueDate;
}
