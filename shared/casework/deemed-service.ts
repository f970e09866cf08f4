import { addDays, type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import { type CaseEventOf, isFact } from "../domain/case-events.ts";
import { claimAt, nextLapse } from "../domain/claim.ts";
import type { CaseAt } from "./case-at.ts";

/**
 * Returns the day on which a decision sent to the electronic mailbox was deemed served without being opened (T22).
 * Undefined for another channel, before that day, or if a fact was recorded before it, such as a notification. The
 * term itself is T22 in `domain/claim-clocks.ts`; its days are `mailboxAckDays` of the tenant.
 */
export function deemedServiceDay(
  { file, law, now }: CaseAt,
  sent: CaseEventOf<"resolution-dispatched">,
): CalendarDay | undefined {
  if (sent.channel !== "mailbox") return undefined;
  const claim = claimAt(file.events.slice(0, sent.seq).filter(isFact), law, sent.recordedAt);
  const next = claim && nextLapse(claim, law);
  if (next?.lapse !== "T22") return undefined;
  const day = addDays(next.last, 1);
  const meanwhile = file.events.slice(sent.seq).find((entry) => isFact(entry) && limaDay(entry.recordedAt) < day);
  return !meanwhile && limaDay(now) >= day ? day : undefined;
}
