import { closeDays } from "../../shared/domain/board/late-risk.ts";
import { submissionDueOn } from "../../shared/domain/submission/submission.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import { countWorkingDays } from "../../shared/domain/term/due-dates.ts";
import type { SubmissionRecord } from "../../shared/storage/submission/submissions.ts";
import { log } from "../runtime/log.ts";
import type { LapseDeps } from "./lapse-submissions.ts";

const page = 50;

/**
 * Alerts the manager twice of each submission on the list `to-answer`: once its last day is at most two working days
 * away (`near`), and once that day is over (`late`). Each alert is a `manager-alerted` entry in the submission and the
 * log line `submission-unanswered`. If somebody else writes in the submission at the same moment, the next hour alerts.
 * Returns how many alerts were recorded.
 */
export async function alertSubmissions(deps: LapseDeps, now: string): Promise<number> {
  const { tenant, submissions } = deps;
  const today = limaDay(now);
  const until = countWorkingDays({ from: today, days: closeDays, calendar: tenant.calendars.COMPANY.value }).dueDate;
  let alerted = 0;
  let after: string | undefined;
  for (;;) {
    const listed = await submissions.listed(tenant.office.code.value, "to-answer", page, after);
    const due = listed.filter(({ submission }) => (submissionDueOn(submission) ?? "9999") <= until);
    for (const { submission } of due) if (await alertOf(deps, submission, today, now)) alerted += 1;
    after = due.at(-1)?.place;
    if (after === undefined || due.length < page) return alerted;
  }
}

/**
 * Records an alert; returns `false` if it was recorded before, or if somebody wrote in the submission meanwhile, which
 * is left to the next hour.
 */
async function alertOf(
  { submissions, transact }: LapseDeps,
  submission: SubmissionRecord,
  today: CalendarDay,
  now: string,
): Promise<boolean> {
  const { submissionId, entries } = submission;
  const dueOn = submissionDueOn(submission) ?? "";
  const to = dueOn < today ? "late" : "near";
  if (entries.some((entry) => entry.type === "manager-alerted" && entry.to === to)) return false;
  const entry = { type: "manager-alerted", at: now, by: "sweep", to } as const;
  if (!(await transact(submissions.step(submission, { entry }))).done) return false;
  log("warn", "submission-unanswered", { submissionId, answerBy: dueOn });
  return true;
}
