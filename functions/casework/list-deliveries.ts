import { type CaseAt, caseNow } from "../../shared/casework/case-at.ts";
import { listDeliveries as route } from "../../shared/contract/notice-routes.ts";
import type { AnswerOf } from "../../shared/contract/route.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { entriesOf, lastEntry } from "../../shared/domain/case-events.ts";
import { termFor } from "../../shared/domain/claim-clocks.ts";
import { allowedEvents } from "../../shared/domain/claim-transitions.ts";
import { claimantOf } from "../../shared/domain/claimant-contact.ts";
import { workingDaysUntil } from "../../shared/domain/due-dates.ts";
import { ok } from "../../shared/domain/result.ts";
import { type QueuePosition, queuePositionOf, type StoredHead } from "../../shared/storage/case-head.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

type Row = AnswerOf<typeof route>["deliveries"][number];

/** Deliveries listed at most: twice what all inspectors of the office walk in a day. */
const most = 80;

/** Claims of the list by legal day that are read at once. */
const page = 40;

/** Claims that are looked at for a delivery, at most: those to notify by mail stand on the same list. */
const mostLooked = 400;

/**
 * Answers up to 80 decisions to be handed over at an address, the one with the earliest last day to notify first.
 * Leaves out a decision whose delivery only waits for a second person to confirm it. Looks at about 400 claims that
 * wait to be notified. `more` is true if there may be other deliveries.
 */
export const listDeliveries = (deps: CaseworkDeps) =>
  serve(route, async ({ now }) => {
    const deliveries: Row[] = [];
    let after: QueuePosition | undefined;
    let looked = 0;
    let isWhole = false;
    while (!isWhole && deliveries.length <= most && looked < mostLooked) {
      const heads = await deps.workLists.inQueue(deps.tenant.office.code.value, "notification", page, after);
      const rows = await Promise.all(heads.map((head) => rowOf(deps, head, now)));
      deliveries.push(...rows.flatMap((row) => row ?? []));
      const last = heads.at(-1);
      isWhole = heads.length < page || !last;
      after = last && queuePositionOf(last);
      looked += heads.length;
    }
    return ok({ deliveries: deliveries.slice(0, most), more: deliveries.length > most || !isWhole });
  });

/** Returns the delivery that a claim waits for; undefined if it waits for none. */
async function rowOf({ caseFiles, tenant }: CaseworkDeps, head: StoredHead, now: string): Promise<Row | undefined> {
  const file = await caseFiles.read(head.claimId, "recent");
  const at = file && caseNow(file, tenant, now);
  const sent = at && pendingDelivery(at);
  if (!at || !sent) return undefined;
  const { events } = at.file;
  const { noticeId, to } = sent.details;
  const until = termFor("resolution-notified", at.claim, at.law)?.dueDate;
  const attempts = entriesOf(events, "delivery-attempted").filter(({ details }) => details.noticeId === noticeId);
  return {
    claimId: head.claimId,
    code: at.file.head.code,
    noticeId,
    number: lastEntry(events, "resolution-signed")?.details.number,
    claimantName: at.file.head.claimantName,
    to,
    telephone: claimantOf(events)?.telephone,
    until,
    workingDays: until && workingDaysUntil(limaDay(now), until, at.law.calendars.COMPANY),
    attempts: attempts.length,
    nextOn: attempts.at(-1)?.details.nextOn,
  };
}

/** Returns the last dispatch of the decision, if it is to an address and nothing says that it arrived. */
function pendingDelivery({ file: { events }, claim }: CaseAt) {
  const sent = lastEntry(events, "resolution-dispatched");
  if (sent?.channel !== "personal" || !allowedEvents(claim.state).includes("resolution-notified")) return undefined;
  if (sent.seq < (lastEntry(events, "resolution-signed")?.seq ?? 0)) return undefined;
  const isClaimed = entriesOf(events, "delivery-claimed").some(({ seq }) => seq > sent.seq);
  return isClaimed ? undefined : sent;
}
