import { remedyDay } from "../../shared/casework/remedy-day.ts";
import { type CalendarDay, limaDay } from "../../shared/domain/calendar-day.ts";
import { filingStateOn } from "../../shared/domain/filing.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { Tenant } from "../../tenants/tenant.ts";

/** What it works with. */
export interface LapseDesk {
  readonly tenant: Tenant;
  readonly filings: Filings;
  /** Makes writes of the filings all or none. */
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
}

const page = 50;

/**
 * Writes down that documents which were observed and not mended in time are deemed not presented, for their people to be
 * told. They are so without it, by their day; one that somebody writes in meanwhile is left to that write.
 */
export async function lapseFilings(desk: LapseDesk, now: string): Promise<number> {
  const today = limaDay(now);
  let lapsed = 0;
  for (;;) {
    const made = await lapsePage(desk, today, now);
    lapsed += made.done;
    if (!made.more) return lapsed;
  }
}

async function lapsePage({ tenant, filings, transact }: LapseDesk, today: CalendarDay, now: string) {
  const listed = await filings.listed(tenant.office.code.value, "observed", page);
  const due = listed.filter(({ filing }) => {
    const remedyBy = remedyDay(filing, tenant, now);
    return filingStateOn({ ...filing, remedyBy }, today) === "not-presented";
  });
  let done = 0;
  for (const { filing } of due) {
    const step = { entry: { type: "lapsed", at: now, by: "sweep" }, set: { state: "not-presented" } } as const;
    if ((await transact(filings.step(filing, step))).done) done += 1;
  }
  // What is due stands first; nothing of a page done is a page that others write in: the next hour's.
  return { done, more: done > 0 && due.length === page };
}
