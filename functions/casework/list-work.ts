import { caseHeadAt } from "../../shared/casework/case-at.ts";
import { claimLaw } from "../../shared/casework/claim-law.ts";
import { summaryOf } from "../../shared/casework/claim-summary.ts";
import { refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { listWork as route } from "../../shared/contract/work-list-routes.ts";
import { calendarDay } from "../../shared/domain/calendar-day.ts";
import { allowedEvents } from "../../shared/domain/claim-transitions.ts";
import { ok } from "../../shared/domain/result.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../shared/storage/case-head.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/** After so long an unchecked attachment is shown as waiting: a check takes seconds, so something is wrong. */
const attachmentMs = 24 * 3_600_000;

type Row = AnswerOf<typeof route>["claims"][number];

/**
 * Answers a page of a work list, the earliest legal day first, without reading any history. A claim is in the list that
 * its last entry put it in. Time alone may have moved it to another since: a row's `queue` names the list it belongs to
 * today. Only a full page has a cursor, and the page after it may be empty. Refuses `malformed-cursor` if the cursor
 * cannot be read.
 */
export const listWork = ({ workLists, tenant }: CaseworkDeps) =>
  serve(route, async ({ query: { queue, limit, cursor }, now }) => {
    const after = cursor === undefined ? undefined : positionIn(cursor);
    if (cursor !== undefined && !after) return refused("malformed-cursor");
    const heads = await workLists.inQueue(tenant.office.code.value, queue, limit, after);
    const last = heads.at(-1);
    return ok({
      claims: heads.map((head) => rowOf(head, tenant, now)),
      ...(last && heads.length === limit && { cursor: cursorOf(queuePositionOf(last)) }),
    });
  });

/** Returns a claim as it is today; `queue` is its list today, which may differ from the list it was found on. */
function rowOf(head: StoredHead, tenant: Tenant, now: string): Row {
  const [step] = caseHeadAt(head, now).steps;
  if (!step) throw new RangeError(`claim ${head.claimId} has no step`);
  return {
    ...summaryOf(head, claimLaw(tenant, calendarDay(head.filedOn)), now),
    claimantName: head.claimantName,
    owner: head.owner?.name,
    hearing: lackingHearing(head, tenant),
    attachmentWaits:
      head.attachmentSince !== undefined && Date.parse(now) - Date.parse(head.attachmentSince) > attachmentMs,
    appointmentsWait: allowedEvents(step.state).includes("appointments-given") ? head.appointmentsWait : undefined,
    queue: step.queue,
  };
}

/**
 * Returns the day of a hearing that lacks a number to call, or a link if the office has no video rooms of its own;
 * undefined if it lacks nothing or there is none.
 */
function lackingHearing({ hearing }: StoredHead, { office }: Tenant): Row["hearing"] {
  if (!hearing?.lacks || (hearing.lacks === "link" && office.videoRooms.value !== undefined)) return undefined;
  return { on: hearing.on, lacks: hearing.lacks };
}

function cursorOf({ dueOn, claimId }: QueuePosition): string {
  return Buffer.from(`${dueOn}#${claimId}`).toString("base64url");
}

function positionIn(cursor: string): QueuePosition | undefined {
  const [, dueOn, claimId] =
    /^(\d{4}-\d{2}-\d{2})#([0-9a-z]{1,60})$/.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  return dueOn && claimId ? { dueOn, claimId } : undefined;
}
