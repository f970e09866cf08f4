import { randomUUID } from "node:crypto";
import { type CalendarDay, calendarDay } from "../domain/calendar-day.ts";
import {
  type CaseEvent,
  type CaseEventOf,
  type CaseEventType,
  entriesOf,
  lastEntry,
  type NotifiedAct,
} from "../domain/case-events.ts";
import type { Staff } from "../domain/people.ts";
import type { CaseFiles } from "../storage/case-files.ts";
import type { CaseAt } from "./case-at.ts";
import { newSecret } from "./new-ids.ts";
import { noticeAddress } from "./notice-consent.ts";
import type { Decision } from "./record.ts";

/** The entries that void the notice of an act: it was served another way, or another act replaced it. */
const voiding: Readonly<Record<NotifiedAct, readonly CaseEventType[]>> = {
  observation: ["defect-notified", "remedied"],
  "leak-repair": ["leak-repair-required"],
  "meter-test": ["meter-test-ordered", "meter-test-notified", "meter-test-reported"],
  hearing: ["hearing-moved", "conciliation-held"],
  "new-evidence": ["new-evidence-asked", "new-evidence-brought", "recourse-reclassified", "resolution-issued"],
};

/** Whether the notice of an act is neither acknowledged nor void. */
export function isNoticeOpen(
  events: readonly CaseEvent[],
  { seq, details }: CaseEventOf<"notice-dispatched">,
): boolean {
  return !events
    .slice(seq)
    .some(
      (later) =>
        voiding[details.of].includes(later.type) ||
        ("noticeId" in later.details && later.details.noticeId === details.noticeId),
    );
}

/** Whether any notice of this act was sent and is still open. */
export function hasOpenNotice(events: readonly CaseEvent[], of: NotifiedAct): boolean {
  return entriesOf(events, "notice-dispatched").some((sent) => sent.details.of === of && isNoticeOpen(events, sent));
}

/**
 * Returns the day of the meter test or the moved hearing that the notice of an act announces, from which on it needs no
 * acknowledgement; undefined for other acts.
 */
export function dayOfNotice(events: readonly CaseEvent[], of: NotifiedAct): CalendarDay | undefined {
  if (of === "meter-test") return lastEntry(events, "meter-test-ordered")?.testOn;
  const moved = of === "hearing" ? lastEntry(events, "hearing-moved")?.details.hearing.on : undefined;
  return moved && calendarDay(moved);
}

/**
 * Returns the decision that notifies an act by e-mail, with a key that opens the notice. It is empty if the claimant has no
 * address for notices, so that staff must notify them. The notice takes effect when it is acknowledged; only then is what the
 * act starts recorded.
 * @param says the lines of the notice
 */
export function noticeByEmail(
  { caseFiles }: { readonly caseFiles: CaseFiles },
  at: CaseAt,
  by: Staff,
  act: { readonly of: NotifiedAct; readonly says: readonly string[] },
): Required<Decision> {
  const to = noticeAddress(at);
  if (to === undefined) return { entries: [], also: [] };
  const noticeId = randomUUID();
  const noticeKey = newSecret();
  return {
    entries: [{ type: "notice-dispatched", effectiveAt: at.now, by, details: { ...act, noticeId, to, noticeKey } }],
    also: [caseFiles.noticeWrite(noticeKey, at.file.head.claimId, noticeId)],
  };
}
