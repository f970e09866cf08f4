import { type CaseEventOf, isFact } from "../../domain/case/case-events.ts";
import { claimAt, nextLapse } from "../../domain/case/claim.ts";
import { addDays, type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import type { CaseAt } from "../case/case-at.ts";

/**
 * Returns the day on which a decision left in the mailbox takes effect unopened: the day after the last day of T22, a
 * term of `mailboxAckDays`. Undefined if the decision was sent by another channel, or if that day has not come.
 * Undefined also if the term to notify the decision (T10 or T14) ends no later than T22, or if a fact was recorded
 * between the sending and that day, such as the notification.
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
