import { limaDay } from "../domain/calendar-day.ts";
import { type CaseEventType, entriesOf } from "../domain/case-events.ts";
import type { CaseAt } from "./case-at.ts";

/** How many entries of a type a case got today. */
export function recordedToday({ file, now }: CaseAt, type: CaseEventType): number {
  const today = limaDay(now);
  return entriesOf(file.events, type).filter(({ recordedAt }) => limaDay(recordedAt) === today).length;
}
