import type { CaseAt } from "../../shared/casework/case-at.ts";
import { effectOfDelivery, isWrittenDownInTime } from "../../shared/casework/effect-of-delivery.ts";
import { whyNotByMail } from "../../shared/casework/notice-consent.ts";
import { type CaseDesk, type Decision, placed } from "../../shared/casework/record.ts";
import { refusalWords } from "../../shared/casework/refusal-words.ts";
import { hasOpenNotice, noticeByEmail } from "../../shared/casework/tell-act.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import type { CaseFact, ToldAct } from "../../shared/domain/case-events.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import { longDate } from "../../shared/domain/spanish-dates.ts";

/** How staff told somebody: now, or by what was handed over at their address. */
export interface Told {
  readonly how: "told-by-telephone" | "told-in-person" | "delivered";
  readonly deliveredAt?: string | undefined;
}

/** When what was told takes effect; a record that comes late would eat a term, so that it is told again. */
export function toldAt({ how, deliveredAt }: Told, { law, now }: CaseAt): Answer<string, "not-now"> {
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

/**
 * An act told by e-mail to who agreed to that: what it starts is recorded once it is acknowledged. Refused while another
 * of the same waits, and for what the law would not take.
 * @param starts the fact as it would be recorded now
 */
export function mailed(
  desk: CaseDesk,
  at: CaseAt,
  by: Staff,
  { starts, ...act }: { readonly of: ToldAct; readonly says: readonly string[]; readonly starts: CaseFact },
): Answer<Decision, "no-consent" | "not-now"> {
  const judged = placed(at.file.events, [starts], at.law, at.now);
  if (!judged.ok) return judged;
  if (hasOpenNotice(at.file.events, act.of))
    return refused("not-now", {
      detail: "Ya se le envió ese aviso por correo y no lo confirmó: díselo de otra manera.",
    });
  const notice = noticeByEmail(desk, at, by, act);
  return notice.entries.length > 0 ? ok(notice) : refused("no-consent", whyNotByMail(at));
}

/** Why a delivery outside of the working hours is not recorded before it counts. */
export function outOfHours(effectiveAt: string): string {
  return `Esa entrega fue fuera del horario hábil: cuenta desde el ${longDate(limaDay(effectiveAt))}. Regístrala desde entonces.`;
}
