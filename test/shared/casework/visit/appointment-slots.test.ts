import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { shareReports } from "../../../../functions/assign-inspections/share-reports.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import { claimView } from "../../../../shared/casework/claim/claim-view.ts";
import type { NewClaim } from "../../../../shared/casework/filing/file-claim.ts";
import { slotForHearing, slotForVisit, visitCapacity } from "../../../../shared/casework/visit/free-slots.ts";
import { scarceAlerts } from "../../../../shared/casework/visit/scarce-slots.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { hearingOf } from "../../../../shared/domain/conciliation/hearing.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { clocksOf } from "../../../../shared/domain/term/claim-clocks.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, form, maria, person } from "../case-world.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  world = await caseWorld(local);
});
afterAll(() => local.stop());

const morning = "2026-11-23T15:00:00.000Z";
const filedOn = calendarDay("2026-11-23");
const zone = "180101";
const hourStarts = ["08:00", "10:00", "12:00", "14:00"];

/** Takes a slot `count` times. */
async function fill(kind: "visit" | "hearing", day: string, from: string, count: number): Promise<void> {
  const of = { kind, zone: kind === "visit" ? zone : "MOQ", day };
  for (let taken = 0; taken < count; taken += 1) await world.transact([world.appointmentSlots.take(of, from)]);
}

const visitIn = (through: string) =>
  slotForVisit(world.appointmentSlots, world.tenant, {
    zone,
    from: filedOn,
    through: calendarDay(through),
    preference: "any",
    inspectionId: "i1",
  });

describe("capacity", () => {
  it("is the crews of the zone, or of any zone, times the homes each visits in a slot", () => {
    const { crews, visitsPerSlot } = world.tenant.office;
    expect(visitCapacity(world.tenant, zone)).toBe((crews.value.zones[zone] ?? 0) * visitsPerSlot.value);
    expect(visitCapacity(world.tenant, "180106")).toBe(crews.value.anyZone * visitsPerSlot.value);
  });

  it("is searched from the first day allowed through the last, and never stacked on one slot", async () => {
    const capacity = visitCapacity(world.tenant, zone);
    for (const hours of hourStarts) await fill("visit", "2026-11-26", hours, capacity);
    expect((await visitIn("2026-11-30")).visit).toMatchObject({ on: "2026-11-27", from: "08:00", late: false });
  });

  it("overflows to the slot that the fewest have, inside the term, and says that it is full", async () => {
    const capacity = visitCapacity(world.tenant, zone);
    for (const day of ["2026-11-26", "2026-11-27"])
      for (const hours of hourStarts)
        await fill("visit", day, hours, capacity + (day === "2026-11-27" && hours === "12:00" ? 0 : 1));
    const { visit, full, scarce } = await visitIn("2026-11-27");
    expect(visit).toMatchObject({ on: "2026-11-27", from: "12:00", late: false });
    expect(full).toBe(true);
    expect(scarce).toEqual({ kind: "visit", zone, through: "2026-11-27" });
  });

  it("of hearings is so many at once; past it five days before, then the hour that the fewest have", async () => {
    const { atOnce } = world.tenant.office.hearings.value;
    const hours = ["08:00", "08:30", "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "12:00", "12:30"];
    const fillDays = async (days: readonly string[], times: (day: string, hour: string) => number) => {
      for (const day of days) for (const hour of hours) await fill("hearing", day, hour, times(day, hour));
    };
    const find = () => slotForHearing(world.appointmentSlots, world.tenant, { filedOn, attempt: 1 });
    await fillDays(["2026-12-23"], (_, hour) => (hour === "08:00" ? atOnce : atOnce - 1));
    expect((await find()).hearing).toMatchObject({ on: "2026-12-23", at: "08:30" });
    await fillDays(["2026-12-17", "2026-12-18", "2026-12-21", "2026-12-22", "2026-12-23"], (day, hour) =>
      day === "2026-12-21" && hour === "11:00" ? atOnce : 2 * atOnce,
    );
    expect(await find()).toMatchObject({ hearing: { on: "2026-12-16", at: "08:00" }, full: false });
    await fillDays(["2026-12-10", "2026-12-11", "2026-12-14", "2026-12-15", "2026-12-16"], () => 2 * atOnce);
    expect(await find()).toMatchObject({ hearing: { on: "2026-12-21", at: "11:00" }, full: true });
  });

  it("that runs out alerts the manager once for the zone and the day, with days left to add a crew", async () => {
    for (const day of ["2026-11-26", "2026-11-27", "2026-11-30"])
      for (const hours of hourStarts) await fill("visit", day, hours, visitCapacity(world.tenant, zone));
    const filed = [await world.fileOne(morning), await world.fileOne(morning), await world.fileOne(morning)];
    const alerts = filed.map(({ file }) =>
      entriesOf(file.events, "manager-alerted").map(({ details }) => details.reason),
    );
    expect(alerts).toEqual([[expect.stringContaining("Quedan pocos lugares para visitas en la zona 180101")], [], []]);
    expect(filed.every(({ filing }) => filing.details.visit?.late === false)).toBe(true);
  });
});

it("the alert of slots that run out is recorded by who found them so", async () => {
  const by = person("analyst-1", "analyst");
  const scarce = { kind: "hearing", zone: "MOQ-2", through: calendarDay("2026-12-23") } as const;
  const asked = { by, today: calendarDay("2026-11-23"), now: morning };
  expect((await scarceAlerts(world.appointmentSlots, [scarce, undefined], asked)).notes).toMatchObject([{ by }]);
});

/** September's receipt: another month of the same supply. */
async function september() {
  const [, other] = await world.receiptReader.lastMonths("00012345", 2);
  if (!other) throw new Error("no September");
  return other;
}

describe("a claim that repeats another", () => {
  it("is filed and runs its terms, takes no slot, and names the claim it repeats", async () => {
    const first = await world.fileBeside(morning);
    const second = await world.fileBeside(morning);
    const third = await world.fileBeside("2026-11-24T15:00:00.000Z");
    const { claimId, code } = first.file.head;
    for (const { file, filing, claim, law } of [second, third]) {
      expect(lastEntry(file.events, "appointments-waiting")?.details.sameAs).toEqual({ claimId, code });
      expect([filing.details.visit, hearingOf(file.events), file.visits]).toEqual([undefined, undefined, []]);
      const running = clocksOf(claim, law, morning).map(({ id }) => id);
      expect(running).toEqual(expect.arrayContaining(["T06", "T07", "T08", "T10"]));
    }
    expect(second.file.head.appointmentsWait).toEqual({ giveBy: "2026-11-26", sameAs: { claimId, code } });
    const seen = claimView(second, { ...maria, standing: { as: "holder" } }, world.tenant);
    expect(seen).toMatchObject({ awaitsAppointments: true, visits: [] });
    expect(seen.awaits.map(({ act }) => act)).not.toContain("attend-hearing");
    expect(seen.timeline.map(({ type }) => type)).not.toContain("appointments-waiting");
  });

  it("filed at the same moment, only one takes its slots", async () => {
    const filed = await Promise.all(Array.from({ length: 3 }, () => world.fileBeside(morning)));
    expect(filed.filter(({ file }) => file.visits.length > 0)).toHaveLength(1);
    expect(filed.filter(({ file }) => file.head.appointmentsWait)).toHaveLength(2);
  });
});

describe("claims past a day's number", () => {
  it("of a supply wait, whoever files them: none is refused, and the count is recorded", async () => {
    const receipt = await september();
    const parts: Partial<NewClaim>[] = [{}, { receipts: [receipt] }, { claimType: "F02" }, { claimType: "F10" }];
    const filed = [];
    for (const part of parts)
      filed.push(await world.fileBeside(morning, { ...part, by: person("operator-1", "operator"), sub: undefined }));
    expect(filed.map(({ file }) => file.head.appointmentsWait?.sameDay)).toEqual([undefined, undefined, undefined, 4]);
    expect(filed.map(({ filing }) => filing.details.hearing !== undefined)).toEqual([true, true, true, false]);
  });

  it("of the next day take slots again", async () => {
    for (const claimType of ["F01", "F02", "F10", "F04"] as const) await world.fileBeside(morning, { claimType });
    const next = await world.fileBeside("2026-11-24T15:00:00.000Z", { claimType: "F05" });
    expect(next.file.head.appointmentsWait).toBeUndefined();
  });

  it("of an account that files for many homes take theirs: the first of each home does not count", async () => {
    const of = (home: number, part: Partial<NewClaim> = {}) =>
      world.fileBeside(morning, { form: { ...form, supplyCode: `000200${String(home).padStart(2, "0")}` }, ...part });
    const firsts = [];
    for (let home = 0; home < 12; home += 1) firsts.push(await of(home));
    expect(firsts.every(({ file }) => file.visits.length === 1)).toBe(true);
    const more = [];
    for (let home = 0; home < 7; home += 1) more.push(await of(home, { claimType: "F02" }));
    expect(more.map(({ file }) => file.head.appointmentsWait?.sameDay)).toEqual([...Array.from({ length: 5 }), 18, 19]);
    const typed = await of(7, { claimType: "F02", by: person("operator-1", "operator"), sub: undefined });
    expect(typed.file.head.appointmentsWait).toBeUndefined();
  });

  it("wait for the same account too when they come at once", async () => {
    const { account } = world.tenant.office.appointmentsPerDay.value;
    for (let home = 0; home < 8; home += 1)
      await world.fileBeside(morning, { form: { ...form, supplyCode: `0003000${home}` } });
    const more = await Promise.all(
      Array.from({ length: 8 }, (_, home) =>
        world.fileBeside(morning, { form: { ...form, supplyCode: `0003000${home}` }, claimType: "F02" }),
      ),
    );
    expect(more.filter(({ file }) => !file.head.appointmentsWait)).toHaveLength(account);
  });
});

describe("a visit of a supply", () => {
  it("serves a claim that a server files whose clock is behind the first one's", async () => {
    const first = await world.fileBeside(morning);
    const second = await world.fileBeside("2026-11-23T12:00:00.000Z", { receipts: [await september()] });
    expect(second.file.visits).toMatchObject([{ shares: { claimId: first.file.head.claimId } }]);
  });

  it("serves its other claims too, and takes no other slot; its report comes to each, once", async () => {
    const first = await world.fileBeside(morning);
    const second = await world.fileBeside(morning, { receipts: [await september()] });
    const [visit] = second.file.visits;
    const [lead] = first.file.visits;
    expect(visit).toMatchObject({ on: lead?.on, from: lead?.from, shares: { claimId: first.file.head.claimId } });
    const taken = await world.appointmentSlots.taken({ kind: "visit", zone, day: lead?.on ?? "" });
    expect([...taken.values()]).toEqual([1]);
    expect(entriesOf(second.file.events, "visit-shared")).toMatchObject([
      { details: { with: { code: first.file.head.code } } },
    ]);
    if (!lead) throw new Error("no visit");

    const by = person("inspector-1", "inspector");
    const startedAt = "2026-11-26T14:00:00.000Z";
    const photo = {
      documentId: "p1",
      fileName: "p1.jpg",
      contentType: "image/jpeg",
      sizeBytes: 10,
      sha256: "a".repeat(64),
      state: "pending",
    } as const;
    const retry = {
      inspectionId: `${lead.claimId}-2`,
      on: calendarDay("2026-12-01"),
      from: "08:00",
      to: "10:00",
      late: false,
    };
    const report = {
      type: "inspection-reported",
      effectiveAt: startedAt,
      by,
      outcome: "absent",
      details: {
        inspectionId: lead.inspectionId,
        startedAt,
        external: { premises: "Casa de un piso", leakAtBox: false },
        observations: "",
        photos: [photo],
        retry,
      },
    } as const;
    const now = "2026-11-26T15:00:00.000Z";
    const reported = await record(world, { claimId: lead.claimId, now }, () => ({
      ok: true,
      value: {
        entries: [report],
        also: [world.visits.report(lead, now), ...world.visits.plan({ ...retry, claimId: lead.claimId, zone })],
      },
    }));
    if (!reported.ok) throw new Error(reported.error);
    for (let again = 0; again < 2; again += 1) await shareReports(world, reported.value.file, now);
    const after = await world.caseFiles.read(second.file.head.claimId);
    const copies = entriesOf(after?.events ?? [], "inspection-reported");
    expect(copies).toMatchObject([
      {
        by,
        outcome: "absent",
        details: { inspectionId: visit?.inspectionId, photos: [photo], retry: { on: "2026-12-01", from: "08:00" } },
      },
    ]);
    expect(after?.visits).toMatchObject([
      { reportedAt: now },
      { on: "2026-12-01", shares: { inspectionId: retry.inspectionId } },
    ]);

    const checked = await record(world, { claimId: lead.claimId, now }, () => ({
      ok: true,
      value: {
        entries: [
          {
            type: "attachment-checked",
            effectiveAt: now,
            by: { kind: "system", name: "accept-uploads" },
            details: { documentId: "p1", state: "received" },
          },
        ],
      },
    }));
    if (!checked.ok) throw new Error(checked.error);
    for (let again = 0; again < 2; again += 1) await shareReports(world, checked.value.file, now);
    const kept = await world.caseFiles.read(second.file.head.claimId);
    expect(entriesOf(kept?.events ?? [], "attachment-checked")).toHaveLength(1);
    expect(kept?.head.attachmentSince).toBeUndefined();
  });

  it("does not serve a claim that asks for more than it looks at", async () => {
    await world.fileBeside(morning, { claimType: "F09" });
    const second = await world.fileBeside(morning, { claimType: "F01" });
    expect(second.file.visits[0]?.shares).toBeUndefined();
  });
});
