import { type Answer, refused } from "../contract/refusals.ts";
import { limaDay } from "../domain/calendar-day.ts";
import { ok } from "../domain/result.ts";
import { longDate } from "../domain/spanish-dates.ts";
import type { CaseLaw } from "./claim-law.ts";
import { effectOfDelivery, isWrittenDownInTime } from "./effect-of-delivery.ts";
import { refusalWords } from "./refusal-words.ts";

/** How staff told somebody: now, or by what was handed over at their address. */
export interface ClerkNotice {
  readonly how: "notified-by-telephone" | "notified-in-person" | "delivered";
  readonly deliveredAt?: string | undefined;
}

/** When what was told takes effect; a record that comes late would eat a term, so that it is told again. */
export function serviceInstant(
  { how, deliveredAt }: ClerkNotice,
  { law, now }: { readonly law: CaseLaw; readonly now: string },
): Answer<string, "not-now"> {
  const handed = how === "delivered" ? (deliveredAt ?? now) : now;
  if (handed > now) return refused("not-now", { detail: refusalWords["not-happened-yet"] });
  const effectiveAt = how === "delivered" ? effectOfDelivery(handed, law) : now;
  if (effectiveAt > now) return refused("not-now", { detail: outOfHours(effectiveAt) });
  if (!isWrittenDownInTime(effectiveAt, now, law))
    return refused("not-now", {
      detail: "Ese registro llega tarde y le quitaría días a la persona. Avísale otra vez: cuenta desde hoy.",
    });
  return ok(effectiveAt);
}

/** Why a delivery outside of the working hours is not recorded before it counts. */
export function outOfHours(effectiveAt: string): string {
  return `Esa entrega fue fuera del horario hábil: cuenta desde el ${longDate(limaDay(effectiveAt))}. Regístrala desde entonces.`;
}
