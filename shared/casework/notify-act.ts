import { randomUUID } from "node:crypto";
import { type CalendarDay, calendarDay } from "../domain/calendar-day.ts";
import { type CaseEvent, type CaseEventOf, type CaseEventType, entriesOf, lastEntry } from "../domain/case-events.ts";
import type { NotifiedAct } from "../domain/notified-acts.ts";
import type { Staff } from "../domain/people.ts";
import type { CaseFiles } from "../storage/case-files.ts";
import type { CaseAt } from "./case-at.ts";
import { newSecret } from "./new-ids.ts";
import { noticeAddress } from "./notice-consent.ts";
import type { Decision } from "./record.ts";

/** What makes the notice of an act void: it was told otherwise, or something else was ordered since. */
const voiding: Readonly<Record<NotifiedAct, readonly CaseEventType[]>> = {
  observation: ["defect-notified", "remedied"],
  "leak-repair": ["leak-repair-required"],
  "meter-test": ["meter-test-ordered", "meter-test-notified", "meter-test-reported"],
  hearing: ["hearing-moved", "conciliation-held"],
  "new-evidence": ["new-evidence-asked", "new-evidence-brought", "recourse-reclassified", "resolution-issued"],
};

/** Whether the notice of an act still waits: neither acknowledged nor void. */
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

/** Whether a notice of an act was sent and still waits. */
export function hasOpenNotice(events: readonly CaseEvent[], of: NotifiedAct): boolean {
  return entriesOf(events, "notice-dispatched").some((sent) => sent.details.of === of && isNoticeOpen(events, sent));
}

/** The day of what a notice tells, where it is for a day: from it on there is nothing to acknowledge. */
export function dayOfNotice(events: readonly CaseEvent[], of: NotifiedAct): CalendarDay | undefined {
  if (of === "meter-test") return lastEntry(events, "meter-test-ordered")?.testOn;
  const moved = of === "hearing" ? lastEntry(events, "hearing-moved")?.details.hearing.on : undefined;
  return moved && calendarDay(moved);
}

/**
 * The notice of an act by e-mail, with a key that opens it, to who agreed to that; nothing for anybody else, whom staff
 * tell. It takes effect when it is acknowledged, and only then is what it starts recorded.
 * @param says what is told, a line each
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
