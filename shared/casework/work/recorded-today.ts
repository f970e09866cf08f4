import { type CaseEventType, entriesOf } from "../../domain/case/case-events.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import type { CaseAt } from "../case/case-at.ts";

/** Returns how many entries of a type were recorded in a case on the day it is read, in Lima. */
export function recordedToday({ file, now }: CaseAt, type: CaseEventType): number {
  const today = limaDay(now);
  return entriesOf(file.events, type).filter(({ recordedAt }) => limaDay(recordedAt) === today).length;
}
