import { type OutageTime, withOutages } from "../problem/outage.ts";
import { type Payment, type Receipt, receiptKey, statusOf } from "../receipt/receipt.ts";
import { type CalendarDay, calendarDay, limaDay } from "../term/calendar-day.ts";
import { type ClaimWindowRule, claimWindow, type DueDate, paidClaimWindow } from "../term/due-dates.ts";
import type { LegalCalendar } from "../term/legal-calendar.ts";

/** The rules for the term to claim a receipt, counted on the customer's calendar (USER). */
export interface ClaimWindowRules {
  readonly claimWindow: ClaimWindowRule;
  readonly claimWindowPaidMonths: number;
  readonly calendar: LegalCalendar;
  /** Calendars before, each until an instant (ISO 8601 in UTC): the receipt showed the day that they gave. */
  readonly earlier?: readonly { readonly until: string; readonly calendar: LegalCalendar }[] | undefined;
  /** Outages of the document desk: a last day within one moves on. */
  readonly outages?: readonly OutageTime[] | undefined;
}

/** The term to claim a receipt; `rule` is where its length is in the law, as `group.key`. */
interface ReceiptTerm extends DueDate {
  readonly rule: "claim.windowRule" | "claim.windowPaidMonths";
}

/**
 * Returns the term to claim a receipt. If it is paid and has a payment (T02): `claimWindowPaidMonths` from the later of
 * due date and last payment, reversals left out. Otherwise (T01): the later of the months and days of `claimWindow`
 * from the due date. A last day in an outage of the document desk moves to the next working day without one. Each
 * earlier calendar still in force on the first day gives a term too; the one that ends last is returned.
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
  const { supplyCode, number } = receiptKey(receipt);
  const lastPayment = payments
    .filter((each) => each.supplyCode === supplyCode && each.receiptNumber === number && each.amount > 0)
    .map((each) => each.paidOn)
    .sort()
    .at(-1);
  if (statusOf(receipt, payments).status !== "PAID" || lastPayment === undefined)
    return { rule: "claim.windowRule", ...claimWindow({ from: dueOn, rule: rules.claimWindow, calendar }) };
  const paidOn = calendarDay(lastPayment);
  const months = rules.claimWindowPaidMonths;
  return { rule: "claim.windowPaidMonths", ...paidClaimWindow({ dueOn, paidOn, months, calendar }) };
}

/**
 * Returns the last day to claim a receipt, inclusive: the due date of `termToClaim`. The term is counted from the
 * receipt's due date, or for a paid receipt from the later of its due date and the last payment.
 */
export function lastDayToClaim(receipt: Receipt, payments: readonly Payment[], rules: ClaimWindowRules): CalendarDay {
  return termToClaim(receipt, payments, rules).dueDate;
}
