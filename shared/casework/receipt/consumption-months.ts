import { type Rebilling, rebill } from "../../domain/billing/rebilling.ts";
import { type CaseEvent, entriesOf, isFact, lastEntry } from "../../domain/case/case-events.ts";
import { claimTypeOf } from "../../domain/case/claim.ts";
import { lawAt } from "../../domain/case/claim-law.ts";
import { type RepairCheck, repairCheck } from "../../domain/leak/leak-repair.ts";
import { controlOfReading } from "../../domain/reading/atypical-reading.ts";
import {
  type ControlCheck,
  controlCheck,
  gotIn,
  type InspectionFinding,
} from "../../domain/reading/billing-control.ts";
import type { RecordedControl } from "../../domain/reading/control-file.ts";
import { claimedReceipts } from "../../domain/receipt/claimed-receipts.ts";
import { averageOf, judgeConsumption, judgedMonths, type ReadMonth } from "../../domain/receipt/consumption.ts";
import { type ConsumptionOutcome, type MonthFacts, outcomesOf } from "../../domain/receipt/consumption-outcome.ts";
import type { Average, ConsumptionJudgement } from "../../domain/receipt/consumption-shapes.ts";
import { judgementWords } from "../../domain/receipt/consumption-words.ts";
import { type ConsumptionMonth, type Receipt, receiptKey, statusOf } from "../../domain/receipt/receipt.ts";
import { listFor, type TariffList } from "../../domain/receipt/tariff.ts";
import { type AssignedConsumption, assignedConsumptionOf } from "../../domain/resolution/assigned-consumption.ts";
import { standingResolutions } from "../../domain/resolution/standing-decisions.ts";
import { calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { acceptsTestCost } from "../../domain/visit/meter-test.ts";
import type { PaidReceipt, ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { StoredHead } from "../../storage/case/case-head.ts";
import type { AtypicalReadings } from "../../storage/reading/atypical-readings.ts";
import type { SupplyClaims } from "../../storage/supply/supply-claims.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { type CaseAt, caseHeadAt, isHeadOver } from "../case/case-at.ts";
import { readingRepair } from "../reading/reading-repair.ts";
import { measureDoubtsIn } from "../visit/acta-doubts.ts";

export interface ConsumptionDeps {
  readonly tenant: Tenant;
  readonly caseFiles: CaseFiles;
  readonly supplyClaims: SupplyClaims;
  readonly receiptReader: ReceiptReader;
  readonly atypicalReadings: Pick<AtypicalReadings, "ofMonth">;
}

/** A claimed month judged by the consumption rules (digest 7): its figures, the outcome, and the bill it leads to. */
export interface ConsumptionRuling {
  readonly receiptNumber: string;
  readonly period: string;
  readonly billedM3: number;
  readonly measuredM3: number;
  readonly average: Average;
  readonly assignment: AssignedConsumption | undefined;
  readonly judgement: ConsumptionJudgement;
  /** Whether a control before billing is on record; `control` says whether it meets the rules. */
  readonly controlled: boolean;
  readonly control: ControlCheck;
  /** Of a hidden leak: as this claim required it, or else the reading of the month before it was billed. */
  readonly repair: RepairCheck;
  readonly outcome: ConsumptionOutcome;
  /** Undefined if the outcome gives no figure or the price list is not known. */
  readonly rebilling: Rebilling | undefined;
  /** All of it in sentences, fit for a resolution. */
  readonly explanation: readonly string[];
}

/**
 * Returns the state of the repair of a non-visible leak on the day of `now`; `not-required` if the company never
 * required one.
 */
export function repairIn({ file, law, now }: CaseAt): RepairCheck {
  const required = lastEntry(file.events, "leak-repair-required");
  const verifications = entriesOf(file.events, "leak-verified").map(({ effectiveAt, repaired }) => ({
    on: limaDay(effectiveAt),
    repaired,
  }));
  const requirement = required && { notifiedOn: limaDay(required.effectiveAt), verifications };
  const { repairCalendarDays } = law.leak;
  const { calendars, earlier } = lawAt(law, now);
  return repairCheck(requirement, limaDay(now), { repairCalendarDays, calendars, earlier });
}

/** How many claims of a supply are read to know which of its months are claimed. */
const claimsRead = 20;

/**
 * Returns how the consumption rules judge each claimed month of a claim about metered consumption; empty if the claim's
 * present type is not F01. Leaves out a month without a receipt in `receipts`, and a month without a measured volume.
 * @param receipts of the history months, newest first, or their reading: the rest is read meanwhile
 */
export async function consumptionMonths(
  deps: ConsumptionDeps,
  at: CaseAt,
  receipts: readonly PaidReceipt[] | Promise<readonly PaidReceipt[]>,
): Promise<readonly ConsumptionRuling[]> {
  const { file, filing, claim } = at;
  if ((claimTypeOf(claim.history) ?? filing.claimType) !== "F01") return [];
  const [paid, heads, controls] = await Promise.all([
    receipts,
    lastClaims(deps, file.head.supplyCode),
    Promise.all(
      claimedReceipts(file.events).map(async ({ number, period }) => ({
        number,
        ...(await controlOf(deps, at, period)),
      })),
    ),
  ]);
  const claimed = paid.flatMap((one) => {
    const found = controls.find(({ number }) => number === receiptKey(one.receipt).number);
    return found ? { ...found, paid: one } : [];
  });
  const history = await supplyHistory(deps, at, paid);
  const others = heads.filter(({ claimId }) => claimId !== file.head.claimId);
  const averaged = await averagedBefore(deps, others, history);
  return rulings(at, deps.tenant, { history, averaged, receipts: paid }, claimed);
}

/**
 * Returns the control of a month before it was billed: the first with an inspection of file E, the office's own of the
 * atypical reading (there is none without a row of file E) and the one recorded in the case, or else the first of them.
 * Also returns how the repair of a hidden leak stands.
 */
async function controlOf(
  { tenant, receiptReader, atypicalReadings }: ConsumptionDeps,
  at: CaseAt,
  period: string,
): Promise<Pick<Controlled, "control" | "repair">> {
  const { head, events } = at.file;
  const repair = repairIn(at);
  const delivered = await receiptReader.controlOf(head.supplyCode, period);
  const reading = delivered && (await atypicalReadings.ofMonth(head.supplyCode, period));
  const controls = [
    delivered,
    reading && controlOfReading(reading, at.law.inspection.retryCount),
    entriesOf(events, "control-recorded").findLast(({ details }) => details.period === period)?.details,
  ];
  return {
    control: controls.find((control) => control?.inspection) ?? controls.find((control) => control !== undefined),
    repair: reading && repair.status === "not-required" ? readingRepair(tenant, reading, at.now) : repair,
  };
}

/**
 * The atypical months that were billed at their average before: those of the ledger, where only the leak rule bills an
 * atypical month so, and those that a resolution on one of `claims` decided so, which the ledger may not have yet.
 */
export async function averagedBefore(
  { caseFiles }: { readonly caseFiles: Pick<CaseFiles, "read"> },
  claims: readonly StoredHead[],
  history: readonly ConsumptionMonth[],
): Promise<readonly string[]> {
  const atypical = history.filter(({ exclusion }) => exclusion === "atypical");
  const periods = new Set(atypical.map(({ period }) => period));
  const about = claims.filter(({ receipts }) => receipts.some(({ period }) => periods.has(period)));
  const files = await Promise.all(about.map(({ claimId }) => caseFiles.read(claimId)));
  const decided = files.flatMap((file) =>
    standingResolutions((file?.events ?? []).filter(isFact)).flatMap(({ details }) => details.months),
  );
  return [
    ...atypical.flatMap(({ period, type }) => (type === "P" ? period : [])),
    ...decided.flatMap(({ period, byLeakRule }) => (byLeakRule ? period : [])),
  ];
}

/**
 * Returns the months of a claim's supply, oldest first, as the average is computed from them. If a month has several
 * receipts, uses only the newest. Excludes a month as `claim-pending` if this claim is about it, or a claim not yet
 * over among the supply's last 20. Excludes an atypical month as `atypical`, even if it is also pending.
 * @param receipts newest first
 */
export async function supplyHistory(
  { tenant, supplyClaims }: Pick<ConsumptionDeps, "tenant" | "supplyClaims">,
  at: CaseAt,
  receipts: readonly PaidReceipt[],
): Promise<readonly ConsumptionMonth[]> {
  const { events, head } = at.file;
  const pending = pendingMonths(await lastClaims({ supplyClaims }, head.supplyCode), at.now);
  const inClaim = new Set([...pending, ...claimedReceipts(events).map(({ period }) => period)]);
  return supplyMonths(at, tenant, receipts, inClaim);
}

/** Returns the heads of a supply's last 20 claims, the last filed first. */
export function lastClaims({ supplyClaims }: Pick<ConsumptionDeps, "supplyClaims">, supplyCode: string) {
  return supplyClaims.heads(supplyCode, claimsRead);
}

/** Returns the months of the claims that are not over, each as often as it is claimed. */
export function pendingMonths(claims: readonly StoredHead[], now: string): readonly string[] {
  return claims
    .filter((one) => !isHeadOver(caseHeadAt(one, now)))
    .flatMap(({ receipts }) => receipts.map(({ period }) => period));
}

/** A supply's months for the average, oldest first; of a month with several receipts, the newest counts. */
export function supplyMonths(
  { law }: Pick<CaseAt, "law">,
  tenant: Tenant,
  receipts: readonly PaidReceipt[],
  inClaim: ReadonlySet<string>,
): readonly ConsumptionMonth[] {
  const byPeriod = Map.groupBy(receipts, ({ receipt }) => receipt.period);
  const months = [...byPeriod.values()].flatMap(([newest]): readonly ReadMonth[] => {
    if (!newest) return [];
    const { period, billedM3: m3, billingType: type, measuredM3, averageM3 } = newest.receipt;
    return [
      {
        period,
        m3,
        type,
        measured: measuredM3,
        printedAverage: averageM3,
        assignment: assignedConsumptionFor(newest.receipt, tenant)?.m3,
        ...(inClaim.has(period) && { exclusion: "claim-pending" }),
      },
    ];
  });
  return judgedMonths(months, law);
}

/**
 * Returns the assigned consumption of a receipt's supply (digest 7.3); undefined if the tenant has no price list for
 * its tariff.
 */
export function assignedConsumptionFor(receipt: Receipt, { billing }: Tenant): AssignedConsumption | undefined {
  const list = listFor(billing.tariffLists.value, receipt.tariffCode);
  return (
    list && assignedConsumptionOf(receipt, list.categories[receipt.category].assignmentM3, billing.assignmentRows.value)
  );
}

interface Controlled {
  readonly paid: PaidReceipt;
  readonly control: RecordedControl | undefined;
  readonly repair: RepairCheck;
}

type Judged = Omit<ConsumptionRuling, "outcome" | "rebilling" | "explanation"> & { readonly paid: PaidReceipt };

function rulings(
  at: CaseAt,
  tenant: Tenant,
  {
    history: months,
    averaged,
    receipts,
  }: {
    readonly history: readonly ConsumptionMonth[];
    readonly averaged: readonly string[];
    readonly receipts: readonly PaidReceipt[];
  },
  controls: readonly Controlled[],
): readonly ConsumptionRuling[] {
  const judged = controls.flatMap((one) => judgedMonth(at, tenant, months, one) ?? []);
  const atypicalMonths = months.flatMap(({ period, exclusion }) => (exclusion === "atypical" ? [period] : []));
  const { events } = at.file;
  const doubts = measureDoubtsIn(events, receipts);
  const facts = judged.map(
    (month): MonthFacts => ({
      period: month.period,
      billedM3: month.billedM3,
      measuredM3: month.measuredM3,
      atypical: month.judgement.atypical,
      averageM3: month.average.m3,
      assignmentM3: month.judgement.assignment,
      control: month.control,
      inspection: inspectionIn(events),
      repair: month.repair,
      doubts,
      meterTest: lastEntry(events, "meter-test-reported")?.result,
      testCostAccepted: acceptsTestCost(events),
      atypicalMonths,
    }),
  );
  const outcomes = outcomesOf(facts, averaged, at.law.leak);
  return judged.flatMap((month, index) => {
    const outcome = outcomes[index];
    return outcome ? [ruling(at, month, outcome, tenant.billing.tariffLists.value)] : [];
  });
}

function judgedMonth(
  { law }: CaseAt,
  tenant: Tenant,
  months: readonly ConsumptionMonth[],
  { paid, control, repair }: Controlled,
): Judged | undefined {
  const { receipt } = paid;
  const { period, billedM3, billingType, issueDate, averageM3: printed } = receipt;
  const measuredM3 = receipt.measuredM3 ?? (billingType === "L" ? billedM3 : undefined);
  if (measuredM3 === undefined) return undefined;
  const average = averageOf(months, period, law.average);
  const assignment = assignedConsumptionFor(receipt, tenant);
  const { noticeHours } = law.atypical;
  return {
    paid,
    receiptNumber: receiptKey(receipt).number,
    period,
    billedM3,
    measuredM3,
    average,
    assignment,
    judgement: judgeConsumption(measuredM3, average.m3 ?? printed, assignment?.m3, law.atypical),
    controlled: control !== undefined,
    control: controlCheck(control, { noticeHours, issuedOn: calendarDay(issueDate) }),
    repair,
  };
}

/** The inspection that counts: the first that got inside, or else the last. */
function inspectionIn(events: readonly CaseEvent[]): InspectionFinding | undefined {
  const reports = entriesOf(events, "inspection-reported");
  const decisive = reports.find(({ outcome }) => gotIn(outcome)) ?? reports.at(-1);
  return (
    decisive && {
      on: limaDay(decisive.effectiveAt),
      outcome: decisive.outcome,
      leak: decisive.details.internal?.leak,
    }
  );
}

function ruling(
  { law }: CaseAt,
  { paid, ...month }: Judged,
  outcome: ConsumptionOutcome,
  lists: readonly TariffList[],
): ConsumptionRuling {
  const { receipt, payments } = paid;
  const list = listFor(lists, receipt.tariffCode);
  const rebilling =
    list && outcome.m3 !== undefined ? rebill(receipt, list, outcome.m3, statusOf(receipt, payments).paid) : undefined;
  return {
    ...month,
    outcome,
    rebilling,
    explanation: [
      ...month.average.explanation,
      ...printedWords(month),
      ...(month.assignment?.explanation ?? []),
      ...judgementWords(month.measuredM3, month.judgement, law.atypical),
      ...outcome.explanation,
      ...(rebilling?.explanation ?? []),
    ],
  };
}

/** Without a valid average, the printed one only decides whether the month is atypical; this sentence says so. */
function printedWords({ average, judgement }: Pick<ConsumptionRuling, "average" | "judgement">): readonly string[] {
  return average.m3 === undefined && judgement.average !== undefined
    ? [
        `Para ver si el consumo fue atípico se compara con el promedio que figura en el recibo, ${judgement.average} m³; para facturar no se usa.`,
      ]
    : [];
}
