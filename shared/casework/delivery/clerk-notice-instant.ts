import { type Answer, refused } from "../../contract/refusals.ts";
import { ok } from "../../domain/case/result.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { longDate } from "../../domain/term/spanish-dates.ts";
import type { CaseLaw } from "../case/claim-law.ts";
import { refusalWords } from "../case/law-refusal-words.ts";
import { effectOfDelivery, isRecordedInTime } from "./delivery-effect.ts";

/**
 * How staff notified somebody: in person or by telephone, always now, or `delivered` at their address at `deliveredAt`.
 * `deliveredAt` is ignored for the first two; absent, the delivery is now.
 */
export interface ClerkNotice {
  readonly how: "notified-by-telephone" | "notified-in-person" | "delivered";
  readonly deliveredAt?: string | undefined;
}

/**
 * Returns the instant at which a clerk's notice takes effect: `now` if it was given in person or by telephone. A
 * delivery takes effect at the instant of delivery or, outside working hours, when the next working hours begin.
 * Refuses `not-now` if the delivery is after `now`, if it has not taken effect yet, or if `now` is later than the first
 * working day (COMPANY calendar) after its day of effect.
 */
export function serviceInstant(
  { how, deliveredAt }: ClerkNotice,
  { law, now }: { readonly law: CaseLaw; readonly now: string },
): Answer<string, "not-now"> {
  const handed = how === "delivered" ? (deliveredAt ?? now) : now;
  if (handed > now) return refused("not-now", { detail: refusalWords["not-happened-yet"] });
  const servedAt = how === "delivered" ? effectOfDelivery(handed, law) : now;
  if (servedAt > now) return refused("not-now", { detail: outOfHours(servedAt) });
  if (!isRecordedInTime(servedAt, now, law))
    return refused("not-now", {
      detail: "Ese registro llega tarde y le quitaría días a la persona. Avísale otra vez: cuenta desde hoy.",
    });
  return ok(servedAt);
}

/**
 * Returns the Spanish sentence for a delivery made outside working hours that somebody records too early: the day from
 * which the delivery counts and may be recorded.
 * @param servedAt the instant at which the delivery takes effect, ISO 8601 in UTC
 */
function outOfHours(servedAt: string): string {
  return `Esa entrega fue fuera del horario hábil: cuenta desde el ${longDate(limaDay(servedAt))}. Regístrala desde entonces.`;
}
