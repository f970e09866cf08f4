import {
  type AtypicalReading,
  hiddenLeak,
  listedOn,
  readingIdOf,
  readingResult,
} from "../../domain/reading/atypical-reading.ts";
import type { BillingControl } from "../../domain/reading/control-file.ts";
import { averageOf, judgeConsumption } from "../../domain/receipt/consumption.ts";
import type { ConsumptionMonth } from "../../domain/receipt/receipt.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import type { System } from "../../domain/work/people.ts";
import type { ReceiptReader } from "../../storage/billing/receipt-reader.ts";
import { pauseBefore } from "../../storage/dynamodb.ts";
import type { AtypicalReadings, StoredReading } from "../../storage/reading/atypical-readings.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { claimLaw } from "../case/claim-law.ts";
import { assignedConsumptionFor, supplyMonths } from "../receipt/consumption-months.ts";
import { readingRepair } from "./reading-repair.ts";

export interface ReadingDeps {
  readonly tenant: Tenant;
  readonly receiptReader: Pick<ReceiptReader, "lastMonths">;
}

/** The figures by which the law judges a volume of a month that was not billed yet, and the months before it. */
export interface Judged {
  readonly atypical: boolean;
  readonly averageM3: number | undefined;
  /** The average is the one printed on the last receipt, as the months give none. */
  readonly printed: boolean;
  readonly assignmentM3: number | undefined;
  readonly months: readonly ConsumptionMonth[];
}

/**
 * Judges a volume that was read and not billed yet, by the law of today and the supply's receipts before that month
 * (digest 7.4). Not atypical if the average or the assignment is not known, as for a supply without receipts.
 * @param inClaim months of the supply under claim, which no average counts
 */
export async function judgeReading(
  { tenant, receiptReader }: ReadingDeps,
  { supplyCode, period, m3 }: Pick<AtypicalReading, "supplyCode" | "period" | "m3">,
  now: string,
  inClaim: readonly string[] = [],
): Promise<Judged> {
  const law = claimLaw(tenant, limaDay(now));
  const receipts = await receiptReader.lastMonths(supplyCode, law.evidence.historyMonths);
  const before = receipts.filter(({ receipt }) => receipt.period < period);
  const months = supplyMonths({ law }, tenant, before, new Set(inClaim));
  const [newest] = before;
  const valid = averageOf(months, period, law.average).m3;
  const averageM3 = valid ?? newest?.receipt.averageM3;
  const assignmentM3 = newest && assignedConsumptionFor(newest.receipt, tenant)?.m3;
  const { atypical } = judgeConsumption(m3, averageM3, assignmentM3, law.atypical);
  return { atypical, averageM3, printed: valid === undefined && averageM3 !== undefined, assignmentM3, months };
}

export interface IntakeDeps extends ReadingDeps {
  readonly foundReadings: Pick<AtypicalReadings, "open" | "find" | "append">;
}

const importer: System = { kind: "system", name: "import-receipts" };
const tries = 6;

/**
 * Takes in a row of file E. An atypical reading without inspection is put on the office's list, once for a month of a
 * supply, until its day of issue. Of one on the list, an inspection closes it and another reading is one made again;
 * one that was corrected is listed again for another atypical reading. Throws if other writes come first in six
 * attempts.
 */
export async function takeControl(deps: IntakeDeps, control: BillingControl, now: string): Promise<void> {
  const { supplyCode, period, found, inspection } = control;
  const readingId = readingIdOf(supplyCode, period);
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const before = await deps.foundReadings.find(readingId);
    if (before ? await brought(deps, before, control, now) : inspection || !found || (await begun(deps, control, now)))
      return;
    await pauseBefore(attempt);
  }
  throw new Error(`reading ${readingId} is being written`);
}

/** Returns whether a row's reading may be put on the list: its receipt was not to be issued before today. */
const isListed = (found: BillingControl["found"], now: string): boolean =>
  found !== undefined && found.issueOn >= limaDay(now);

/** Puts a reading on the list if it is atypical and in time for its receipt; false if another write did so first. */
async function begun(deps: IntakeDeps, { supplyCode, period, found }: BillingControl, now: string): Promise<boolean> {
  if (!found || !isListed(found, now)) return true;
  const judged = await judgeReading(deps, { supplyCode, period, m3: found.m3 }, now);
  const { atypical, averageM3, printed, assignmentM3 } = judged;
  if (!atypical || averageM3 === undefined || assignmentM3 === undefined) return true;
  return deps.foundReadings.open({
    ...{ readingId: readingIdOf(supplyCode, period), office: deps.tenant.office.code.value, supplyCode, period },
    ...(printed && { averagePrinted: true }),
    ...{ ...found, averageM3, assignmentM3, entries: [{ type: "found", at: now, by: importer }] },
  });
}

/** Records what a row brings about a reading on the list; false if another write came first. */
async function brought(
  deps: IntakeDeps,
  before: StoredReading,
  { found, inspection }: BillingControl,
  now: string,
): Promise<boolean> {
  const { retryCount } = claimLaw(deps.tenant, limaDay(now)).inspection;
  const result = readingResult(before, retryCount);
  if (result && (result !== "corrected" || inspection || !isListed(found, now))) return true;
  // The control that was delivered says what our own visit found: the repair is still to be verified.
  if (inspection?.leak === "NO_VISIBLE" && hiddenLeak(before)) return true;
  if (inspection) return deps.foundReadings.append(before, { type: "delivered", at: now, by: importer }, undefined);
  const last = before.entries.findLast((entry) => entry.type === "reread" && entry.by.kind === "system") ?? before;
  if (!found || !("m3" in last) || (last.m3 === found.m3 && last.reading === found.reading)) return true;
  const { atypical } = await judgeReading(deps, { ...before, m3: found.m3 }, now);
  if (result && !atypical) return true;
  const reason = "El sistema comercial entregó otra lectura.";
  const { readOn, reading, m3 } = found;
  return deps.foundReadings.append(
    before,
    { type: "reread", at: now, by: importer, readOn, reading, m3, atypical, reason },
    atypical ? listedOn(before, readingRepair(deps.tenant, before, now).verifyBy) : undefined,
  );
}
