import { type AssignmentRow, assignedConsumptionOf } from "../resolution/assigned-consumption.ts";
import { daysBetween, parseDay } from "../term/calendar-day.ts";
import { atMarginalPrice, type BillInput, bill, billInput, totalDueWith } from "./billing.ts";
import { historicalAverage, judgeConsumption } from "./consumption.ts";
import type { ConsumptionJudgement, ConsumptionRules } from "./consumption-shapes.ts";
import { type Cents, divideHalfUp, subtractCents } from "./money.ts";
import type { ConsumptionMonth, Receipt } from "./receipt.ts";
import { type BillingType, type Category, listFor, type ServiceType, type TariffList } from "./tariff.ts";

/** Why a receipt differs from the previous one, in the order in which the inputs are changed. */
export const factorKinds = [
  "tariff-list",
  "category",
  "subsidy",
  "use-units",
  "service",
  "days",
  "reading-type",
  "volume",
  "other-taxed",
  "late-interest",
  "instalment",
  "debt",
  "credit",
  "rounding",
  "list-difference",
] as const;
export type FactorKind = (typeof factorKinds)[number];

type Change<Kind extends FactorKind, Value> = {
  readonly kind: Kind;
  /** What it adds to the total to pay, tax and rounding included; negative if it lowers the total. Never 0.00. */
  readonly amount: Cents;
  readonly from: Value;
  readonly to: Value;
};

/** A volume in m³ at that step, and how it was billed. */
type Volume = { readonly m3: number; readonly billingType: BillingType };

/** One cause of the difference, with its value on the previous receipt and on this one. */
export type Factor =
  | Change<"tariff-list", string>
  | Change<"category", Category>
  | Change<"subsidy", boolean>
  | Change<"use-units", number>
  | Change<"service", ServiceType>
  | Change<"days", { readonly days: number; readonly m3: number }>
  /** The change of a volume that was estimated (`P` or `A`) on either receipt: nobody knows what was used. */
  | Change<"reading-type", Volume>
  /**
   * Both months were read. `from.m3` is that of the days of this month, the same as billed if they are as many.
   * `rangeStep`: the part of `amount` beyond the change in m³ at the previous marginal price, tax included.
   */
  | (Change<"volume", Volume> & { readonly rangeStep: Cents })
  | Change<"other-taxed" | "late-interest" | "instalment" | "debt" | "credit" | "rounding", Cents>
  /** What each imported total has beyond the computed one. */
  | Change<"list-difference", Cents>;

/** How this month's reading compares with the supply's average. `unknown`: there is no reading or no average. */
export const consumptionJudgements = [
  "atypical",
  "more-than-double",
  "higher",
  "about-the-same",
  "lower",
  "unknown",
] as const;
export type Judgement = (typeof consumptionJudgements)[number];

/** What a receipt is compared with. Without it there are no factors, and `reason` says what is missing. */
export type Baseline =
  | {
      readonly kind: "previous-receipt";
      readonly period: string;
      readonly m3: number;
      readonly totalDue: Cents;
      /** This receipt's total less the previous one's: the sum of the factors, to the céntimo. */
      readonly change: Cents;
    }
  | { readonly kind: "none"; readonly reason: "previous-receipt-missing" }
  | { readonly kind: "none"; readonly reason: "tariff-list-missing"; readonly tariffCode: string };

export type Explanation = {
  readonly baseline: Baseline;
  readonly factors: readonly Factor[];
  /** The volume billed, and the historical average it is compared with, in m³. */
  readonly m3: number;
  /** What the meter showed, in m³, if the volume was billed by average or assignment all the same. */
  readonly readM3: number | undefined;
  readonly average: number | undefined;
  /** The reading divided by the average, in tenths: 30 means three times the average. */
  readonly timesAverageTenths: number | undefined;
  readonly judgement: Judgement;
  /** Which conditions of atypical consumption hold; undefined without a reading. */
  readonly consumption: ConsumptionJudgement | undefined;
};

export type ExplanationRules = ConsumptionRules & {
  /** Up to this many percent above or below the average counts as "about the same". */
  readonly sameWithinPercent: number;
  /** The utility's assignment table, which prevails over the figure of the category. */
  readonly assignmentRows?: readonly AssignmentRow[];
};

export type ExplanationInput = {
  readonly current: Receipt;
  /** The supply's receipt before it, if there is one. */
  readonly previous: Receipt | undefined;
  readonly lists: readonly TariffList[];
  readonly rules: ExplanationRules;
  readonly history: readonly ConsumptionMonth[];
  /** Whether the tenant's assignments are confirmed; until then no month is judged "atypical". */
  readonly assignmentConfirmed: boolean;
};

/**
 * Returns why a receipt differs from the previous one (design, section 5, "Explanation of a receipt"). The factors add
 * up to `current.totalDue` − `previous.totalDue` to the céntimo: what an imported total has beyond the computed one is
 * `list-difference`. Factors of 0.00 are left out. Without a previous receipt, or if `lists` lacks the list of either,
 * there are no factors, and `baseline` names the reason. The comparison with the supply's average is always returned.
 */
export function explainReceipt(input: ExplanationInput): Explanation {
  const { current, previous, lists } = input;
  const currentList = listFor(lists, current.tariffCode);
  const compared = compareWithAverage(input, currentList);
  const withoutBaseline = (baseline: Baseline): Explanation => ({ ...compared, baseline, factors: [] });
  if (previous === undefined) return withoutBaseline({ kind: "none", reason: "previous-receipt-missing" });

  const previousList = listFor(lists, previous.tariffCode);
  const missing = (tariffCode: string) => withoutBaseline({ kind: "none", reason: "tariff-list-missing", tariffCode });
  if (currentList === undefined) return missing(current.tariffCode);
  if (previousList === undefined) return missing(previous.tariffCode);

  const { period, billedM3, totalDue } = previous;
  const change = subtractCents(current.totalDue, totalDue);
  return {
    ...compared,
    baseline: { kind: "previous-receipt", period, m3: billedM3, totalDue, change },
    factors: walk(previous, billInput(previous, previousList), current, billInput(current, currentList)),
  };
}

/**
 * Returns the factor with the largest amount, whether it raises or lowers the total; of equal ones the first. Undefined
 * if there are no factors.
 */
export function mainFactor(factors: readonly Factor[]): Factor | undefined {
  return factors.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))[0];
}

/**
 * Returns the factors: changes the previous receipt's bill to this one's, one input at a time, then compares the
 * amounts outside the month's total. Factors of 0.00 are left out. Days count only if both volumes were read over them.
 */
function walk(previous: Receipt, start: BillInput, current: Receipt, end: BillInput): readonly Factor[] {
  const listed = { ...start, list: end.list };
  const categorised = { ...listed, category: end.category };
  const subsidised = { ...categorised, subsidized: end.subsidized };
  const divided = { ...subsidised, useUnits: end.useUnits };
  const served = { ...divided, serviceType: end.serviceType };
  const isRead = start.billingType === "L" && end.billingType === "L";
  const days = { from: isRead ? readingDays(previous) : 0, to: readingDays(current) };
  const timed =
    days.from > 0 && days.to > 0 ? { ...served, billedM3: divideHalfUp(served.billedM3 * days.to, days.from) } : served;
  const used = { ...timed, billingType: end.billingType, billedM3: end.billedM3 };
  const volume = { amount: rise(timed, used), from: volumeOf(timed), to: volumeOf(used) };
  const atPreviousPrice = atMarginalPrice(timed, used.billedM3 - timed.billedM3);

  const factors: readonly Factor[] = [
    { kind: "tariff-list", amount: rise(start, listed), from: start.list.code, to: end.list.code },
    { kind: "category", amount: rise(listed, categorised), from: start.category, to: end.category },
    { kind: "subsidy", amount: rise(categorised, subsidised), from: start.subsidized, to: end.subsidized },
    { kind: "use-units", amount: rise(subsidised, divided), from: start.useUnits, to: end.useUnits },
    { kind: "service", amount: rise(divided, served), from: start.serviceType, to: end.serviceType },
    {
      kind: "days",
      amount: rise(served, timed),
      from: { days: days.from, m3: served.billedM3 },
      to: { days: days.to, m3: timed.billedM3 },
    },
    isRead
      ? { kind: "volume", ...volume, rangeStep: subtractCents(volume.amount, atPreviousPrice) }
      : { kind: "reading-type", ...volume },
    { kind: "other-taxed", amount: rise(used, end), from: start.otherTaxed, to: end.otherTaxed },
    difference("late-interest", previous.lateInterest, current.lateInterest),
    difference("instalment", previous.instalment, current.instalment),
    difference("debt", previous.previousDebt, current.previousDebt),
    { ...difference("credit", current.credit, previous.credit), from: previous.credit, to: current.credit },
    difference("rounding", previous.rounding, current.rounding),
    difference("list-difference", beyondTheList(previous, start), beyondTheList(current, end)),
  ];
  return factors.filter((factor) => factor.amount !== 0);
}

function rise(before: BillInput, after: BillInput): Cents {
  return subtractCents(bill(after).monthTotal, bill(before).monthTotal);
}

function volumeOf({ billedM3, billingType }: BillInput): Volume {
  return { m3: billedM3, billingType };
}

type PlainKind = "late-interest" | "instalment" | "debt" | "credit" | "rounding" | "list-difference";

function difference<Kind extends PlainKind>(kind: Kind, from: Cents, to: Cents): Change<Kind, Cents> {
  return { kind, amount: subtractCents(to, from), from, to };
}

/** Returns the part of the imported total that neither the computed bill nor the receipt's other amounts explain. */
function beyondTheList(receipt: Receipt, input: BillInput): Cents {
  return subtractCents(receipt.totalDue, totalDueWith(bill(input).monthTotal, receipt));
}

/** Returns the days between a receipt's readings; 0 if a date is unknown. */
function readingDays({ readingPrevDate = "", readingCurrDate = "" }: Receipt): number {
  const from = parseDay(readingPrevDate);
  const to = parseDay(readingCurrDate);
  return from === undefined || to === undefined ? 0 : daysBetween(from, to);
}

/**
 * Compares the reading with the average of the months before, or with the average printed on the receipt if the history
 * gives none.
 */
function compareWithAverage(
  { current, history, rules, assignmentConfirmed }: ExplanationInput,
  list: TariffList | undefined,
): Omit<Explanation, "baseline" | "factors"> {
  const average = historicalAverage(history, current.period, rules.average) ?? current.averageM3;
  const measured = current.measuredM3 ?? (current.billingType === "L" ? current.billedM3 : undefined);
  const readM3 = current.billingType === "L" ? undefined : measured;
  const compared = { m3: current.billedM3, readM3, average };
  if (measured === undefined)
    return { ...compared, timesAverageTenths: undefined, judgement: "unknown", consumption: undefined };

  const assignment = list && assignedM3(current, list, rules);
  const consumption = judgeConsumption(measured, average, assignment, rules.atypical);
  return {
    ...compared,
    timesAverageTenths: average ? divideHalfUp(10 * measured, average) : undefined,
    judgement: judge(measured, consumption, rules.sameWithinPercent, assignmentConfirmed),
    consumption,
  };
}

/** Returns the assigned m³ of a receipt's supply for all its units, by its price list and the utility's table. */
export function assignedM3(receipt: Receipt, list: TariffList, { assignmentRows = [] }: ExplanationRules): number {
  return assignedConsumptionOf(receipt, list.categories[receipt.category].assignmentM3, assignmentRows).m3;
}

function judge(
  measured: number,
  { average, overAverage, atypical }: ConsumptionJudgement,
  sameWithinPercent: number,
  assignmentConfirmed: boolean,
): Judgement {
  if (average === undefined) return "unknown";
  if (atypical && assignmentConfirmed) return "atypical";
  if (overAverage) return "more-than-double";
  if (100 * Math.abs(measured - average) <= sameWithinPercent * average) return "about-the-same";
  return measured > average ? "higher" : "lower";
}
