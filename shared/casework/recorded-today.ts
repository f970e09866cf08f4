import { limaDay } from "../domain/calendar-day.ts";
import { type CaseEventType, entriesOf } from "../domain/case-events.ts";
import type { CaseAt } from "./case-at.ts";

/** Returns how many entries of a type were recorded in a case on the day it is read, in Lima. */
export function recordedToday({ file, now }: CaseAt, type: CaseEventType): number {
  const today = limaDay(now);
  return entriesOf(file.events, type).filter(({ recordedAt }) => limaDay(recordedAt) === today).length;
}
