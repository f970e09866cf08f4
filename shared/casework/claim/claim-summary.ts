import type { listClaims } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { answerDay } from "../../domain/board/late-risk.ts";
import type { ListedAct } from "../../domain/case/awaits-claimant.ts";
import { lawAt } from "../../domain/case/claim-law.ts";
import { stateTable } from "../../domain/case/claim-states.ts";
import { type CalendarDay, calendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { type DaysOwed, daysOwed } from "../../domain/term/days-owed.ts";
import { workingDaysUntil } from "../../domain/term/due-dates.ts";
import { silenceDay } from "../../domain/term/late-company.ts";
import { type Standing, standingOf } from "../../domain/work/work-list.ts";
import type { ListedHead, StoredHead } from "../../storage/case/case-head.ts";
import { awaitedIn } from "../case/awaited-facts.ts";
import { type CaseAt, caseHeadAt } from "../case/case-at.ts";
import { claimLaw } from "../case/claim-law.ts";
import type { CaseDeps } from "../case/record.ts";

type Listed = AnswerOf<typeof listClaims>["claims"][number];
type Summary = Omit<Listed, "awaits">;
type Row = Omit<Summary, "version">;

/** @param silentAfter the last day to notify the decision, over or not; undefined if none is owed */
function row(
  head: ListedHead,
  standing: Standing,
  silentAfter: CalendarDay | undefined,
  law: CaseAt["law"],
  now: string,
): Row {
  const { claimId, code, supplyCode, claimType, channel, filedAt, filedOn } = head;
  const { state, since, dueOn, calendar } = standing;
  const today = limaDay(now);
  const isMissed = dueOn !== undefined && dueOn < today;
  return {
    claimId,
    code,
    supplyCode,
    claimType,
    channel,
    filedAt,
    filedOn,
    state,
    since,
    next: stateTable[state].next,
    ...(dueOn && calendar && { dueOn, daysLeft: workingDaysUntil(today, dueOn, law.calendars[calendar]) }),
    ...(isMissed && silentAfter !== undefined && silentAfter >= today && { grantedAfter: silentAfter }),
  };
}

/**
 * Returns a claim as a row of a list, from its head alone, in the state that the head forecasts for the day of `now` in
 * Lima. If the claim has a legal day, the row has the day (`dueOn`) and the working days left (`daysLeft`). Once that
 * day has passed, `daysLeft` is negative, and `grantedAfter` is the last day before a silence that is still to come.
 * Throws `RangeError` if the head has no steps.
 */
export function summaryOf(head: ListedHead, law: CaseAt["law"], now: string): Row {
  const [step] = caseHeadAt(head, now).steps;
  if (!step) throw new RangeError(`claim ${head.claimId} has no step`);
  return row(head, step, head.risk?.endsOn, law, now);
}

/** Returns the days of a claim as staff read them, from its head, on the day of `now` in Lima. */
export function daysOf(head: Pick<ListedHead, "steps">, law: CaseAt["law"], now: string): DaysOwed {
  return daysOwed(caseHeadAt(head, now).steps, limaDay(now), law.calendars);
}

/** Returns the days of claims on the day of `now`, by id, for lists of other things than claims; of no unknown one. */
export async function daysOfClaims(
  { caseFiles, tenant }: Pick<CaseDeps, "caseFiles" | "tenant">,
  claimIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, DaysOwed>> {
  const heads = await caseFiles.heads([...new Set(claimIds)], "recent");
  const lawOf = ({ filedOn }: StoredHead) => claimLaw(tenant, calendarDay(filedOn));
  return new Map(heads.map((head) => [head.claimId, daysOf(head, lawOf(head), now)]));
}

/** Returns a claim as a row of a list of staff: as `summaryOf`, with its days (`daysOf`) in place of its legal day. */
export function staffRowOf(head: ListedHead, law: CaseAt["law"], now: string) {
  const { dueOn: _, daysLeft: _left, grantedAfter: _granted, ...row } = summaryOf(head, law, now);
  return { ...row, days: daysOf(head, law, now) };
}

/**
 * Returns a claim as a row of a list, from its entries and not from the stored forecast: its state at `now`, the day it
 * entered that state (`since`), and its legal day (`dueOn`), absent if it has none; `grantedAfter` as in `summaryOf`.
 */
export function summaryAt({ file, claim, law, now }: CaseAt): Summary {
  const { head } = file;
  return {
    ...row(head, standingOf(claim, law, now), silenceDay(claim, lawAt(law, now)), law, now),
    version: head.version,
  };
}

/**
 * Returns an act awaited of the claimant as lists show it. An appointment has its day (`on`), and `today` if the day is
 * today. An act with a term has the last day (`until`) and the working days left (`daysLeft`, USER calendar). An act
 * without a day has none of these fields.
 */
export function actView(
  { act, asked, on, until }: ListedAct,
  law: CaseAt["law"],
  now: string,
): Listed["awaits"][number] {
  const today = limaDay(now);
  return {
    act,
    ...(asked && { asked }),
    ...(on && { on, ...(on === today && { today: true as const }) }),
    ...(until && { until, daysLeft: workingDaysUntil(today, until, law.calendars.USER) }),
  };
}

/**
 * Returns a claim as its claimant's list shows it: its summary, the day of the answer, how it ended, what its receipts
 * are left at, and what is awaited of the claimant at `now`: what they lose something by not doing (`asked`) first;
 * each by day, acts without one right after today's. Throws `RangeError` if the head has no steps.
 */
export function listedView(head: StoredHead, law: CaseAt["law"], now: string): Listed {
  const awaits = awaitedIn(head, now).map((act) => actView(act, law, now));
  const summary = summaryOf(head, law, now);
  const answerBy = answerDay(summary.state, head.risk?.endsOn, law.calendars, limaDay(now));
  const { version } = head;
  // Time or an appeal that was kept may have moved it since.
  const ended = summary.state === "firm" || summary.state === "closed" ? head.ended : undefined;
  const left = head.steps[0]?.state === summary.state ? head.left : undefined;
  return {
    ...summary,
    version,
    awaits,
    ...(answerBy && { answerBy }),
    ...(ended && { ended }),
    ...(left && { left: { ...left, figures: [...left.figures] } }),
  };
}
