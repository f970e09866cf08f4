import { findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { refusalWords } from "../../../shared/casework/case/law-refusal-words.ts";
import { type Decision, judgedEntries, record } from "../../../shared/casework/case/record.ts";
import { summaryAt } from "../../../shared/casework/claim/claim-summary.ts";
import { effectOfDelivery } from "../../../shared/casework/delivery/delivery-effect.ts";
import { countsFrom, evidenceOf } from "../../../shared/casework/delivery/early-delivery.ts";
import {
  reportDelivery as reportRoute,
  recordDelivery as route,
} from "../../../shared/contract/notice/notice-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import {
  type CaseEvent,
  entriesOf,
  type FactOf,
  lastEntry,
  type NoteOf,
} from "../../../shared/domain/case/case-events.ts";
import { allowedEvents } from "../../../shared/domain/case/claim-transitions.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { DeliveryDetails } from "../../../shared/domain/resolution/notified-acts.ts";
import { type CalendarDay, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { longDate } from "../../../shared/domain/term/spanish-dates.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import { serve } from "../../runtime/serve.ts";
import { asTaken, type SentCaptures } from "../visit/sent-captures.ts";
import type { VisitDeps } from "../visit-deps.ts";

type Delivery = Pick<
  RequestOf<typeof reportRoute>["body"],
  "outcome" | "deliveredAt" | "receiver" | "premises" | "nextOn" | "uploadIds"
> &
  Pick<DeliveryDetails, "deviceTime" | "deviceClockAt">;

/**
 * Records the decision's delivery: `resolution-notified`, `delivery-claimed` if late (to be confirmed) or out of hours,
 * `delivery-attempted` if nobody was there. Refuses `notice-not-found` without a notice; `upload-not-found` if a photo
 * is another's; `not-now` if the notice is not `personal` or of an earlier resolution, no notification is taken, one
 * waits for its effect, or the visit is to come, before the notice, too early under the door, or late without proof.
 */
export const recordDelivery = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) =>
      deliveryDecision(deps, at, { by: request.caller, noticeId: request.params.noticeId, body: request.body }),
    ),
  );

/**
 * Records a delivery made at an address, sent from the phone of whoever made it, and answers the claim's summary and,
 * if it was out of hours, from which day it counts. Records and refuses as `recordDelivery` does, but takes any version
 * of the case, because the phone may have been without signal. Also refuses `not-now` if a photo changed after the
 * phone took it.
 */
export const reportDelivery = (deps: VisitDeps) =>
  serve(reportRoute, async ({ params: { claimId, noticeId }, body, caller: by, now, write }) => {
    const recorded = await record(deps, { claimId, now, write }, (at) =>
      deliveryDecision(deps, at, { by, noticeId, body, taken: body.captures }),
    );
    return recorded.ok ? ok({ ...summaryAt(recorded.value), countsFrom: countsFrom(recorded.value) }) : recorded;
  });

interface MadeDelivery {
  readonly by: Staff;
  readonly noticeId: string;
  readonly body: Delivery;
  /** The photos as the device made them, if it was reported from one. */
  readonly taken?: SentCaptures;
}

/** Returns the decision that records a delivery, with its photos. Refuses as `recordDelivery` does. */
async function deliveryDecision(
  deps: VisitDeps,
  at: CaseAt,
  { by, noticeId, body, taken }: MadeDelivery,
): Promise<Answer<Decision, "notice-not-found" | "upload-not-found" | "not-now">> {
  const refusal = refusalOf(at, noticeId, body);
  if (!refusal.ok) return refusal;
  const attached = await findAttachments(deps, by.sub, body.uploadIds);
  if (!attached.ok) return attached;
  const { attachments: photos, attach } = attached.value;
  const captures = taken && asTaken(taken, photos);
  if (captures && !captures.ok) return captures;
  const files = { photos, ...(captures && { captures: captures.value }) };
  const also = attach({ claimId: at.file.head.claimId });
  if (body.outcome === "absent") return ok({ entries: [{ ...attempted(noticeId, body, files), by }], also });
  const entry = deliveryEntry(at, by, { noticeId, body, files });
  return entry.ok ? ok({ entries: [entry.value], also }) : entry;
}

/** The photos of a delivery, and when and where its device took them. */
type DeliveryFiles = Pick<DeliveryDetails, "photos" | "captures">;

/**
 * Returns the entry of a visit that found nobody and left a notice with a new day. Throws `RangeError` if that day or
 * the premises are missing.
 */
function attempted(noticeId: string, body: Delivery, files: DeliveryFiles) {
  const { deliveredAt, nextOn, premises, deviceTime, deviceClockAt } = body;
  if (!nextOn || !premises) throw new RangeError("an absence without its next day or the premises");
  const details = { noticeId, outcome: "absent", nextOn, premises, deviceTime, deviceClockAt, ...files } as const;
  return { type: "delivery-attempted", effectiveAt: deliveredAt, details } as const;
}

interface SentDelivery {
  readonly noticeId: string;
  readonly body: Delivery;
  readonly files: DeliveryFiles;
}

/**
 * Returns the entry of a delivery, effective when it was made or, outside working hours, when the next ones begin. That
 * is `resolution-notified`, or `delivery-claimed` if its effect is still to come or the law takes it only with a second
 * person. Refuses `not-now` if the law takes neither; before the effect, if it would not take it then. Throws
 * `RangeError` for an absence.
 */
function deliveryEntry(
  { file, law, now }: CaseAt,
  by: Staff,
  { noticeId, body, files }: SentDelivery,
): Answer<FactOf<"resolution-notified"> | NoteOf<"delivery-claimed">, "not-now"> {
  const { outcome: how, deliveredAt, premises, receiver, deviceTime, deviceClockAt } = body;
  if (how === "absent") throw new RangeError("an absence delivers nothing");
  const effectiveAt = effectOfDelivery(deliveredAt, law);
  const made = effectiveAt === deliveredAt ? {} : { deliveredAt };
  const details = { noticeId, how, receiver, ...made, deviceTime, deviceClockAt, premises, ...files };
  const evidence = evidenceOf(deliveredAt, details);
  const fact = { type: "resolution-notified", effectiveAt, by, evidence, details } as const;
  if (effectiveAt > now) {
    const isTaken = judgedEntries(file.events, [fact], law, effectiveAt).ok;
    return isTaken ? ok({ type: "delivery-claimed", effectiveAt, by, details }) : tooLate(effectiveAt);
  }
  if (judgedEntries(file.events, [fact], law, now).ok) return ok(fact);
  const seconded = { ...fact, evidence: [...evidence, "second-person"] } as const;
  const judged = judgedEntries(file.events, [seconded], law, now);
  return judged.ok ? ok({ type: "delivery-claimed", effectiveAt, by, details }) : judged;
}

/** Refuses a delivery that takes effect only when the claim takes no notification any more. */
const tooLate = (effectiveAt: string) =>
  refused("not-now", {
    detail: `Esa entrega fue fuera del horario hábil: cuenta desde el ${longDate(limaDay(effectiveAt))}. Para entonces el plazo ya pasó.`,
  });

/**
 * Refuses what the law is not asked about. `notice-not-found` if no such notice was dispatched. `not-now` if it is of
 * an earlier resolution or not `personal`; if the state takes no notification; if a delivery waits for its effect; if
 * this one is in the future or before the dispatch; if it was left under the door before any earlier notice's new date;
 * or if `nextOn` is not after the visit.
 */
function refusalOf(
  at: CaseAt,
  noticeId: string,
  { outcome, deliveredAt, nextOn }: Delivery,
): Answer<undefined, "notice-not-found" | "not-now"> {
  const { file, claim, now } = at;
  const { events } = file;
  const notice = entriesOf(events, "resolution-dispatched").find(({ details }) => details.noticeId === noticeId);
  if (!notice) return refused("notice-not-found");
  const because = (detail: string) => refused("not-now", { detail });
  if (notice.seq < (lastEntry(events, "resolution-signed")?.seq ?? 0))
    return because("Esa notificación es de una resolución anterior.");
  if (notice.channel !== "personal")
    return because("Esa notificación no va al domicilio. Despáchala otra vez, para entregarla ahí.");
  if (!allowedEvents(claim.state).includes("resolution-notified")) return refused("not-now");
  if (deliveredAt > now) return because(refusalWords["not-happened-yet"]);
  if (deliveredAt < notice.effectiveAt) return because(refusalWords["before-its-cause"]);
  const waits = countsFrom(at);
  if (waits) return because(`Ya está registrada la entrega: cuenta desde el ${longDate(waits)}.`);
  if (outcome === "left-under-door" && !isSecondVisit(events, noticeId, limaDay(deliveredAt)))
    return because("Primero se deja un aviso con otra fecha. Bajo la puerta queda recién desde esa fecha.");
  if (nextOn !== undefined && nextOn <= limaDay(deliveredAt))
    return because("La nueva fecha del aviso es un día posterior a la visita.");
  return ok(undefined);
}

/**
 * Returns whether an earlier visit left a notice whose date has come by `day`: from then on the decision may be left
 * under the door.
 */
function isSecondVisit(events: readonly CaseEvent[], noticeId: string, day: CalendarDay): boolean {
  return entriesOf(events, "delivery-attempted").some(
    ({ details }) => details.noticeId === noticeId && details.nextOn <= day,
  );
}
