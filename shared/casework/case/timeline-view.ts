import type { showClaim } from "../../contract/claim/claim-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import type { CaseEvent } from "../../domain/case/case-events.ts";
import { type Actor, isClaimants } from "../../domain/case/claim-events.ts";
import type { Side } from "../resolution/issued-resolutions.ts";

type Entry = AnswerOf<typeof showClaim>["timeline"][number];

function party(by: Actor): Pick<Entry, "by" | "role"> {
  if (isClaimants(by)) return { by: "claimant" };
  if (by.kind === "system") return { by: "system" };
  const [role] = by.roles;
  return { by: "company", ...(role && { role }) };
}

/**
 * Returns an entry as a timeline shows it: type, times, who recorded it, agreement, outcome and number, and how and to
 * whom a decision was delivered. Of a member of staff it shows only the first role. It hides no entry: `timelineView`
 * leaves out those that a claimant may not see.
 */
export function entryView(event: CaseEvent): Entry {
  const { seq, type, effectiveAt, recordedAt, by } = event;
  return {
    seq,
    type,
    effectiveAt,
    recordedAt,
    ...party(by),
    ...("agreement" in event && { agreement: event.agreement }),
    ...("outcome" in event && { outcome: event.outcome }),
    ...("number" in event && { number: event.number }),
    ...(event.type === "resolution-notified" && {
      how: event.details.how,
      receiver: event.details.receiver?.name,
      deviceTime: event.details.deviceTime,
      secondPerson: event.details.secondPerson?.name,
    }),
    ...(event.type === "delivery-claimed" && { how: event.details.how, deviceTime: event.details.deviceTime }),
  };
}

/**
 * Entries the claimant is not shown: the office's own steps, and those that would reveal a resolution before it is
 * notified.
 */
const internal: ReadonlySet<CaseEvent["type"]> = new Set([
  "resolution-returned",
  "resolution-issued",
  "manager-alerted",
  "owner-changed",
  "work-noted",
  "appointments-waiting",
  "visit-shared",
  "lapse-notified",
  "hold-acknowledged",
  "adjustment-acknowledged",
  "attachment-checked",
  "attachment-attended",
  "notice-sent",
  "access-decided",
  "notice-delivered",
  "notice-delayed",
  "document-frozen",
  "document-returned",
  "hand-signature-claimed",
  "hand-signature-refused",
]);

/**
 * Returns the entries of a case that one side may see, in order. Staff see all. The claimant never sees the office's
 * own steps, nor `resolution-issued`, which says the outcome before it is notified.
 */
export function timelineView(events: readonly CaseEvent[], side: Side): Entry[] {
  return events.filter(({ type }) => side === "staff" || !internal.has(type)).map(entryView);
}
