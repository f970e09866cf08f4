import { lastDayToCorrect } from "../../shared/casework/resolution/correction-term.ts";
import { submissionStateOn } from "../../shared/domain/submission/submission.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
export interface LapseDeps {
  readonly tenant: Tenant;
  readonly submissions: Submissions;
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
}

const page = 50;

/**
 * Records `lapsed` in each submission that was observed and not corrected by its last day, and makes it
 * `not-presented`. The entry notifies whoever presented it. If somebody else writes in the submission at the same
 * moment, the next hour records it. Returns how many were recorded.
 */
export async function lapseSubmissions(deps: LapseDeps, now: string): Promise<number> {
  const today = limaDay(now);
  let lapsed = 0;
  for (;;) {
    const made = await lapsePage(deps, today, now);
    lapsed += made.done;
    if (!made.more) return lapsed;
  }
}

async function lapsePage({ tenant, submissions, transact }: LapseDeps, today: CalendarDay, now: string) {
  const listed = await submissions.listed(tenant.office.code.value, "observed", page);
  const due = listed.filter(({ submission }) => {
    const remedyBy = lastDayToCorrect(submission, tenant, now);
    return submissionStateOn({ ...submission, remedyBy }, today) === "not-presented";
  });
  let done = 0;
  for (const { submission } of due) {
    const step = { entry: { type: "lapsed", at: now, by: "sweep" }, set: { state: "not-presented" } } as const;
    if ((await transact(submissions.step(submission, step))).done) done += 1;
  }
  // Due submissions come first in the list. If none of a page could be written, others write in them: the next hour
  // goes on.
  return { done, more: done > 0 && due.length === page };
}
