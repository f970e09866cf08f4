import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { remindActs } from "../../../../functions/sweep/remind-acts.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { person } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type CaseworkWorld, caseworkWorld, filedAt } from "../../casework/casework-world.ts";
import { captureLog } from "../../log-lines.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseworkWorld(local);
  captureLog();
});
afterEach(() => void vi.restoreAllMocks());

const clerk = person("clerk-1", "clerk");
const sweepAt = (day: string, time: string) => remindActs(world, limaInstant(calendarDay(day), time));
const remindersOf = async (claimId: string) =>
  entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "act-reminded").map(
    ({ details: { act, day } }) => `${act} ${day}`,
  );

/** Observed and notified on Tuesday 24 November: there are two working days to remedy it, until Friday. */
async function observed(): Promise<string> {
  const { file } = await world.fileOne(filedAt);
  const now = "2026-11-24T15:00:00.000Z";
  await world.elsewhere(file.head.claimId, now, [
    { type: "defect-observed", effectiveAt: now, by: clerk, details: { defects: ["Falta la firma."] } },
    { type: "defect-notified", effectiveAt: now, by: clerk, details: { how: "notified-in-person" } },
  ]);
  return file.head.claimId;
}

describe("what waits for a claimant", () => {
  it("is reminded of on the working day before its day, once, in the day's hours", async () => {
    const claimId = await observed();
    // Wednesday is a holiday: the visit is on Thursday, the next day that is worked.
    expect(await sweepAt("2026-11-24", "18:00")).toEqual({ reminded: 1, failed: 0 });
    await sweepAt("2026-11-26", "06:59");
    expect(await remindersOf(claimId)).toEqual(["receive-visit 2026-11-26"]);
    expect(await sweepAt("2026-11-26", "07:00")).toEqual({ reminded: 1, failed: 0 });
    expect(await sweepAt("2026-11-26", "19:00")).toEqual({ reminded: 0, failed: 0 });
    expect(await remindersOf(claimId)).toEqual(["receive-visit 2026-11-26", "remedied 2026-11-27"]);
  });

  it("is not reminded of once it was done", async () => {
    const claimId = await observed();
    const now = "2026-11-24T20:00:00.000Z";
    const by = { kind: "customer", sub: "maria" } as const;
    await world.elsewhere(claimId, now, [
      { type: "remedied", effectiveAt: now, by, details: { answer: "Aquí está.", attachments: [] } },
    ]);
    await sweepAt("2026-11-26", "09:00");
    expect(await remindersOf(claimId)).toEqual([]);
  });
});
