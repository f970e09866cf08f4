import { lateRisks, type RiskyHead } from "../../shared/casework/board/late-risks.ts";
import { riskNames } from "../../shared/casework/board/risk-names.ts";
import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { claimLaw } from "../../shared/casework/case/claim-law.ts";
import { type CaseDeps, record } from "../../shared/casework/case/record.ts";
import {
  alertDays,
  alertKey,
  copyRisk,
  type LateAlert,
  type LateRisk,
  lateRisk,
} from "../../shared/domain/board/late-risk.ts";
import type { NoteOf } from "../../shared/domain/case/case-events.ts";
import type { ClaimLaw } from "../../shared/domain/case/claim-law.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { calendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { workingDaysLeft } from "../../shared/domain/term/due-dates.ts";
import { longDate } from "../../shared/domain/term/spanish-dates.ts";
import type { ClaimsAtRisk } from "../../shared/storage/work/claims-at-risk.ts";
import { logFailure } from "../runtime/log.ts";

export interface AlertDeps extends CaseDeps {
  readonly claimsAtRisk: ClaimsAtRisk;
}

const by = { kind: "system", name: "sweep" } as const;

/**
 * Returns the last of a term's three alert days that has come; `undefined` before the first. For a copy that was not
 * sent, returns the day its term ended.
 */
function alertDue({ clock, endsOn }: LateRisk, law: ClaimLaw, now: string): LateAlert | undefined {
  const { silence, calendars, phone } = law;
  if (clock === "T25") return { clock, day: phone.receptionDays, calendarVersion: calendars.COMPANY.version };
  const total = clock === "T10" ? silence.first : silence.recon;
  const today = total - workingDaysLeft(limaDay(now), endsOn, calendars.COMPANY);
  const day = alertDays(clock, law).findLast((each) => each <= today);
  return day === undefined ? undefined : { clock, day, calendarVersion: calendars.COMPANY.version };
}

/**
 * Records `manager-alerted` in each claim whose decision is not notified when one of three days of its term has come:
 * the internal day to sign, the last day to decide, and two working days before the end. Of several, only for the last,
 * once for each calendar version. Records it also, once, if the copy of a claim by telephone was not sent in its term.
 * Returns how many claims were alerted and how many failed (logged as `not-alerted`).
 */
export async function alertManager(deps: AlertDeps, now: string): Promise<{ alerted: number; failed: number }> {
  const counts = { alerted: 0, failed: 0 };
  for (const head of await lateRisks(deps.claimsAtRisk, deps.tenant.office.code.value, now)) {
    try {
      const due = alertDue(head.risk, claimLaw(deps.tenant, calendarDay(head.filedOn)), now);
      if (!due || isAlerted(head, due)) continue;
      await alertOf(deps, head, alertKey(due), now);
      counts.alerted += 1;
    } catch (failure) {
      logFailure("not-alerted", failure, { claimId: head.claimId });
      counts.failed += 1;
    }
  }
  return counts;
}

/**
 * Returns whether the alert was recorded. A copy's term does not change with the calendar, so any alert of it is
 * enough.
 */
function isAlerted({ alerts = [] }: RiskyHead, due: LateAlert): boolean {
  return due.clock === "T25" ? alerts.some((key) => key.startsWith("T25 ")) : alerts.includes(alertKey(due));
}

async function alertOf(deps: CaseDeps, { claimId }: RiskyHead, key: string, now: string): Promise<void> {
  const write = { key: `alert ${key}`, contentHash: key };
  const recorded = await record(deps, { claimId, now, write }, (at) => ok({ entries: alertsIn(at, key) }));
  if (!recorded.ok) throw new Error(`the alert of claim ${claimId} was not recorded: ${recorded.error}`);
}

/** Returns the alert, if the case still needs it when it is written; otherwise none. */
function alertsIn({ file, claim, law, now }: CaseAt, key: string): readonly NoteOf<"manager-alerted">[] {
  for (const risk of [lateRisk(file.events, claim, law), copyRisk(claim, law)]) {
    const late = risk && alertDue(risk, law, now);
    if (late && alertKey(late) === key) return [alertSaying(risk, late, now)];
  }
  return [];
}

function alertSaying(risk: LateRisk, late: LateAlert, now: string): NoteOf<"manager-alerted"> {
  const lacks = riskNames[risk.reason];
  const reason =
    late.clock === "T25"
      ? `${lacks}. Venció el ${longDate(risk.lastDay)}.`
      : `Día ${late.day} sin notificar la decisión. ${lacks}. El último día es el ${longDate(risk.lastDay)}.`;
  return { type: "manager-alerted", effectiveAt: now, by, details: { reason, late } };
}
