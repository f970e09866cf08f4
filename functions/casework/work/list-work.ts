import { caseHeadAt } from "../../../shared/casework/case/case-at.ts";
import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { staffRowOf } from "../../../shared/casework/claim/claim-summary.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { listWork as route } from "../../../shared/contract/work/work-list-routes.ts";
import type { ClaimState } from "../../../shared/domain/case/claim-states.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsHearing } from "../../../shared/domain/conciliation/hearing.ts";
import { formatCents } from "../../../shared/domain/receipt/money.ts";
import { calendarDay, daysBetween, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { isToDo, type Queue, queues } from "../../../shared/domain/work/work-list.ts";
import {
  type ListedHead,
  noOwner,
  type QueuePosition,
  queueOrderOf,
  queuePositionOf,
} from "../../../shared/storage/case/case-head.ts";
import type { StaffRecord } from "../../../shared/storage/register/staff-register.ts";
import type { OpenClaim } from "../../../shared/storage/work/open-work.ts";
import type { Tenant } from "../../../shared/tenant/tenant.ts";
import { cursorOf, readCursor } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";
import { firstOfLists } from "./first-of-lists.ts";

/** After so long an unchecked attachment is shown as waiting: a check takes seconds, so something is wrong. */
const attachmentMs = 24 * 3_600_000;

type Row = AnswerOf<typeof route>["claims"][number];

/** Which rows are asked for: of one owner only, after a place. */
interface Rows {
  readonly owner?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** A page of claims: those found, and if it is full, the place of the last one on the list. */
interface Page {
  readonly heads: readonly ListedHead[];
  readonly last: string | undefined;
}

/**
 * Answers a page of one or more work lists as one, by what is lost or is due first (`listedOn`) or, if `order` or
 * `owner` says so, by owner and then that day. With `owner`, lists only the claims of that person (`me` is the caller).
 * A row's `queue` is the list it belongs to today, which time may have moved. Only a full page has a cursor, and the
 * page after it may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listWork = (deps: CaseworkDeps) =>
  serve(route, async ({ query: { queue, owner, order, limit, cursor }, caller, now }) => {
    const names = queue.split(",");
    const asked = queues.filter((each) => names.includes(each));
    const after = cursor && readCursor(cursor);
    const isByDay = order === "day" && owner === undefined;
    const page = isByDay
      ? await pageByDay(deps, asked, { after, limit })
      : await pageByOwner(deps, asked, { owner: owner === "me" ? caller.sub : owner, after, limit });
    if (!page) return refused("malformed-cursor");
    return ok({
      claims: page.heads.map((head) => rowOf(head, deps.tenant, now)),
      ...(page.last && { cursor: cursorOf(page.last) }),
    });
  });

/**
 * Returns a page by the day listed; undefined if `after` is no place. All that is to be done is one list; other lists
 * are read one by one, since what is not asked for would lie between.
 */
async function pageByDay(
  { workLists, openWork, tenant }: CaseworkDeps,
  asked: readonly Queue[],
  { after, limit }: Rows,
): Promise<Page | undefined> {
  if (after !== undefined && !queuePositionIn(after)) return undefined;
  const office = tenant.office.code.value;
  if (asked.every(isToDo) && asked.length === queues.filter(isToDo).length)
    return pageOf(await openWork.toDo(office, { queues: asked, after, limit }), limit);
  const rows = await firstOfLists(
    asked.map((queue) => async (most, from) => {
      const heads = await workLists.rowsOf(office, queue, most, from === undefined ? from : queuePositionIn(from));
      return heads.map((head) => ({ head, place: queueOrderOf(queuePositionOf(head)) }));
    }),
    limit,
    after,
  );
  return pageOf(rows, limit);
}

const pageOf = (rows: readonly OpenClaim[], limit: number): Page => ({
  heads: rows.map(({ head }) => head),
  last: rows.length === limit ? rows.at(-1)?.place : undefined,
});

/**
 * Returns a page by owner and that day; undefined if `after` is no place of that owner. Without `owner`, claims that
 * nobody owns come first, and then each owner's by their name in the register. Owners without an open claim are not
 * read.
 */
async function pageByOwner(
  { openWork, staffRegister, tenant }: CaseworkDeps,
  asked: readonly Queue[],
  { owner, after, limit }: Rows,
): Promise<Page | undefined> {
  const office = tenant.office.code.value;
  const whose = after === undefined ? undefined : ownerIn(after);
  if (after !== undefined && (whose === undefined || (owner !== undefined && owner !== whose))) return undefined;
  const owners = owner === undefined ? ownersByName(await staffRegister.list(office), whose) : [owner];
  const claims: OpenClaim[] = [];
  for (const each of owners) {
    const left = limit - claims.length;
    if (left === 0) break;
    const rows = { queues: asked, after: each === whose ? after : undefined, limit: left };
    claims.push(...(await openWork.ofOwner(office, each, rows)));
  }
  return pageOf(claims, limit);
}

/** Returns `noOwner` and the owners of open claims by name, beginning with `from` if it is given and is one of them. */
function ownersByName(staff: readonly StaffRecord[], from: string | undefined): readonly string[] {
  const named = staff
    .filter(({ sub, openClaims }) => openClaims > 0 || sub === from)
    .toSorted((a, b) => a.name.localeCompare(b.name, "es") || (a.sub < b.sub ? -1 : 1));
  const owners = [noOwner, ...named.map(({ sub }) => sub)];
  return owners.slice(Math.max(0, owners.indexOf(from ?? noOwner)));
}

/** Returns a claim as it is today; `queue` is its list today, which may differ from the list it was found on. */
function rowOf(head: ListedHead, tenant: Tenant, now: string): Row {
  const [step] = caseHeadAt(head, now).steps;
  if (!step) throw new RangeError(`claim ${head.claimId} has no step`);
  return {
    ...staffRowOf(head, claimLaw(tenant, calendarDay(head.filedOn)), now),
    claimantName: head.claimantName,
    owner: head.owner?.name,
    isNew: head.handedOver !== undefined,
    amount: head.amount === undefined ? undefined : formatCents(head.amount),
    ageDays: daysBetween(calendarDay(head.filedOn), limaDay(now)),
    hearing: lackingHearing(head, tenant),
    hearingNext: step.queue === "investigation" && head.hearing?.isNext ? head.hearing.on : undefined,
    acceptedFor: head.hearing?.accepted && awaitsHearing(step.state) ? head.hearing.on : undefined,
    attachmentWaits:
      head.attachmentSince !== undefined && Date.parse(now) - Date.parse(head.attachmentSince) > attachmentMs,
    appointmentsWait: head.appointmentsWait && appointmentsWaitIn(step.state) ? head.appointmentsWait : undefined,
    noticeLacks: step.queue === "notification" ? head.risk?.reason : undefined,
    queue: step.queue,
  };
}

const appointmentsWaitIn = (state: ClaimState): boolean => allowedEvents(state).includes("appointments-given");

/**
 * Returns the day of a hearing that lacks a number to call, or a link if the office has no video rooms of its own;
 * undefined if it lacks nothing or there is none.
 */
function lackingHearing({ hearing }: ListedHead, { office }: Tenant): Row["hearing"] {
  if (!hearing?.lacks || (hearing.lacks === "link" && office.videoRooms.value !== undefined)) return undefined;
  return { on: hearing.on, lacks: hearing.lacks };
}

function queuePositionIn(place: string): QueuePosition | undefined {
  const [, dueOn, claimId] = /^(\d{4}-\d{2}-\d{2})#([0-9a-z]{1,60})$/.exec(place) ?? [];
  return dueOn && claimId ? { dueOn, claimId } : undefined;
}

/** Returns whose a place on a list by owner is; undefined if the text is no such place. */
function ownerIn(place: string): string | undefined {
  return /^([\w-]{1,64})#\d{4}-\d{2}-\d{2}#[0-9a-z]{1,60}$/.exec(place)?.[1];
}
