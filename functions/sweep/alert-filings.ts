import { type CalendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/due-dates.ts";
import { closeDays } from "../../shared/domain/late-risk.ts";
import type { FilingRecord } from "../../shared/storage/filings.ts";
import { log } from "../runtime/log.ts";
import type { LapseDesk } from "./lapse-filings.ts";

const page = 50;

/**
 * Tells the manager, in the filing and in the log, of every document that must be answered by a day two working days away
 * or less, and again once that day is over: once each, from the list by legal day. Its count stands on the manager's page.
 */
export async function alertFilings(desk: LapseDesk, now: string): Promise<number> {
  const { tenant, filings } = desk;
  const today = limaDay(now);
  const until = countWorkingDays({ from: today, days: closeDays, calendar: tenant.calendars.COMPANY.value }).dueDate;
  let alerted = 0;
  let after: string | undefined;
  for (;;) {
    const listed = await filings.listed(tenant.office.code.value, "to-answer", page, after);
    const due = listed.filter(({ filing: { answerBy } }) => answerBy !== undefined && answerBy <= until);
    for (const { filing } of due) if (await alertOf(desk, filing, today, now)) alerted += 1;
    after = due.at(-1)?.place;
    if (after === undefined || due.length < page) return alerted;
  }
}

/** One that somebody writes in meanwhile is left to the next hour. */
async function alertOf(
  { filings, transact }: LapseDesk,
  filing: FilingRecord,
  today: CalendarDay,
  now: string,
): Promise<boolean> {
  const { filingId, answerBy = "", entries } = filing;
  const to = answerBy < today ? "late" : "near";
  if (entries.some((entry) => entry.type === "manager-alerted" && entry.to === to)) return false;
  const entry = { type: "manager-alerted", at: now, by: "sweep", to } as const;
  if (!(await transact(filings.step(filing, { entry }))).done) return false;
  log("warn", "filing-unanswered", { filingId, answerBy });
  return true;
}
