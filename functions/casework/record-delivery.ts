import { attachedPapers } from "../../shared/casework/attached-papers.ts";
import type { CaseAt } from "../../shared/casework/case-at.ts";
import { refusalWords } from "../../shared/casework/refusal-words.ts";
import { recordDelivery as route } from "../../shared/contract/casework-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { type CaseEvent, entriesOf, lastEntry } from "../../shared/domain/case-events.ts";
import type { DeliveryEvidence } from "../../shared/domain/claim-events.ts";
import type { Paper } from "../../shared/domain/claim-form.ts";
import { allowedEvents } from "../../shared/domain/claim-states.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDesk } from "./casework-desk.ts";
import { editCase } from "./edit-case.ts";

type Delivery = RequestOf<typeof route>["body"];

/** The record of a personal delivery: a notification, or an attempt that left a notice with a new date. */
export const recordDelivery = (desk: CaseworkDesk) =>
  serve(route, (request) =>
    editCase(desk, request, async (at) => {
      const { caller: by, body, params } = request;
      const { noticeId } = params;
      const refusal = refusalOf(at, noticeId, body);
      if (!refusal.ok) return refusal;
      const attached = await attachedPapers(desk, by.sub, body.uploadIds);
      if (!attached.ok) return attached;
      const { papers, attach } = attached.value;
      const { outcome, deliveredAt: effectiveAt, nextOn, premises, receiver, deviceTime, secondPerson } = body;
      const also = attach({ claimId: params.claimId });
      if (outcome === "absent") {
        if (!nextOn || !premises) throw new RangeError("an absence without its next day or the premises");
        const details = { noticeId, outcome, nextOn, premises, photos: papers };
        return ok({ entries: [{ type: "delivery-attempted", effectiveAt, by, details }], also });
      }
      const details = { noticeId, how: outcome, receiver, deviceTime, secondPerson, premises, photos: papers };
      const evidence = evidenceIn(body, papers);
      return ok({ entries: [{ type: "resolution-notified", effectiveAt, by, evidence, details }], also });
    }),
  );

/** What backs a delivery: what was sent with it and passed its check, never what is only said. */
function evidenceIn(
  { deliveredAt, deviceTime, secondPerson }: Delivery,
  papers: readonly Paper[],
): readonly DeliveryEvidence[] {
  const sent: readonly (DeliveryEvidence | undefined)[] = [
    papers.some(({ state }) => state === "received") ? "photo" : undefined,
    deviceTime && limaDay(deviceTime) === limaDay(deliveredAt) ? "device-time" : undefined,
    secondPerson ? "second-person" : undefined,
  ];
  return sent.filter((kind) => kind !== undefined);
}

/** What the law does not judge of a delivery: which notice it is of, and what must have happened before. */
function refusalOf(
  { file: { events }, claim, now }: CaseAt,
  noticeId: string,
  { outcome, deliveredAt, nextOn }: Delivery,
): Answer<undefined, "notice-not-found" | "not-now"> {
  const notice = entriesOf(events, "resolution-dispatched").find(({ details }) => details.noticeId === noticeId);
  if (!notice) return refused("notice-not-found");
  const because = (detail: string) => refused("not-now", { detail });
  if (notice.seq < (lastEntry(events, "resolution-signed")?.seq ?? 0))
    return because("Esa notificación es de una resolución anterior.");
  if (notice.channel !== "personal")
    return because("Esa notificación fue por correo. Despáchala otra vez, para entregar en el domicilio.");
  if (!allowedEvents(claim.state).includes("resolution-notified")) return refused("not-now");
  if (deliveredAt > now) return because(refusalWords["not-happened-yet"]);
  if (deliveredAt < notice.effectiveAt) return because(refusalWords["before-its-cause"]);
  if (outcome === "left-under-door" && !isSecondVisit(events, noticeId, limaDay(deliveredAt)))
    return because("Primero se deja un aviso con otra fecha. Bajo la puerta queda recién desde esa fecha.");
  if (nextOn !== undefined && nextOn <= limaDay(deliveredAt))
    return because("La nueva fecha del aviso es un día posterior a la visita.");
  return ok(undefined);
}

/** The first absence left a notice with a day: from then on it may be left under the door. */
function isSecondVisit(events: readonly CaseEvent[], noticeId: string, day: CalendarDay): boolean {
  return entriesOf(events, "delivery-attempted").some(
    ({ details }) => details.noticeId === noticeId && details.nextOn <= day,
  );
}
