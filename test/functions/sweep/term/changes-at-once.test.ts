import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { applyCalendarChange } from "../../../../functions/sweep/apply-calendar-change.ts";
import { tenant } from "../../../../settings.ts";
import { seedOf, tenantWith } from "../../../../shared/casework/term/calendars-in-force.ts";
import { visitCapacity } from "../../../../shared/casework/visit/free-slots.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { openCalendars } from "../../../../shared/storage/term/calendars.ts";
import { memoryDynamoDb } from "../../../doubles/memory-dynamodb.ts";
import { type CaseWorld, caseWorld, form } from "../../../shared/casework/case-world.ts";
import { captureLog } from "../../log-lines.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const inForceFrom = "2026-11-24T15:02:00.000Z";
const now = "2026-11-24T15:10:00.000Z";
const zone = "180101";
const claims = 40;

let lines: ReturnType<typeof captureLog>;
beforeEach(() => {
  lines = captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
});
afterEach(() => {
  vi.useRealTimers();
});

/** Tables whose every request is answered later, so that what is done at once meets between its requests. */
const { client } = memoryDynamoDb(async (made) => {
  await new Promise((done) => setImmediate(done));
  return made();
});

/** An office of its own with so many claims, each of another supply, whose visits take the first free slots. */
async function filedWorld(count: number): Promise<CaseWorld> {
  worlds += 1;
  const own = worlds;
  const world = await caseWorld({ table: async (name) => ({ client, name: `${name}-${own}` }), stop: async () => {} });
  for (let at = 0; at < count; at += 1)
    await world.fileOne(filedAt, { form: { ...form, supplyCode: String(20_000_000 + at) } });
  return world;
}
let worlds = 0;

/** Decrees a day off, by default the day of the first visits. */
async function decreed(world: CaseWorld, day = "2026-11-26") {
  const calendarBook = openCalendars(world.claims, seedOf(tenant));
  const date = calendarDay(day);
  const change = {
    action: "add",
    reason: "decreed",
    date,
    name: "Día",
    source: "DS",
    scope: ["COMPANY", "USER"],
  } as const;
  const next = { number: 2, inForceFrom, by: "m", why: "Lo dispone el decreto.", changes: [change] };
  await calendarBook.add(await calendarBook.versions(), next, { key: "a-change", contentHash: "" });
  const versions = await calendarBook.versions();
  return { versions, deps: { ...world, tenant: tenantWith(tenant, versions), calendarBook } };
}

it("a change done for several claims at once moves each off the day, and fills no slot beyond its crews", async () => {
  const world = await filedWorld(claims);
  const takenOn = async (day: string) => [
    ...(await world.appointmentSlots.taken({ kind: "visit", zone, day })).values(),
  ];
  const visitsOn = async (day: string) => (await takenOn(day)).reduce((sum, taken) => sum + taken, 0);
  const before = await visitsOn("2026-11-26");
  expect(before).toBeGreaterThan(8);

  const { deps, versions } = await decreed(world);
  expect(await applyCalendarChange(deps, versions, now, () => true)).toEqual({ moved: claims, failed: 0 });

  expect((await deps.calendarBook.versions()).at(-1)).toMatchObject({ moves: claims, notifiedAt: now });
  const heads = await world.workLists.inQueue("MOQ", "admission", claims);
  const files = await Promise.all(heads.map(({ claimId }) => world.caseFiles.read(claimId)));
  const days = files.flatMap((file) => file?.visits.map(({ on }) => on) ?? []);
  expect(days).toHaveLength(claims);
  expect(days).not.toContain("2026-11-26");
  for (const day of new Set(days)) {
    expect(await visitsOn(day)).toBe(days.filter((on) => on === day).length);
    expect(Math.max(...(await takenOn(day)))).toBeLessThanOrEqual(visitCapacity(tenant, zone));
  }
});

it.each([
  ["once beside others is tried again alone", 1, { moved: 3, failed: 0 }, now],
  ["again when alone is left to the next run", 2, { moved: 2, failed: 1 }, undefined],
])("a claim that fails %s", async (_, times, counts, notifiedAt) => {
  const world = await filedWorld(3);
  const { deps, versions } = await decreed(world);
  const [first] = await world.workLists.inQueue("MOQ", "admission", 1);
  let left = times;
  const read: CaseWorld["caseFiles"]["read"] = async (claimId) => {
    if (claimId === first?.claimId && left-- > 0) throw new Error("the table is busy");
    return world.caseFiles.read(claimId);
  };
  const failing = { ...deps, caseFiles: { ...world.caseFiles, read } };
  expect(await applyCalendarChange(failing, versions, now, () => true)).toEqual(counts);
  expect(lines().filter(({ event }) => event === "dates-not-moved")).toHaveLength(counts.failed);
  expect((await deps.calendarBook.versions()).at(-1)?.notifiedAt).toBe(notifiedAt);
});

it("a change that moves no date of a claim brings its forecast up to date, once", async () => {
  const world = await filedWorld(1);
  const [claim] = await world.workLists.inQueue("MOQ", "admission", 1);
  const file = await world.caseFiles.read(claim?.claimId ?? "");
  if (!file) throw new Error("the claim is not filed");
  const { steps } = file.head;
  await world.caseFiles.refresh(file, { ...file.head, steps: steps.slice(0, 1), refreshedAt: filedAt }, []);

  const { deps, versions } = await decreed(world, "2028-05-02");
  let pages = 0;
  const mayGoOn = () => pages++ < 20;
  expect(await applyCalendarChange(deps, versions, now, mayGoOn)).toEqual({ moved: 1, failed: 0 });
  const after = await world.caseFiles.read(file.head.claimId);
  expect(after?.head.steps.map(({ state }) => state)).toEqual(steps.map(({ state }) => state));
  expect((await deps.calendarBook.versions()).at(-1)?.notifiedAt).toBe(now);
});
