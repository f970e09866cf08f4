import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { AlertDeps } from "../../../../functions/sweep/alert-manager.ts";
import { remindHearings } from "../../../../functions/sweep/remind-hearings.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import type { HearingMode } from "../../../../shared/domain/filing/claim-form.ts";
import { calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { standIn } from "../../../../shared/tenant/tenant-value.ts";
import { form, person } from "../../../shared/casework/case-world.ts";
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

/** A claim that is investigated, whose hearing is on Wednesday 23 December. */
async function awaiting(mode?: HearingMode, claimant: Partial<typeof form.claimant> = {}): Promise<string> {
  const { file } = await world.fileOne(filedAt, {
    form: { ...form, hearingMode: mode, claimant: { ...form.claimant, ...claimant } },
  });
  const now = "2026-11-24T15:00:00.000Z";
  const by = person("clerk-1", "clerk");
  await world.elsewhere(file.head.claimId, now, [{ type: "claim-accepted", effectiveAt: now, by, details: {} }]);
  return file.head.claimId;
}

/** The desk of an office without a room of its own. */
const roomless = () => ({
  ...world,
  tenant: {
    ...world.tenant,
    office: { ...world.tenant.office, videoRooms: standIn<string | undefined>(undefined, "none") },
  },
});
const sweepAt = (day: string, time: string, deps: AlertDeps = world) =>
  remindHearings(deps, limaInstant(calendarDay(day), time));
const eventsOf = async (claimId: string) => (await world.caseFiles.read(claimId))?.events ?? [];
const remindersOf = async (claimId: string) =>
  entriesOf(await eventsOf(claimId), "hearing-reminded").map(({ details }) => details.when);
const alertsOf = async (claimId: string) =>
  entriesOf(await eventsOf(claimId), "manager-alerted").map(({ details }) => details.reason);

describe("a hearing that is near", () => {
  it("is reminded once on the working day before, and once on its day, in the day's hours", async () => {
    const claimId = await awaiting();
    await sweepAt("2026-12-21", "23:00");
    expect(await remindersOf(claimId)).toEqual([]);
    await sweepAt("2026-12-22", "06:59");
    expect(await remindersOf(claimId)).toEqual([]);
    expect(await sweepAt("2026-12-22", "07:00")).toEqual({ reminded: 1, failed: 0 });
    await sweepAt("2026-12-22", "18:00");
    expect(await remindersOf(claimId)).toEqual(["day-before"]);
    await sweepAt("2026-12-23", "07:05");
    await sweepAt("2026-12-23", "07:06");
    expect(await remindersOf(claimId)).toEqual(["day-before", "same-day"]);
  });

  it("is not reminded once its hour came", async () => {
    const claimId = await awaiting();
    await sweepAt("2026-12-23", "13:00");
    expect(await remindersOf(claimId)).toEqual([]);
  });

  it.each([
    ["by video without a link", "virtual", {}, /^La audiencia del miércoles 23 de diciembre.*no tiene enlace/],
    [
      "by telephone without a number",
      "telephone",
      { telephone: undefined, email: "cliente@example.pe" },
      /no hay un número al que llamar/,
    ],
  ] as const)("is the manager's to know of while there is time: %s", async (_, mode, claimant, reason) => {
    const claimId = await awaiting(mode, claimant);
    await sweepAt("2026-12-17", "09:00", roomless());
    expect(await alertsOf(claimId)).toEqual([]);
    await sweepAt("2026-12-18", "09:00", roomless());
    await sweepAt("2026-12-21", "09:00", roomless());
    expect(await alertsOf(claimId)).toEqual([expect.stringMatching(reason)]);
  });

  it("is no alert where the office has a room, or staff entered a link", async () => {
    const inRoom = await awaiting("virtual");
    await sweepAt("2026-12-21", "09:00");
    expect(await alertsOf(inRoom)).toEqual([]);
    const own = await awaiting("virtual");
    const hearing = entriesOf(await eventsOf(own), "claim-filed")[0]?.details.hearing;
    if (!hearing) throw new Error("no hearing");
    const now = "2026-12-01T15:00:00.000Z";
    const link = "https://reuniones.example.pe/una-sola";
    await world.elsewhere(own, now, [
      {
        type: "hearing-link-set",
        effectiveAt: now,
        by: person("conciliator-1", "conciliator"),
        details: { on: hearing.on, at: hearing.at, link },
      },
    ]);
    await sweepAt("2026-12-21", "09:00", roomless());
    expect(await alertsOf(own)).toEqual([]);
  });
});
