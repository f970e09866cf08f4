import type { CaseEventOf, FactOf } from "../../domain/case/case-events.ts";
import type { DeliveryEvidence } from "../../domain/case/claim-events.ts";
import { allowedEvents } from "../../domain/case/claim-transitions.ts";
import { earlyDelivery } from "../../domain/delivery/delivery-to-confirm.ts";
import type { DeliveryDetails } from "../../domain/resolution/notified-acts.ts";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { CaseLaw } from "../case/claim-law.ts";
import { judgedEntries } from "../case/record.ts";
import { effectOfDelivery } from "./delivery-effect.ts";

/**
 * Returns the fact `resolution-notified` of a delivery made outside working hours, once the next ones have begun by the
 * calendars in force. Undefined if no such delivery waits, before its effect, or if the law does not take the fact now.
 * Records nothing.
 */
export function countedDelivery({ file: { events }, law, now }: CaseAt): FactOf<"resolution-notified"> | undefined {
  const early = earlyDelivery(events);
  if (!early) return undefined;
  const { by, details } = early;
  const effectiveAt = effectOf(early, law);
  const evidence = evidenceOf(details.deliveredAt ?? effectiveAt, details);
  const fact = { type: "resolution-notified", effectiveAt, by, evidence, details } as const;
  return judgedEntries(events, [fact], law, now).ok ? fact : undefined;
}

/**
 * Returns the day from which a delivery made outside working hours counts as notified, by the calendars in force, until
 * `countedDelivery` was recorded. Undefined if no such delivery waits, if the claim takes no notification now, or if
 * the effect has come and the law takes it only with a second person.
 */
export function countsFrom(at: CaseAt): CalendarDay | undefined {
  const effectiveAt = effectAwaited(at);
  return effectiveAt && (effectiveAt > at.now || countedDelivery(at)) ? limaDay(effectiveAt) : undefined;
}

/**
 * Returns when a delivery made outside working hours takes effect, by the calendars in force, while it is not recorded
 * as notified and the claim takes a notification. Undefined if no such delivery waits.
 */
export function effectAwaited({ file: { events }, claim, law }: CaseAt): string | undefined {
  const early = earlyDelivery(events);
  const isAwaited = early && allowedEvents(claim.state).includes("resolution-notified");
  return isAwaited ? effectOf(early, law) : undefined;
}

/** When a delivery takes effect by the calendars in force: they may have changed since it was recorded. */
const effectOf = ({ effectiveAt, details: { deliveredAt } }: CaseEventOf<"delivery-claimed">, law: CaseLaw): string =>
  effectOfDelivery(deliveredAt ?? effectiveAt, law);

/** Returns what backs a delivery: a photo that passed its check, and the device's time if it is of the same day. */
export function evidenceOf(
  deliveredAt: string,
  { deviceTime, photos }: Pick<DeliveryDetails, "deviceTime" | "photos">,
): readonly DeliveryEvidence[] {
  const sent: readonly (DeliveryEvidence | undefined)[] = [
    photos.some(({ state }) => state === "received") ? "photo" : undefined,
    deviceTime && limaDay(deviceTime) === limaDay(deliveredAt) ? "device-time" : undefined,
  ];
  return sent.filter((kind) => kind !== undefined);
}
