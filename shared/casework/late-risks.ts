import { addDays, type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import type { LateRisk } from "../domain/late-risk.ts";
import type { Queue } from "../domain/work-list.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../storage/case-head.ts";
import type { WorkLists } from "../storage/work-lists.ts";
import { caseHeadAt } from "./case-at.ts";

/** A claim whose decision may be notified late, or whose copy is owed. */
export interface RiskyHead extends StoredHead {
  readonly risk: LateRisk;
}

/** Lists of claims that owe a decision; on the last what is signed waits, whenever its own terms ended. */
const undecided: readonly Queue[] = ["admission", "investigation", "conciliation", "resolution", "signature", "user"];
const decided: Queue = "notification";
const page = 100;
/** Longer than what is left of a term from the internal day to sign on, holidays included. */
const horizonDays = 31;

async function walked(
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

/** A head as it stands today: the record that a delivery lacks once its term is over is what it lacks then. */
function headNow(head: StoredHead, now: string): StoredHead {
  const today = caseHeadAt(head, now);
  const toConfirm = today.steps[0]?.state.endsWith("silence-to-confirm") ?? false;
  return toConfirm && today.risk
    ? { ...today, risk: { ...today.risk, lastDay: today.risk.endsOn, reason: "to-confirm" } }
    : today;
}

/** A head with its risk of today: of the decision, else of the copy. */
function riskyOf(head: StoredHead, today: CalendarDay): readonly RiskyHead[] {
  const isSilent = head.steps[0]?.state.endsWith("silence") ?? false;
  const risk = [head.risk, head.copyRisk].find((each) => each !== undefined && each.from <= today);
  return risk === undefined || isSilent ? [] : [{ ...head, risk }];
}

/**
 * Claims of an office whose decision may be notified late, or whose copy was not sent, the first to end on top: from the
 * heads of its work lists alone, up to those whose legal day comes within a month.
 * @param now an instant, ISO 8601 in UTC
 * @param most heads looked at on each list, about; the rest ends later, and there is `more`
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
    ...undecided.map((queue) => walked(workLists, office, queue, { through, most })),
    walked(workLists, office, decided, { most }),
  ]);
  const claims = lists
    .flatMap(({ heads }) => heads)
    .flatMap((head) => riskyOf(headNow(head, now), today))
    .toSorted((a, b) => a.risk.lastDay.localeCompare(b.risk.lastDay) || a.code.localeCompare(b.code));
  return { claims, more: lists.some(({ more }) => more) };
}
