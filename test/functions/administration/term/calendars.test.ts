import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { applyCalendarChange } from "../../../../functions/sweep/apply-calendar-change.ts";
import { sweep } from "../../../../functions/sweep/sweep.ts";
import { tenant } from "../../../../settings.ts";
import { caseAt } from "../../../../shared/casework/case/case-at.ts";
import { publishedTypes } from "../../../../shared/casework/case/entry-queues.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { seedOf, tenantWith } from "../../../../shared/casework/term/calendars-in-force.ts";
import * as calendarRoutes from "../../../../shared/contract/term/calendar-routes.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { apply as applyFact } from "../../../../shared/domain/case/claim.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { workingOf } from "../../../../shared/domain/term/claim-clocks.ts";
import { openResolutionNumbers } from "../../../../shared/storage/resolution/resolution-numbers.ts";
import { type CalendarBook, openCalendars } from "../../../../shared/storage/term/calendars.ts";
import { type CaseWorld, caseWorld, maria } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, staff } from "../../api-call.ts";
import { deskWorld } from "../desk-world.ts";

/** Monday 23 November 2026, 10:00 in Lima: day 30 is Friday 8 January 2027 and day 35 Friday 15 January. */
const filedAt = "2026-11-23T15:00:00.000Z";
const nextDay = "2026-11-24T15:00:00.000Z";
const inForceFrom = "2026-11-24T15:02:00.000Z";
const swept = "2026-11-24T15:10:00.000Z";

let local: TestTables;
let world: CaseWorld;
let book: CalendarBook;
let handler: ApiHandler;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  book = openCalendars(world.claims, seedOf(tenant));
  handler = deskWorld(world, book).handler;
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(nextDay) });
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const both = ["COMPANY", "USER"] as const;
const decreed = (date: string, scope: readonly string[] = both) => ({
  action: "add",
  reason: "decreed",
  date,
  name: "Día no laborable",
  source: "DS 000-2026-PCM",
  scope,
});
const removed = (date: string, scope: readonly string[] = both) => ({
  action: "remove",
  date,
  source: "DS 001-2026-PCM",
  scope,
});

const claims = staff("manager");
const preview = (changes: readonly object[], more: object = {}) =>
  call(handler, calendarRoutes.previewCalendars, { claims, body: { changes, ...more } });
const apply = (changes: readonly object[], request: ApiRequest = {}) =>
  call(handler, calendarRoutes.changeCalendars, {
    claims,
    version: 1,
    body: { changes, why: "Lo dispone el decreto." },
    ...request,
  });
const show = (query: Record<string, string> = {}) => call(handler, calendarRoutes.showCalendars, { claims, query });
const sweepAt = (now: string) =>
  sweep({
    ...world,
    calendarBook: book,
    resolutionNumbers: openResolutionNumbers(world.claims),
    uploadTasks: { send: async () => {} },
    documentWork: { send: async () => {} },
    exchangeFiles: { write: async () => {} },
    now: () => now,
  })();
/** The part of the sweep that follows a change, alone. */
async function tellAt(now: string, pages = Number.POSITIVE_INFINITY) {
  let left = pages;
  const versions = (await book.versions()).filter((version) => version.inForceFrom <= now);
  return applyCalendarChange(
    { ...world, tenant: tenantWith(tenant, versions), calendarBook: book },
    versions,
    now,
    () => left-- > 0,
  );
}
const fileOf = async (claimId: string) => {
  const file = await world.caseFiles.read(claimId);
  if (!file) throw new Error("the claim is gone");
  return file;
};
async function claimAfter(claimId: string, now: string) {
  const versions = (await book.versions()).filter((version) => version.inForceFrom <= now);
  return caseAt(await fileOf(claimId), tenantWith(tenant, versions), now);
}
const dueOf = async (claimId: string, id: "T05" | "T08" | "T10", now = swept) => {
  const { claim, law } = await claimAfter(claimId, now);
  return workingOf(id, claim, law)?.dueDate;
};

describe("the calendars of a year", () => {
  it("are listed with source, day of entry and whose terms each day touches", async () => {
    const { status, body } = await show({ year: "2026" });
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, year: 2026 });
    expect(body.days).toHaveLength(18);
    expect(body.days.at(0)).toMatchObject({ date: "2026-01-01", recordedAt: "2026-11-24", scope: ["COMPANY", "USER"] });
    expect(body.days.find(({ date }: { date: string }) => date === "2026-11-25")).toMatchObject({
      reason: "regional-holiday",
      source: expect.stringContaining("DS 093-85-PCM"),
      scope: ["USER"],
    });
    expect(body.versions).toEqual([expect.objectContaining({ number: 1, name: "semilla-2026-11-24", changes: [] })]);
  });

  it("of this year where none is asked for", async () => {
    expect((await show()).body.year).toBe(2026);
  });
});

describe("what a change would move", () => {
  it("a decreed day moves every term over it, before and after counted by hand", async () => {
    const { file } = await world.fileOne(filedAt);
    const { status, body } = await preview([decreed("2026-12-24")]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ version: 1, looked: 1 });
    expect(body.claims).toEqual([
      {
        claimId: file.head.claimId,
        appointments: [],
        code: file.head.code,
        dates: [
          { clock: "T08", calendar: "COMPANY", before: "2027-01-08", after: "2027-01-11", kept: false },
          { clock: "T10", calendar: "COMPANY", before: "2027-01-15", after: "2027-01-18", kept: false },
        ],
      },
    ]);
    expect((await book.versions()).length).toBe(1);
  });

  it.each([["2026-11-27", "2026-12-01", "2026-12-02", "T05 counts 24, 26, 27 and 30 November and 1 December"]])(
    "a day of the user alone, %s, moves only the user's term",
    async (date, before, after, _reason) => {
      await world.fileOne(filedAt);
      const { body } = await preview([decreed(date, ["USER"])]);
      expect(body.claims[0].dates).toEqual([{ clock: "T05", calendar: "USER", before, after, kept: false }]);
    },
  );

  it("a user's term already notified is not shortened, and says so", async () => {
    await world.fileOne(filedAt);
    const { body } = await preview([removed("2026-11-25", ["USER"])]);
    expect(body.claims[0].dates).toEqual([
      { clock: "T05", calendar: "USER", before: "2026-12-01", after: "2026-12-01", kept: true },
    ]);
    expect(body.notes.join(" ")).toContain("ningún plazo ya dicho a un usuario se acorta");
  });

  it("says what a past day does and does not do", async () => {
    const { body } = await preview([decreed("2026-11-23")]);
    expect(body.notes.join(" ")).toContain("lo que venció o se hizo hasta ahora queda como está");
  });

  it("goes by pages, each claim once", async () => {
    const filed = [await world.fileOne(filedAt), await world.fileOne(filedAt), await world.fileOne(filedAt)];
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await preview([decreed("2026-12-24")], { limit: 2, ...(cursor && { cursor }) });
      seen.push(...body.claims.map(({ claimId }: { claimId: string }) => claimId));
      cursor = body.cursor;
    } while (cursor);
    expect(seen.sort()).toEqual(filed.map(({ file }) => file.head.claimId).sort());
    expect((await preview([decreed("2026-12-24")], { cursor: "bm8" })).body.type).toBe("urn:caudal:malformed-cursor");
  });

  it.each([
    [[decreed("2026-12-25")], 0, "ya está en el calendario", "a holiday already"],
    [[decreed("2026-12-24"), decreed("2026-12-26")], 1, "sábado o domingo", "a Saturday"],
    [[removed("2026-12-24")], 0, "no está en el calendario", "a working day"],
    [[decreed("2026-12-24", ["COMPANY"])], 0, "no puede dejar de contar", "a day off for the company alone"],
    [[removed("2026-12-25", ["USER"])], 0, "no puede dejar de contar", "a day on for the user alone"],
  ])("refuses %j at %i: %s (%s)", async (changes, at, words) => {
    const { status, body } = await preview(changes);
    expect(status).toBe(409);
    expect(body.errors).toEqual([{ field: `body.changes.${at}.date`, message: expect.stringContaining(words) }]);
  });
});

describe("a change applied", () => {
  it("is a version once, however often it is sent", async () => {
    await world.fileOne(filedAt);
    const key = "the-same-write-key-1";
    const first = await apply([decreed("2026-12-24")], { key });
    expect(first.status).toBe(201);
    expect(first.body).toEqual({ version: 2, name: "v2-2026-11-24", inForceFrom });
    expect((await apply([decreed("2026-12-24")], { key })).body).toEqual(first.body);
    expect((await apply([decreed("2026-12-23")], { key })).body.type).toBe("urn:caudal:write-key-used");
    const { body } = await show({ year: "2026" });
    expect(body.version).toBe(2);
    expect(body.versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
    expect(body.versions[0]).toMatchObject({ by: "staff-1", why: "Lo dispone el decreto.", moves: 0 });
    expect(body.days.find(({ date }: { date: string }) => date === "2026-12-24")).toMatchObject({
      source: "DS 000-2026-PCM",
      recordedAt: "2026-11-24",
      scope: ["COMPANY", "USER"],
    });
  });

  it("on another version than the last is refused, and of two at once one is", async () => {
    const answers = await Promise.all([apply([decreed("2026-12-24")]), apply([decreed("2026-12-23")])]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412]);
    const stale = await apply([decreed("2026-12-22")]);
    expect([stale.status, stale.body.detail]).toEqual([412, expect.stringContaining("cambió el calendario")]);
    expect((await apply([decreed("2026-12-22")], { version: 2 })).status).toBe(201);
    expect((await book.versions()).map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it("stands by itself: the table keeps what the seed was, whatever the data say later", async () => {
    await apply([decreed("2026-12-24")]);
    const { COMPANY, USER } = seedOf(tenant);
    const later = openCalendars(world.claims, { COMPANY: { ...COMPANY, nonWorking: [] }, USER });
    expect(await later.versions()).toEqual(await book.versions());
  });

  it("notifies everyone whose date moves, once, and foresees their claims anew", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    await apply([decreed("2026-12-24")]);
    await sweepAt("2026-11-24T15:01:59.000Z");
    await sweepAt("2026-11-24T15:02:30.000Z");
    const before = await fileOf(claimId);
    expect(entriesOf(before.events, "dates-moved")).toEqual([]);
    expect(before.head.steps.map(({ state, dueOn }) => [state, dueOn])).toEqual(
      file.head.steps.map(({ state, dueOn }) => [state, dueOn]),
    );

    await Promise.all([sweepAt(swept), sweepAt(swept)]);
    await sweepAt("2026-11-24T16:10:00.000Z");
    const after = await fileOf(claimId);
    expect(entriesOf(after.events, "dates-moved").map(({ details }) => details)).toEqual([
      {
        version: 2,
        calendarVersion: "v2-2026-11-24",
        why: "Lo dispone el decreto.",
        moved: [
          { clock: "T08", calendar: "COMPANY", from: "2027-01-08", to: "2027-01-11", kept: false },
          { clock: "T10", calendar: "COMPANY", from: "2027-01-15", to: "2027-01-18", kept: false },
        ],
      },
    ]);
    expect(file.head.steps.find(({ state }) => state === "positive-silence")?.from).toBe("2027-01-16");
    expect(after.head.steps.find(({ state }) => state === "positive-silence")?.from).toBe("2027-01-19");
    expect((await book.versions()).at(-1)).toMatchObject({ notifiedAt: swept, moves: 1 });
    expect((await book.versions()).at(-1)?.reached).toBeUndefined();
    // The claimant's notice leaves by the outbox.
    expect(publishedTypes.has("dates-moved")).toBe(true);
  });

  it("goes on where a run without time left it, and counts each claim once", async () => {
    const filed: string[] = [];
    for (let at = 0; at < 51; at += 1) filed.push((await world.fileOne(filedAt)).file.head.claimId);
    await apply([decreed("2026-12-24")]);
    expect(await tellAt(swept, 0)).toEqual({ moved: 0, failed: 0 });
    expect(await tellAt(swept, 1)).toEqual({ moved: 50, failed: 0 });
    expect((await book.versions()).at(-1)).toMatchObject({ moves: 50, reached: { moved: 50, failed: 0 } });
    // The day by which the list is ordered moved too: what was changed stands behind, is read again and counted once.
    expect(await tellAt(swept, 1)).toEqual({ moved: 1, failed: 0 });
    expect((await book.versions()).at(-1)?.notifiedAt).toBeUndefined();
    // Nobody is left: the pass that finds that out marks the version.
    expect(await tellAt(swept)).toEqual({ moved: 0, failed: 0 });
    expect((await book.versions()).at(-1)).toMatchObject({ notifiedAt: swept, moves: 51 });
  }, 60_000);

  it("is read as it was made: later rules do not judge it, and its items may take more than a page", async () => {
    const why = "x".repeat(350_000);
    const [seed] = await book.versions();
    if (!seed) throw new Error("no seed");
    const alone = { action: "add", reason: "decreed", name: "x", source: "x", scope: ["COMPANY"] } as const;
    let versions = [seed];
    for (const number of [2, 3, 4, 5]) {
      const date = calendarDay(`2026-12-1${number + 2}`);
      const next = { number, inForceFrom, by: "m", why, changes: [{ ...alone, date }] };
      expect(await book.add(versions, next, { key: `k${number}`, contentHash: "" })).toBe(true);
      versions = [...(await book.versions())];
    }
    expect(versions.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    const named = versions.at(-1)?.calendars.COMPANY.nonWorking.flatMap((day) => ("date" in day ? [day.date] : []));
    expect(named?.slice(-4)).toEqual(["2026-12-14", "2026-12-15", "2026-12-16", "2026-12-17"]);
  });

  it("counts none of the open claims while it is made, however many there are", async () => {
    for (let at = 0; at < 3; at += 1) await world.fileOne(filedAt);
    const spies = [vi.spyOn(world.caseFiles, "read"), vi.spyOn(world.workLists, "inQueue")];
    await apply([decreed("2026-12-24")]);
    expect(spies.map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it("refuses as busy a write whose case went on under calendars its desk does not hold", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    await apply([decreed("2026-12-24")]);
    const versions = await book.versions();
    const before = tenantWith(tenant, versions.slice(0, 1));
    const note = (by: typeof before, now: string) =>
      record({ ...world, tenant: by }, { claimId, now }, (at) => ({
        ok: true,
        value: {
          entries: [
            {
              type: "manager-alerted",
              effectiveAt: at.now,
              by: { kind: "system", name: "x" },
              details: { reason: "x" },
            },
          ],
        },
      }));
    expect(await note(before, "2026-11-24T15:01:59.000Z")).toMatchObject({ ok: true });
    expect(await note(tenantWith(tenant, versions), inForceFrom)).toMatchObject({ ok: true });
    expect(await note(before, "2026-11-24T15:01:59.900Z")).toMatchObject({ ok: false, error: "busy" });
  });

  it("two changes in a row are notified as one, from what was last notified", async () => {
    const { file } = await world.fileOne(filedAt);
    await apply([decreed("2026-12-24")]);
    await apply([decreed("2026-12-23")], { version: 2 });
    await tellAt(swept);
    const [note, ...more] = entriesOf((await fileOf(file.head.claimId)).events, "dates-moved");
    expect(more).toEqual([]);
    expect(note?.details.moved.filter(({ clock }) => clock === "T10")).toEqual([
      { clock: "T10", calendar: "COMPANY", from: "2027-01-15", to: "2027-01-19", kept: false },
    ]);
    expect((await book.versions()).map(({ notifiedAt }) => notifiedAt === undefined)).toEqual([false, false, false]);
  });

  it("a claim filed under it is notified of nothing more", async () => {
    await apply([decreed("2026-12-24")]);
    const { file } = await world.fileOne("2026-11-24T15:05:00.000Z");
    await tellAt(swept);
    expect(entriesOf((await fileOf(file.head.claimId)).events, "dates-moved")).toEqual([]);
  });

  it("a holiday decreed after a silence takes nothing back", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    const later = "2027-01-20T15:00:00.000Z";
    await tellAt(later);
    vi.setSystemTime(later);
    expect((await preview([decreed("2027-01-14")])).body.claims).toEqual([]);
    expect((await apply([decreed("2027-01-14")])).status).toBe(201);
    const now = "2027-01-20T15:10:00.000Z";
    await tellAt(now);
    expect((await claimAfter(claimId, now)).claim).toMatchObject({ state: "positive-silence", since: "2027-01-16" });
    expect(entriesOf((await fileOf(claimId)).events, "dates-moved")).toEqual([]);
  });

  it("never shortens what a user was notified: the last day notified still takes their act", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    await apply([removed("2026-11-25", ["USER"])]);
    await tellAt(swept);
    expect(await dueOf(claimId, "T05")).toBe("2026-12-01");
    const now = "2026-12-01T20:00:00.000Z";
    const extended = await record({ ...world, tenant: await tenantNow(now) }, { claimId, now }, () => ({
      ok: true,
      value: {
        entries: [
          {
            type: "claim-extended",
            effectiveAt: now,
            by: maria,
            standing: { as: "holder" },
            details: { grounds: "Algo más.", attachments: [] },
          },
        ],
      },
    }));
    expect(extended.ok).toBe(true);
  });

  it("shortens the company's own terms when its holiday is taken off", async () => {
    const { file } = await world.fileOne(filedAt);
    await apply([removed("2026-12-08")]);
    expect(await dueOf(file.head.claimId, "T10", "2026-11-24T15:01:00.000Z")).toBe("2027-01-15");
    expect(await dueOf(file.head.claimId, "T10")).toBe("2027-01-14");
  });
});

async function tenantNow(now: string) {
  return tenantWith(
    tenant,
    (await book.versions()).filter((version) => version.inForceFrom <= now),
  );
}

describe("a visit and a hearing on a day that becomes a non-working one", () => {
  const days = ["2026-11-26", "2026-12-23"].map((date) => decreed(date));

  it("are listed before, each with its next slot, and nothing is taken", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    const { body } = await preview(days);
    expect(body.claims).toMatchObject([
      {
        claimId,
        appointments: [
          { what: "visit", before: "2026-11-26", after: "2026-11-27" },
          { what: "hearing", before: "2026-12-23", after: "2026-12-24" },
        ],
      },
    ]);
    expect((await world.appointmentSlots.taken({ kind: "hearing", zone: "MOQ", day: "2026-12-24" })).size).toBe(0);
    expect((await fileOf(claimId)).visits).toMatchObject([{ on: "2026-11-26" }]);
  });

  it("are moved once the change is applied, once, and notified", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    await apply(days);
    await sweepAt(swept);
    const { events, visits } = await fileOf(claimId);
    expect(entriesOf(events, "visit-moved")).toMatchObject([
      { details: { before: "2026-11-26", visit: { inspectionId: `${claimId}-1`, on: "2026-11-27" } } },
    ]);
    expect(entriesOf(events, "hearing-moved")).toMatchObject([{ hearingOn: "2026-12-24", reason: "calendar" }]);
    expect(visits).toMatchObject([{ on: "2026-11-27" }]);
    expect(entriesOf(events, "act-reminded").map(({ details }) => details)).toEqual([
      { act: "receive-visit", day: "2026-11-27" },
    ]);
    expect(publishedTypes.has("visit-moved") && publishedTypes.has("hearing-moved")).toBe(true);
    await sweepAt("2026-11-24T16:10:00.000Z");
    expect((await fileOf(claimId)).events).toHaveLength(events.length);
    const [version] = (await show()).body.versions;
    expect(version).toMatchObject({ moves: 1, notifiedAt: expect.any(String) });
  });

  it("go with who makes the visit, and leave their agenda of the day before", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    const [visit] = file.visits;
    if (!visit) throw new Error("no visit");
    await world.transact([world.visits.assign(visit, { sub: "inspector-1", name: "PERSONA DE PRUEBA" })]);
    await apply(days);
    await sweepAt(swept);
    expect(await world.agenda.of("inspector-1", "2026-11-26")).toEqual([]);
    expect(await world.agenda.of("inspector-1", "2026-11-27")).toMatchObject([{ claimId }]);
  });

  it("are left to the manager if no slot is free within the term, who is alerted once", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    // Every day from the hearing's to day 24 is taken away for the user, and the company's terms stay.
    const lost = ["2026-12-23", "2026-12-24", "2026-12-28", "2026-12-29", "2026-12-30", "2026-12-31"];
    const users = lost.map((date) => decreed(date, ["USER"]));
    expect((await preview(users)).body.claims[0].appointments).toEqual([{ what: "hearing", before: "2026-12-23" }]);
    await apply(users);
    await sweepAt(swept);
    await sweepAt("2026-11-24T16:10:00.000Z");
    const { events } = await fileOf(claimId);
    expect(entriesOf(events, "hearing-moved")).toEqual([]);
    expect(entriesOf(events, "manager-alerted").filter(({ details }) => /audiencia/.test(details.reason))).toHaveLength(
      1,
    );
  });

  it("does not use up the one move a repair or a meter test may ask for", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    await apply([decreed("2026-12-23")]);
    await sweepAt(swept);
    const { claim, law } = await claimAfter(claimId, swept);
    const fact = {
      type: "hearing-moved",
      effectiveAt: swept,
      by: { kind: "staff", sub: "analyst-1", roles: ["analyst"] },
      hearingOn: calendarDay("2026-12-28"),
      reason: "leak-repair",
    } as const;
    expect(applyFact(claim.history, fact, law, swept)).toMatchObject({ ok: true });
  });
});
