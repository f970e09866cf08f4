import type { LateRisk } from "../../domain/board/late-risk.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { listedOn } from "../../domain/term/days-owed.ts";
import type { RiskHead } from "../../storage/case/case-head.ts";
import type { ClaimsAtRisk } from "../../storage/work/claims-at-risk.ts";
import { caseHeadAt } from "../case/case-at.ts";

/** The head of a claim whose decision may be notified late, or whose copy was not sent. */
export interface RiskyHead extends RiskHead {
  readonly risk: LateRisk;
}

/** A head as it stands today: if its term is over with a delivery to confirm, that record is what it lacks. */
function headNow(head: RiskHead, now: string): RiskHead {
  const today = caseHeadAt(head, now);
  const toConfirm = today.steps[0]?.state.endsWith("silence-to-confirm") ?? false;
  return toConfirm && today.risk
    ? { ...today, risk: { ...today.risk, lastDay: today.risk.endsOn, reason: "to-confirm" } }
    : today;
}

/**
 * A head with its risk of today, of the decision or else of the copy; none if it has no risk yet or silence already
 * decided it.
 */
function riskyOf(head: RiskHead, today: CalendarDay): readonly RiskyHead[] {
  const isSilent = head.steps[0]?.state.endsWith("silence") ?? false;
  const risk = [head.risk, head.copyRisk].find((each) => each !== undefined && each.from <= today);
  return risk === undefined || isSilent ? [] : [{ ...head, risk }];
}

/**
 * Returns the claims of an office that are at risk today: their decision may be notified late, or the copy of a claim
 * by telephone was not sent in its term. Sorted by what is lost first (`listedOn`), then by code. Leaves out a claim
 * before the first day of its risk (`from`), and a claim that silence decided.
 * @param now an instant, ISO 8601 in UTC
 */
export async function lateRisks(
  claimsAtRisk: ClaimsAtRisk,
  office: string,
  now: string,
): Promise<readonly RiskyHead[]> {
  const today = limaDay(now);
  return (await claimsAtRisk.on(office, today))
    .flatMap((head) => riskyOf(headNow(head, now), today))
    .map((head) => ({ head, by: listedOn(head.steps) ?? "9999" }))
    .toSorted((a, b) => a.by.localeCompare(b.by) || a.head.code.localeCompare(b.head.code))
    .map(({ head }) => head);
}
