import { isFact, lastEntry } from "../domain/case-events.ts";
import { type MovedDate, movedDates } from "../domain/moved-dates.ts";
import { type Queue, queues } from "../domain/work-list.ts";
import type { CaseFile } from "../storage/case-files.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../storage/case-head.ts";
import type { WorkLists } from "../storage/work-lists.ts";
import type { Tenant } from "../tenant/tenant.ts";
import { claimLaw } from "./claim-law.ts";

/** How far the walk over the open claims of an office is: on which list, and after whom. */
export interface OpenPosition {
  readonly queue: Queue;
  readonly after?: QueuePosition | undefined;
}

const openQueues: readonly Queue[] = queues.filter((queue) => queue !== "over");

/** Open claims of an office in the order of its lists, up to `limit`, and where to go on; closed ones cost nothing. */
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

/** A utility with the calendars of a moment, and the moment, ISO 8601 in UTC. */
export interface TenantThen {
  readonly tenant: Tenant;
  readonly at: string;
}

/** The terms of a claim that a change of the calendars moves, or leaves where they were told. */
export function movedIn({ events }: CaseFile, before: TenantThen, after: TenantThen): readonly MovedDate[] {
  const filing = lastEntry(events, "claim-filed");
  if (!filing) return [];
  const lawOf = ({ tenant, at }: TenantThen) => ({ law: claimLaw(tenant, filing.filedOn), at });
  return movedDates(events.filter(isFact), lawOf(before), lawOf(after));
}
