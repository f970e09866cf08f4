import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { sweep } from "../../../../functions/sweep/sweep.ts";
import { seedOf } from "../../../../shared/casework/term/calendars-in-force.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import { listWork } from "../../../../shared/contract/work/work-list-routes.ts";
import { addDays, calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { queues } from "../../../../shared/domain/work/work-list.ts";
import { openCalendars } from "../../../../shared/storage/term/calendars.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type CaseworkWorld, caseworkWorld, steps } from "../../casework/casework-world.ts";
import { captureLog } from "../../log-lines.ts";

let local: TestTables;
beforeAll(async () => {
  local = await testTables();
  vi.useFakeTimers({ toFake: ["Date"] });
  captureLog();
}, 120_000);
afterAll(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  return local.stop();
});

const analyst = ["analyst-1", "analyst"] as const;
const clerk = ["clerk-1", "clerk"] as const;

/** What the desk says of the claims at an instant: each file, and the list each stands on. */
async function readAt(world: CaseworkWorld, claimIds: readonly string[], now: string) {
  vi.setSystemTime(new Date(now));
  const files = [];
  for (const claimId of claimIds) {
    const { body } = await world.as(analyst, showCase, { params: { claimId } });
    files.push(`${claimId} ${body.state} since ${body.since}`);
  }
  const listed = [];
  for (const queue of queues) {
    const { body } = await world.as(clerk, listWork, { query: { queue, limit: "50" } });
    for (const row of body.claims) listed.push(`${row.claimId} ${row.state} ${row.queue}`);
  }
  return { files, listed: listed.sort() };
}

/**
 * The day of the last entry, and the days after it: two weeks on day 35 is over, three weeks on day 15 of a recourse.
 */
const lastDay = calendarDay("2026-12-31");
const days = [1, 8, 14, 15, 20, 21, 30];

it("files and lists read alike with the sweep and 1 to 30 days without it", { timeout: 240_000 }, async () => {
  const world = await caseworkWorld(local);
  const claimIds = [];
  for (const step of ["filed", "accepted", "dispatched", "notified", "elevated"] as const)
    claimIds.push((await steps[step](world)).claimId);
  const instants = days.map((ahead) => limaInstant(addDays(lastDay, ahead), "12:00"));

  const unswept = [];
  for (const now of instants) unswept.push(await readAt(world, claimIds, now));
  const swept = [];
  for (const now of instants) {
    await sweep({
      ...world,
      calendarBook: openCalendars(world.claims, seedOf(world.tenant)),
      exchangeFiles: { write: async () => {} },
      uploadTasks: { send: async () => {} },
      documentWork: { send: async () => {} },
      now: () => now,
    })();
    swept.push(await readAt(world, claimIds, now));
  }

  expect(unswept).toEqual(swept);
  expect(new Set(swept.flatMap(({ listed }) => listed)).size).toBeGreaterThan(claimIds.length);
});
