import type { explainReceipt as explainRoute, lookUpReceipt } from "../../contract/receipt/receipt-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { type ClaimWindowRules, lastDayToClaim } from "../../domain/filing/claim-window.ts";
import { isAtypical } from "../../domain/receipt/consumption.ts";
import {
  type CorrectedFigures,
  correctedFigures,
  type ReceiptStanding,
  withCorrection,
} from "../../domain/receipt/corrected-receipt.ts";
import { billedConcepts, disputedPart } from "../../domain/receipt/disputed-part.ts";
import {
  assignedM3,
  type Explanation,
  type ExplanationRules,
  explainReceipt,
  type Factor,
  mainFactor,
} from "../../domain/receipt/explanation.ts";
import { formatCents } from "../../domain/receipt/money.ts";
import { type ConsumptionMonth, type Receipt, receiptKey, statusOf } from "../../domain/receipt/receipt.ts";
import { listFor, type TariffList } from "../../domain/receipt/tariff.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { workingDaysLeft } from "../../domain/term/due-dates.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import { linesOf } from "./receipt-lines.ts";

type Sheet = AnswerOf<typeof lookUpReceipt>;
type Month = Sheet["history"][number];
type ExplanationView = AnswerOf<typeof explainRoute>;

/** The months shown and compared: the receipt's and the twelve before it. */
export const monthsShown = 13;

/** The rules a receipt is read with: price lists, explanation rules, and the claimant's calendar. */
export interface ReceiptRules extends ClaimWindowRules {
  readonly lists: readonly TariffList[];
  readonly explanation: ExplanationRules;
  readonly assignmentConfirmed: boolean;
  /** Today in Lima. */
  readonly today: CalendarDay;
  readonly testData: boolean;
}

/**
 * Returns the receipt `at` as its page shows it, without holder, document or address. `history` has the newest receipt
 * of each of the last 13 billed months up to that of `at`, oldest first.
 * @param receipts of the supply, newest first
 * @param loadedAt the instant of the last load from the commercial system; absent before the first
 */
export function sheetOf(
  receipts: readonly PaidReceipt[],
  at: PaidReceipt,
  rules: ReceiptRules,
  loadedAt: string | undefined,
): Sheet {
  return {
    receipt: receiptView(at, rules),
    explanation: explanationView(receipts, at.receipt, rules),
    history: historyOf(receipts, at.receipt.period),
    ...(loadedAt !== undefined && { loadedAt }),
    testData: rules.testData,
  };
}

/** Returns what is shown of the newest receipt of each of the last 13 billed months up to `period`, oldest first. */
export const historyOf = (receipts: readonly PaidReceipt[], period: string): Month[] =>
  monthsUpTo(receipts, period).map(monthView).reverse();

/** Returns the newest receipt of a month; `receipts` are newest first. Undefined if the month has none. */
export function receiptOfMonth(receipts: readonly PaidReceipt[], period: string): PaidReceipt | undefined {
  return receipts.find(({ receipt }) => receipt.period === period);
}

/**
 * Returns the receipts of up to 13 months, newest first: of each month up to and including `period`, the newest
 * receipt. Months without a receipt are skipped. `receipts` must be newest first.
 */
export function monthsUpTo(receipts: readonly PaidReceipt[], period: string): readonly PaidReceipt[] {
  const byPeriod = Map.groupBy(
    receipts.filter(({ receipt }) => receipt.period <= period),
    ({ receipt }) => receipt.period,
  );
  return [...byPeriod.values()].flatMap(([newest]) => newest ?? []).slice(0, monthsShown);
}

/**
 * Returns how a receipt stands. A paid one has no part that a claim holds. What is disputed of a held one is read from
 * the rest by its price list in `lists`: without it, the whole month is.
 */
export function standingOf(of: PaidReceipt, lists: readonly TariffList[]): ReceiptStanding {
  const { receipt: issued, payments, isHeld, disputed = billedConcepts, corrected: correction } = of;
  const receipt = correction ? withCorrection(issued, correction) : issued;
  const corrected = correction && correctedFigures(issued, payments, correction);
  const { status, paid } = statusOf(receipt, payments);
  if (!isHeld || status === "PAID") return { status, paid, corrected };
  return {
    status: "IN_CLAIM",
    paid,
    corrected,
    held: disputedPart({ receipt, list: listFor(lists, receipt.tariffCode), paid }, disputed),
  };
}

function correctedView({ monthTotal, totalDue, overpaid, ...corrected }: CorrectedFigures) {
  return {
    ...corrected,
    monthTotal: formatCents(monthTotal),
    totalDue: formatCents(totalDue),
    ...(overpaid !== undefined && { overpaid: formatCents(overpaid) }),
  };
}

export function monthView(of: PaidReceipt): Month {
  const { receipt, corrected } = of;
  const { period, billedM3, billingType, monthTotal, totalDue, dueDate } = receipt;
  return {
    period,
    number: receiptKey(receipt).number,
    m3: billedM3,
    billingType,
    monthTotal: formatCents(monthTotal),
    totalDue: formatCents(totalDue),
    dueDate,
    status: standingOf(of, []).status,
    ...(corrected && { corrected: formatCents(corrected.amount) }),
  };
}

function receiptView(of: PaidReceipt, rules: ReceiptRules): Sheet["receipt"] {
  const { receipt, payments } = of;
  const { status, paid, held, corrected } = standingOf(of, rules.lists);
  const list = listFor(rules.lists, receipt.tariffCode);
  const claimUntil = lastDayToClaim(receipt, payments, rules);
  return {
    supplyCode: receipt.supplyCode,
    number: receiptKey(receipt).number,
    period: receipt.period,
    issueDate: receipt.issueDate,
    dueDate: receipt.dueDate,
    cutoffDate: receipt.cutoffDate,
    category: receipt.category,
    subsidized: receipt.subsidized,
    useUnits: receipt.useUnits,
    serviceType: receipt.serviceType,
    meterNumber: receipt.meterNumber,
    readingPreviousDate: receipt.readingPrevDate,
    readingCurrentDate: receipt.readingCurrDate,
    readingPrevious: receipt.readingPrev,
    readingCurrent: receipt.readingCurr,
    readingNote: receipt.readingNote,
    billingType: receipt.billingType,
    billedM3: receipt.billedM3,
    averageM3: receipt.averageM3,
    tariffCode: receipt.tariffCode,
    lines: [...linesOf(receipt, list)],
    waterAmount: formatCents(receipt.waterAmount),
    sewerAmount: formatCents(receipt.sewerAmount),
    fixedCharge: formatCents(receipt.fixedCharge),
    otherTaxed: formatCents(receipt.otherTaxed),
    subtotal: formatCents(receipt.subtotal),
    tax: formatCents(receipt.taxAmount),
    monthTotal: formatCents(receipt.monthTotal),
    lateInterest: formatCents(receipt.lateInterest),
    instalment: formatCents(receipt.instalment),
    previousDebt: formatCents(receipt.previousDebt),
    credit: formatCents(receipt.credit),
    rounding: formatCents(receipt.rounding),
    totalDue: formatCents(receipt.totalDue),
    overdueMonths: receipt.overdueMonths,
    status,
    paid: formatCents(paid),
    held: held && { amount: formatCents(held.amount), payable: formatCents(held.payable) },
    corrected: corrected && correctedView(corrected),
    claimUntil,
    claimDaysLeft: workingDaysLeft(rules.today, claimUntil, rules.calendar),
  };
}

/**
 * Returns why a receipt differs from the newest receipt of the last earlier month that has one. `baseline` is
 * `previous-receipt`, or the reason why there is no comparison: `previous-receipt-missing` or `tariff-list-missing`.
 * Looks only at the 13 billed months up to the receipt's own.
 * @param receipts newest first
 */
export function explanationView(
  receipts: readonly PaidReceipt[],
  current: Receipt,
  rules: ReceiptRules,
): ExplanationView {
  const months = monthsUpTo(receipts, current.period).map(({ receipt }) => receipt);
  const previous = months.find((receipt) => receipt.period < current.period);
  const explained = explainReceipt({
    current,
    previous,
    lists: rules.lists,
    rules: rules.explanation,
    history: months.map((receipt) => consumptionOf(receipt, rules)),
    assignmentConfirmed: rules.assignmentConfirmed,
  });
  return {
    ...baselineView(explained, previous),
    previousBillingType: previous?.billingType,
    m3: explained.m3,
    readM3: explained.readM3,
    averageM3: explained.average,
    timesAverageTenths: explained.timesAverageTenths,
    judgement: explained.judgement,
    factors: explained.factors.map((factor) => factorView(factor, previous)),
    mainFactor: mainFactor(explained.factors)?.kind,
  };
}

type BaselineView = Pick<ExplanationView, "baseline" | "previousPeriod" | "previousTotalDue" | "previousM3">;

function baselineView({ baseline }: Explanation, previous: Receipt | undefined): BaselineView {
  if (baseline.kind === "none") return { baseline: baseline.reason };
  return {
    baseline: "previous-receipt",
    previousPeriod: baseline.period,
    previousTotalDue: formatCents(baseline.totalDue),
    previousM3: previous?.billedM3,
  };
}

function factorView(factor: Factor, previous: Receipt | undefined): ExplanationView["factors"][number] {
  const { kind } = factor;
  const amount = formatCents(factor.amount);
  switch (factor.kind) {
    case "days":
      return { kind, amount, before: String(factor.from.days), after: String(factor.to.days) };
    case "reading-type":
      return {
        kind,
        amount,
        before: factor.from.billingType,
        after: factor.to.billingType,
        beforeM3: factor.from.m3,
        afterM3: factor.to.m3,
      };
    case "volume":
      return {
        kind,
        amount,
        ...(previous?.billedM3 !== factor.from.m3 && { beforeM3: previous?.billedM3 }),
        before: String(factor.from.m3),
        after: String(factor.to.m3),
        rangeStep: formatCents(factor.rangeStep),
      };
    case "tariff-list":
    case "category":
    case "subsidy":
    case "use-units":
    case "service":
      return { kind, amount, before: String(factor.from), after: String(factor.to) };
    default:
      return { kind, amount, before: formatCents(factor.from), after: formatCents(factor.to) };
  }
}

/**
 * Returns a month's consumption. It is excluded as `atypical` from normal use if it was read (`L`) and is atypical
 * (regulation 7.2, "valid difference").
 */
function consumptionOf(receipt: Receipt, { lists, explanation }: ReceiptRules): ConsumptionMonth {
  const { period, billedM3: m3, billingType: type, averageM3 } = receipt;
  const list = listFor(lists, receipt.tariffCode);
  const assignment = list && assignedM3(receipt, list, explanation);
  const atypical = type === "L" && isAtypical(m3, averageM3, assignment, explanation.atypical);
  return { period, m3, type, ...(atypical && { exclusion: "atypical" }) };
}
