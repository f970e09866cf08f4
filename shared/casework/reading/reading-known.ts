import { type LeakRuleUse, leakRuleUse } from "../../domain/leak/leak-rule.ts";
import type { AtypicalReading } from "../../domain/reading/atypical-reading.ts";
import { readNow } from "../../domain/reading/atypical-reading.ts";
import { addDays, calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { CaseFiles } from "../../storage/case/case-files.ts";
import type { StoredHead } from "../../storage/case/case-head.ts";
import type { SupplyClaims } from "../../storage/supply/supply-claims.ts";
import { caseHeadAt } from "../case/case-at.ts";
import { claimLaw } from "../case/claim-law.ts";
import { averagedBefore, lastClaims, pendingMonths } from "../receipt/consumption-months.ts";
import { type Judged, judgeReading, type ReadingDeps } from "./atypical-readings.ts";

export interface KnownDeps extends ReadingDeps {
  readonly supplyClaims: SupplyClaims;
  readonly caseFiles: Pick<CaseFiles, "read">;
}

/** What the supply's receipts and claims say of a reading today. */
export interface KnownReading extends Judged {
  /** The code of the last claim that decides, or decided, about the reading's month. */
  readonly claim: string | undefined;
  /** Whether the leak rule still allows the average for the month, and for the next if it is atypical too. */
  readonly use: LeakRuleUse;
  readonly nextAllowed: boolean;
}

/**
 * Judges a reading as it was last read by the receipts and claims of today, and by the uses of the leak rule so far.
 */
export async function knownReading(deps: KnownDeps, reading: AtypicalReading, now: string): Promise<KnownReading> {
  const { supplyCode, period } = reading;
  const claims = await lastClaims(deps, supplyCode);
  const read = { supplyCode, period, m3: readNow(reading).m3 };
  const judged = await judgeReading(deps, read, now, pendingMonths(claims, now));
  const atypical = judged.months.flatMap((month) => (month.exclusion === "atypical" ? month.period : []));
  const averaged = await averagedBefore(deps, claims, judged.months);
  const { leak } = claimLaw(deps.tenant, limaDay(now));
  const next = addDays(calendarDay(`${period}-28`), 4).slice(0, "YYYY-MM".length);
  const after = { atypical: [...atypical, period], averaged: [...averaged, period] };
  return {
    ...judged,
    claim: claims.find((one) => decides(one, now) && one.receipts.some((receipt) => receipt.period === period))?.code,
    use: leakRuleUse(period, { atypical, averaged }, leak),
    nextAllowed: leakRuleUse(next, after, leak).allowed,
  };
}

/** Whether a claim decides or decided something: it was neither withdrawn nor deemed not filed. */
function decides(head: StoredHead, now: string): boolean {
  const state = caseHeadAt(head, now).steps[0]?.state;
  return state !== "withdrawn" && state !== "not-filed";
}
