import { caseHeadAt, isHeadOver } from "../../../shared/casework/case/case-at.ts";
import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { daysOf } from "../../../shared/casework/claim/claim-summary.ts";
import { isHearingConfirmed } from "../../../shared/casework/conciliation/hearing-choice.ts";
import { hearingView } from "../../../shared/casework/conciliation/hearing-instructions.ts";
import { listHearings as route } from "../../../shared/contract/conciliation/conciliation-routes.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { CaseEvent } from "../../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { claimantOf, telephonesOf } from "../../../shared/domain/claim/claimant-contact.ts";
import { acceptedReceipts, isCountered } from "../../../shared/domain/conciliation/offer-answers.ts";
import { addDays, type CalendarDay, calendarDay, limaDay, weekday } from "../../../shared/domain/term/calendar-day.ts";
import type { Queue } from "../../../shared/domain/work/work-list.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../../shared/storage/case/case-head.ts";
import { serve } from "../../runtime/serve.ts";
import type { VisitDeps } from "../visit-deps.ts";

type Row = AnswerOf<typeof route>["hearings"][number];
type HearingHead = Pick<StoredHead, "claimId" | "code" | "claimantName" | "owner" | "steps" | "hearing">;

/** The lists of claims whose hearing is still to be held. */
const before: readonly Queue[] = ["admission", "investigation", "conciliation"];

/** Heads read from a list at once; cases read at once; the most hearings of a week, and of those before it. */
const page = 100;
const atOnce = 10;
const most = 300;
const mostBefore = 100;

/**
 * Answers the hearings of the week of `day`, Monday to Sunday, that are still to be held or recorded, by day and hour:
 * the earliest 300. `unrecorded` has the earliest 100 of days before today, whatever the week, that can be recorded
 * now: they are not in the week as well. A hearing that was recorded is in neither. `more` is true if there are others.
 */
export const listHearings = (deps: VisitDeps) =>
  serve(route, async ({ query: { day }, now }) => {
    const from = addDays(day, 1 - weekday(day));
    const to = addDays(from, 6);
    const today = limaDay(now);
    const isOver = to < today;
    const last = isOver ? today : to;
    const found = (
      await Promise.all([headsTo(deps, last), ...before.map((queue) => headsOf(deps, queue, last))])
    ).flat();
    const heads = new Map(found.map((head) => [head.claimId, head]));
    const sorted = [...heads.values()].toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const isMissed = (head: HearingHead): boolean => dayOf(head) < today && isToRecord(head, now);
    const missed = sorted.filter(isMissed);
    const ofWeek = sorted.filter((head) => dayOf(head) >= from && dayOf(head) <= to && !isMissed(head));
    // The head may be older than the case: the hearing is where its file says.
    const hearings = (await rowsOf(deps, ofWeek.slice(0, most), now)).filter(({ on }) => on >= from && on <= to);
    const unrecorded = (await rowsOf(deps, missed.slice(0, mostBefore), now)).filter(({ on }) => on < today);
    return ok({ from, to, hearings, unrecorded, more: ofWeek.length > most || missed.length > mostBefore });
  });

/** The day of a head's hearing; each head read here has one. */
const dayOf = ({ hearing }: HearingHead): string => hearing?.on ?? "";

/** Whether the state that a head has today lets the acta be recorded. */
function isToRecord(head: HearingHead, now: string): boolean {
  const [step] = caseHeadAt(head, now).steps;
  return step !== undefined && allowedEvents(step.state).includes("conciliation-held");
}

/** Returns the rows of these heads, in their order; without those whose case has no hearing any more. */
async function rowsOf(deps: VisitDeps, heads: readonly HearingHead[], now: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (let start = 0; start < heads.length; start += atOnce) {
    const read = await Promise.all(heads.slice(start, start + atOnce).map((head) => rowOf(deps, head, now)));
    rows.push(...read.flatMap((row) => row ?? []));
  }
  return rows;
}

const orderOf = ({ hearing, claimId }: HearingHead): string => `${hearing?.on} ${hearing?.at} ${claimId}`;

/** Returns the heads whose hearing is on a day through `to`, from the index that has each by its hearing or a risk. */
async function headsTo({ claimsAtRisk, tenant }: VisitDeps, to: CalendarDay): Promise<readonly HearingHead[]> {
  const heads = await claimsAtRisk.on(tenant.office.code.value, to);
  return heads.filter(({ hearing }) => hearing && hearing.on <= to);
}

/**
 * Returns the same of a list that is in the order of hearings: a release before wrote its heads so, and they are in the
 * index only once the sweep has written them anew. Reads one page of other heads.
 */
async function headsOf(
  { workLists, tenant }: VisitDeps,
  queue: Queue,
  to: CalendarDay,
): Promise<readonly StoredHead[]> {
  const found: StoredHead[] = [];
  let after: QueuePosition | undefined;
  for (;;) {
    const heads = await workLists.inQueue(tenant.office.code.value, queue, page, after);
    found.push(...heads.filter(({ hearing }) => hearing && hearing.on <= to));
    const last = heads.at(-1);
    if (!last || heads.length < page || queuePositionOf(last).dueOn > to) return found;
    after = queuePositionOf(last);
  }
}

/** Returns the row of a claim's hearing; undefined if the case is gone or over, or has no hearing any more. */
async function rowOf({ caseFiles, tenant }: VisitDeps, head: HearingHead, now: string): Promise<Row | undefined> {
  const file = await caseFiles.read(head.claimId, "recent");
  const hearing = file && !isHeadOver(file.head) ? hearingView(file.events, tenant) : undefined;
  if (!file || !hearing || !file.head.hearing) return undefined;
  const { on, at, mode, telephone, link, lacks } = hearing;
  return {
    claimId: head.claimId,
    code: head.code,
    claimantName: head.claimantName,
    days: daysOf(file.head, claimLaw(tenant, calendarDay(file.head.filedOn)), now),
    owner: head.owner?.name,
    on,
    at,
    mode,
    ...(mode === "telephone" && telephone !== undefined && numbersOf(file.events, telephone)),
    link,
    lacks,
    languageChoice: claimantOf(file.events)?.languageChoice,
    confirmed: isHearingConfirmed(file.events),
    accepted: acceptedReceipts(file.events).size > 0,
    countered: isCountered(file.events),
  };
}

/** The number to call, and the others that the claimant gave, each with the day on which they did. */
function numbersOf(events: readonly CaseEvent[], telephone: string) {
  const given = telephonesOf(events);
  const others = given.filter(({ number }) => number !== telephone);
  return {
    telephone,
    telephoneOn: given.find(({ number }) => number === telephone)?.on,
    ...(others.length > 0 && { otherNumbers: others }),
  };
}
