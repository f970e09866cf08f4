import { lastDayToCorrect } from "../../shared/casework/correction-term.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { submissionStateOn } from "../../shared/domain/submission.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { Submissions } from "../../shared/storage/submissions.ts";
import type { Tenant } from "../../tenants/tenant.ts";

/** What it works with. */
export interface LapseDeps {
  readonly tenant: Tenant;
  readonly submissions: Submissions;
  /** Makes writes of the submissions all or none. */
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
}

const page = 50;

/**
 * Writes down that documents which were observed and not mended in time are deemed not presented, for their people to be
 * told. They are so without it, by their day; one that somebody writes in meanwhile is left to that write.
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
  // What is due stands first; nothing of a page done is a page that others write in: the next hour's.
  return { done, more: done > 0 && due.length === page };
}
