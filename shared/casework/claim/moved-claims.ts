import { isFact, lastEntry } from "../../domain/case/case-events.ts";
import { type MovedDate, movedDates } from "../../domain/term/moved-dates.ts";
import { type Queue, queues } from "../../domain/work/work-list.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../storage/case/case-head.ts";
import type { WorkLists } from "../../storage/work/work-lists.ts";
import type { Tenant } from "../../tenant/tenant.ts";
import { claimLaw } from "../case/claim-law.ts";

/** How far the open claims of an office were read: the list, and the last claim read of it. */
export interface OpenPosition {
  readonly queue: Queue;
  readonly after?: QueuePosition | undefined;
}

const openQueues: readonly Queue[] = queues.filter((queue) => queue !== "over");

/**
 * Returns up to `limit` claims of an office that are not over, one work list after the other in the order of `queues`,
 * each list by legal day. Goes on after the position `from`; without it, starts with the first list. If `limit` was
 * reached, there may be more, and `next` is the position to go on from.
 */
export async function openClaims(
  workLists: Pick<WorkLists, "inQueue">,
  office: string,
  from: OpenPosition | undefined,
  limit: number,
): Promise<{ readonly heads: readonly StoredHead[]; readonly next?: OpenPosition | undefined }> {
  const heads: StoredHead[] = [];
  for (const queue of openQueues.slice(from ? openQueues.indexOf(from.queue) : 0)) {
    const after = queue === from?.queue ? from.after : undefined;
    heads.push(...(await workLists.inQueue(office, queue, limit - heads.length, after)));
    const last = heads.at(-1);
    if (heads.length === limit) return { heads, ...(last && { next: { queue, after: queuePositionOf(last) } }) };
  }
  return { heads };
}

/** The tenant with the calendars of a moment, and that moment, ISO 8601 in UTC. */
export interface TenantThen {
  readonly tenant: Tenant;
  readonly at: string;
}

/**
 * Returns the open terms of a claim that a change of the calendars moves to another day. A user's term is never made
 * shorter: if the change would do that, the term is returned as `kept`, with the day announced before as `from` and
 * `to`. Empty if no term changes, or if the case has no `claim-filed`.
 */
export function movedIn({ events }: CaseFile, before: TenantThen, after: TenantThen): readonly MovedDate[] {
  const filing = lastEntry(events, "claim-filed");
  if (!filing) return [];
  const lawOf = ({ tenant, at }: TenantThen) => ({ law: claimLaw(tenant, filing.filedOn), at });
  return movedDates(events.filter(isFact), lawOf(before), lawOf(after));
}
