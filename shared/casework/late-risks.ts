import { addDays, type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import type { LateRisk } from "../domain/late-risk.ts";
import type { Queue } from "../domain/work-list.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../storage/case-head.ts";
import type { WorkLists } from "../storage/work-lists.ts";
import { caseHeadAt } from "./case-at.ts";

/** The head of a claim whose decision may be notified late, or whose copy was not sent. */
export interface RiskyHead extends StoredHead {
  readonly risk: LateRisk;
}

/** The lists of claims that owe a decision, read up to `horizonDays` ahead. */
const undecided: readonly Queue[] = ["admission", "investigation", "conciliation", "resolution", "signature", "user"];
/** The list of signed decisions, which is read whole: a decision stays on it whenever its terms ended. */
const decided: Queue = "notification";
const page = 100;
/** Longer than the time from the internal day to sign to the end of the term, holidays included. */
const horizonDays = 31;

async function headsUpTo(
  workLists: Pick<WorkLists, "inQueue">,
  office: string,
  queue: Queue,
  { through, most }: { readonly through?: string; readonly most: number },
): Promise<{ readonly heads: readonly StoredHead[]; readonly more: boolean }> {
  const heads: StoredHead[] = [];
  let after: QueuePosition | undefined;
  for (;;) {
    const next = await workLists.inQueue(office, queue, page, after);
    const near = next.filter((head) => through === undefined || queuePositionOf(head).dueOn <= through);
    heads.push(...near);
    const last = near.at(-1);
    if (!last || near.length < page) return { heads, more: false };
    if (heads.length >= most) return { heads, more: true };
    after = queuePositionOf(last);
  }
}

/** A head as it stands today: if its term is over with a delivery to confirm, that record is what it lacks. */
function headNow(head: StoredHead, now: string): StoredHead {
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
function riskyOf(head: StoredHead, today: CalendarDay): readonly RiskyHead[] {
  const isSilent = head.steps[0]?.state.endsWith("silence") ?? false;
  const risk = [head.risk, head.copyRisk].find((each) => each !== undefined && each.from <= today);
  return risk === undefined || isSilent ? [] : [{ ...head, risk }];
}

/**
 * Returns the claims of an office that are at risk today: their decision may be notified late, or the copy of a claim
 * by telephone was not sent in its term. Sorted by the risk's `lastDay`, then by code. Leaves out a claim before the
 * first day of its risk (`from`), a claim that silence decided, and an undecided claim whose legal day is more than 31
 * days ahead.
 * @param now an instant, ISO 8601 in UTC
 * @param most how many heads are read of each list, rounded up to hundreds; `more` is true if a list may have others
 */
export async function lateRisks(
  workLists: Pick<WorkLists, "inQueue">,
  office: string,
  now: string,
  most: number,
): Promise<{ readonly claims: readonly RiskyHead[]; readonly more: boolean }> {
  const today = limaDay(now);
  const through = addDays(today, horizonDays);
  const lists = await Promise.all([
    ...undecided.map((queue) => headsUpTo(workLists, office, queue, { through, most })),
    headsUpTo(workLists, office, decided, { most }),
  ]);
  const claims = lists
    .flatMap(({ heads }) => heads)
    .flatMap((head) => riskyOf(headNow(head, now), today))
    .toSorted((a, b) => a.risk.lastDay.localeCompare(b.risk.lastDay) || a.code.localeCompare(b.code));
  return { claims, more: lists.some(({ more }) => more) };
}
