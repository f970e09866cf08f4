import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { acknowledgeNotice } from "../../../../shared/contract/claim/claim-routes.ts";
import { listInspections } from "../../../../shared/contract/visit/investigation-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call } from "../../api-call.ts";
import { claimDepsOn, claimsHandler } from "../../claims/claims-world.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
}, 60_000);
beforeEach(() => {
  captureLog();
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });

const clerk: Worker = ["clerk-1", "clerk"];
const analyst: Worker = ["analyst-1", "analyst"];
const inspector: Worker = ["inspector-1", "inspector"];
const conciliator: Worker = ["conciliator-1", "conciliator"];
const otherAnalyst: Worker = ["analyst-2", "analyst"];

/**
 * A claim admitted on Monday 23 November, the day it was filed: its hearing is on 23 December, its day 24 on the 30th.
 */
async function admitted(consents = true): Promise<string> {
  on(filedAt);
  const claimant = { ...form.claimant, notifyByEmail: consents };
  const { claimId } = (await world.fileOne(filedAt, { form: { ...form, claimant } })).file.head;
  const done = await world.as(clerk, routes.admitClaim, { params: { claimId }, body: { outcome: "accepted" } });
  if (done.status !== 200) throw new Error(`not admitted: ${JSON.stringify(done.body)}`);
  await world.assign(claimId, 1, "inspector-1");
  on("2026-11-24T15:00:00Z");
  return claimId;
}

const requirement = { how: "notified-in-person", text: "Fuga bajo el piso del baño." };
const visit = {
  verifiedAt: "2026-12-10T15:00:00Z",
  repaired: true,
  before: 480,
  after: 480,
  minutes: 15,
  observations: "Cambió el tubo; atendió el titular.",
};
const order = { testOn: "2026-12-01", at: "09:30", tester: "LABORATORIO DE PRUEBA", place: "En el predio." };

describe("a repair", () => {
  it("is required as the claimant is notified, and verified by the inspector, with its test in the observations", async () => {
    const claimId = await admitted();
    const required = await world.as(analyst, routes.requireRepair, { params: { claimId }, body: requirement });
    expect(required.body.entries.at(-1)).toMatchObject({
      type: "leak-repair-required",
      effectiveAt: "2026-11-24T15:00:00.000Z",
      text: requirement.text,
    });
    // 24 November and fifteen calendar days; the 9th of December is a holiday.
    expect(required.body.clocks.find(({ id }: { id: string }) => id === "T23")).toMatchObject({
      dueDate: "2026-12-10",
    });
    on("2026-12-11T15:00:00Z");
    const verified = await world.as(inspector, routes.verifyRepair, { params: { claimId }, body: visit });
    expect(verified.body.entries.at(-1)).toMatchObject({
      type: "leak-verified",
      effectiveAt: "2026-12-10T15:00:00.000Z",
      text: "Reparada: Con todos los puntos de agua cerrados, el medidor marcó 480 y 15 minutos después 480. Cambió el tubo; atendió el titular.",
    });
  });

  it("notified by e-mail starts nothing before it is acknowledged", async () => {
    const claimId = await admitted();
    const { status, body } = await world.as(analyst, routes.requireRepair, {
      params: { claimId },
      body: { ...requirement, how: "email" },
    });
    expect([status, body.entries.at(-1).type]).toEqual([200, "notice-dispatched"]);
    expect(body.clocks.some(({ id }: { id: string }) => id === "T23")).toBe(false);
  });

  it("is not notified by e-mail while the same notice waits, nor once the law does not take it any more", async () => {
    const claimId = await admitted();
    const mail = () =>
      world.as(analyst, routes.requireRepair, { params: { claimId }, body: { ...requirement, how: "email" } });
    expect((await mail()).status).toBe(200);
    expect((await mail()).body.detail).toMatch(/Ya se le envió ese aviso/);
    await world.as(analyst, routes.requireRepair, { params: { claimId }, body: requirement });
    expect((await mail()).status).toBe(200);
    on("2027-03-01T15:00:00Z");
    expect((await mail()).body).toMatchObject({ type: "urn:caudal:not-now", detail: expect.stringMatching(/plazo/) });
  });

  it("of a claim without a visit of theirs is not there for an inspector", async () => {
    const claimId = await admitted();
    await world.as(analyst, routes.requireRepair, { params: { claimId }, body: requirement });
    on("2026-12-11T15:00:00Z");
    const stranger: Worker = ["inspector-2", "inspector"];
    const report = { result: "within-tolerance", certificate: "C-1" };
    for (const answer of [
      await world.as(stranger, routes.verifyRepair, { params: { claimId }, body: visit }),
      await world.as(stranger, routes.reportMeterTest, { params: { claimId }, body: report }),
    ])
      expect(answer).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
  });

  it.each([
    ["by e-mail to who did not agree to it", false, { how: "email" }, "no-consent"],
    ["by a delivery still to come", true, { how: "delivered", deliveredAt: "2026-11-25T15:00:00Z" }, "not-now"],
  ])("is not required %s", async (_, consents, notice, kind) => {
    const claimId = await admitted(consents);
    const { body } = await world.as(clerk, routes.requireRepair, {
      params: { claimId },
      body: { ...requirement, ...notice },
    });
    expect(body.type).toBe(`urn:caudal:${kind}`);
  });

  it.each([
    ["before it was required", false, visit, /Nadie requirió reparar/],
    ["as done, with a meter that turned", true, { ...visit, after: 480.2 }, /siguió registrando/],
    ["on a day to come", true, { ...visit, verifiedAt: "2026-12-12T15:00:00Z" }, /todavía no llega/],
    ["before the requirement", true, { ...visit, verifiedAt: "2026-11-23T16:00:00Z" }, /anterior al acto/],
  ])("is not verified %s", async (_, required, body, why) => {
    const claimId = await admitted();
    if (required) await world.as(analyst, routes.requireRepair, { params: { claimId }, body: requirement });
    on("2026-12-11T15:00:00Z");
    const answer = await world.as(inspector, routes.verifyRepair, { params: { claimId }, body });
    expect(answer.body).toMatchObject({ type: "urn:caudal:not-now", detail: expect.stringMatching(why) });
  });
});

describe("a meter test", () => {
  it("is asked for, ordered, notified and reported, and who pays follows from the result", async () => {
    const claimId = await admitted();
    const asked = await world.as(clerk, routes.askMeterTest, { params: { claimId }, body: { costAccepted: true } });
    expect(asked.body).toMatchObject({ meterTest: true, meterTestCostAccepted: true });
    expect(asked.body.consumption.meterTest).toHaveLength(1);
    await world.as(analyst, routes.orderMeterTest, { params: { claimId }, body: order });
    await world.as(clerk, routes.notifyMeterTest, { params: { claimId }, body: { how: "notified-by-telephone" } });
    on("2026-12-01T16:00:00Z");
    const { body } = await world.as(analyst, routes.reportMeterTest, {
      params: { claimId },
      body: { result: "over-registers", certificate: "C-77", errorPercent: 12.5 },
    });
    expect(body.entries.slice(-4).map(({ type }: { type: string }) => type)).toEqual([
      "meter-test-asked",
      "meter-test-ordered",
      "meter-test-notified",
      "meter-test-reported",
    ]);
    // Made and reported: there is no day any more by which it must be.
    expect(body.consumption).not.toHaveProperty("meterTest");
    const reported = (await world.caseFiles.read(claimId))?.events.at(-1);
    expect(reported?.details).toEqual({ certificate: "C-77", errorPercent: 12.5, payer: "company", attachments: [] });
  });

  it.each([
    ["asked for, and its cost accepted", true, "claimant"],
    ["asked for, its cost not accepted", false, "company"],
    ["ordered by the office alone", undefined, "company"],
  ])("that confirms the bill: %s", async (_, costAccepted, payer) => {
    const claimId = await admitted();
    if (costAccepted !== undefined)
      await world.as(clerk, routes.askMeterTest, { params: { claimId }, body: { costAccepted } });
    await world.as(analyst, routes.orderMeterTest, { params: { claimId }, body: order });
    on("2026-12-01T16:00:00Z");
    const body = { result: "within-tolerance", certificate: "C-78" };
    expect((await world.as(analyst, routes.reportMeterTest, { params: { claimId }, body })).status).toBe(200);
    expect((await world.caseFiles.read(claimId))?.events.at(-1)?.details).toMatchObject({ payer });
  });

  it("is shown to the inspector of the visit from when it is asked for until its result", async () => {
    const claimId = await admitted();
    const [visit] = (await world.caseFiles.read(claimId))?.visits ?? [];
    const shown = async () => {
      const { body } = await world.as(inspector, listInspections, { query: { date: visit?.on ?? "" } });
      return body.inspections.find((one: { readonly claimId: string }) => one.claimId === claimId).meterTest;
    };
    expect(await shown()).toBeUndefined();
    await world.as(clerk, routes.askMeterTest, { params: { claimId }, body: { costAccepted: true } });
    expect(await shown()).toEqual({});
    await world.as(analyst, routes.orderMeterTest, { params: { claimId }, body: order });
    expect(await shown()).toEqual({ on: "2026-12-01", at: "09:30" });
    on("2026-12-01T16:00:00Z");
    const body = { result: "within-tolerance", certificate: "C-79" };
    await world.as(analyst, routes.reportMeterTest, { params: { claimId }, body });
    expect(await shown()).toBeUndefined();
  });

  it("notified by e-mail says when, by whom and where", async () => {
    const claimId = await admitted();
    await world.as(analyst, routes.orderMeterTest, { params: { claimId }, body: order });
    await world.as(clerk, routes.notifyMeterTest, { params: { claimId }, body: { how: "email" } });
    const sent = (await world.caseFiles.read(claimId))?.events.at(-1);
    expect(sent?.details).toMatchObject({
      of: "meter-test",
      says: [
        "Prueba del medidor: martes 1 de diciembre de 2026 a las 9:30 a. m.",
        "La hace LABORATORIO DE PRUEBA.",
        "Lugar: En el predio.",
      ],
    });
  });

  it("is not notified by an old notice once another test is ordered, nor from its day on", async () => {
    const claimId = await admitted();
    await world.as(analyst, routes.orderMeterTest, { params: { claimId }, body: order });
    const mail = () => world.as(clerk, routes.notifyMeterTest, { params: { claimId }, body: { how: "email" } });
    const keyOf = async () => {
      const sent = lastEntry((await world.caseFiles.read(claimId))?.events ?? [], "notice-dispatched");
      return sent?.details.noticeKey ?? "";
    };
    expect((await mail()).status).toBe(200);
    const before = await keyOf();
    await world.as(analyst, routes.orderMeterTest, { params: { claimId }, body: { ...order, testOn: "2026-12-03" } });
    expect((await mail()).status).toBe(200);
    const handler = claimsHandler(claimDepsOn(world));
    const acknowledge = (noticeKey: string) => call(handler, acknowledgeNotice, { params: { noticeKey }, body: {} });
    expect((await acknowledge(before)).body.detail).toMatch(/aviso posterior/);
    on("2026-12-03T13:00:00Z");
    expect((await acknowledge(await keyOf())).body.detail).toMatch(/día que ya llegó/);
    on("2026-12-02T13:00:00Z");
    expect((await acknowledge(await keyOf())).status).toBe(200);
  });

  it.each([
    ["sooner than two days from now", "2026-11-25", /2 días o más/],
    ["on the last day to decide, Friday 8 January", "2027-01-08", /a más tardar el 7 de enero de 2027/],
  ])("is not ordered %s", async (_, testOn, why) => {
    const claimId = await admitted();
    const { body } = await world.as(analyst, routes.orderMeterTest, {
      params: { claimId },
      body: { ...order, testOn },
    });
    expect(body).toMatchObject({ type: "urn:caudal:not-now", detail: expect.stringMatching(why) });
  });

  it.each(["2026-11-26", "2027-01-07"])("is ordered on its limits: %s", async (testOn) => {
    const claimId = await admitted();
    const { status } = await world.as(analyst, routes.orderMeterTest, {
      params: { claimId },
      body: { ...order, testOn },
    });
    expect(status).toBe(200);
  });

  it("is notified before its day, and reported from it on", async () => {
    const claimId = await admitted();
    const notice = { params: { claimId }, body: { how: "notified-in-person" } };
    expect((await world.as(clerk, routes.notifyMeterTest, notice)).body.detail).toMatch(/No hay una contrastación/);
    await world.as(analyst, routes.orderMeterTest, { params: { claimId }, body: order });
    const report = { params: { claimId }, body: { result: "within-tolerance", certificate: "C-1" } };
    on("2026-11-30T15:00:00Z");
    expect((await world.as(inspector, routes.reportMeterTest, report)).body.detail).toMatch(/Todavía no es el día/);
    on("2026-12-01T15:00:00Z");
    expect((await world.as(clerk, routes.notifyMeterTest, notice)).body.detail).toMatch(/antes de su día/);
    expect((await world.as(inspector, routes.reportMeterTest, report)).status).toBe(200);
  });

  it("is not asked for by a claimant who does not accept that they may have to pay it", async () => {
    const claimId = await admitted();
    const { status } = await world.as(clerk, routes.askMeterTest, {
      params: { claimId },
      body: { costAccepted: false },
    });
    expect(status).toBe(400);
  });
});

describe("a hearing", () => {
  const move = (claimId: string, day: string, who: Worker = conciliator, reason = "leak-repair") =>
    world.as(who, routes.moveHearing, { params: { claimId }, body: { reason, on: day } });
  const waiting = async () => {
    const claimId = await admitted();
    await world.as(analyst, routes.requireRepair, { params: { claimId }, body: requirement });
    return claimId;
  };

  it("moves once, to the first free time of a day up to working day 24", async () => {
    const claimId = await waiting();
    // 23 November: day 20 is 23 December; 24, 28, 29 and 30 December are days 21 to 24, Christmas left out.
    expect((await move(claimId, "2026-12-31")).body.detail).toMatch(/tan tarde/);
    const moved = await move(claimId, "2026-12-30");
    expect(moved.body.hearing).toMatchObject({ on: "2026-12-30", at: "08:00" });
    expect((await move(claimId, "2026-12-29")).body.detail).toMatch(/posterior a la que ya tiene|una vez/);
    const second = await waiting();
    expect((await move(second, "2026-12-30", otherAnalyst)).body.hearing).toMatchObject({ on: "2026-12-30" });
    expect((await move(second, "2026-12-30")).status).toBe(409);
  });

  it("gets a new day where the tribunal sent the claim back to be investigated again, and only then", async () => {
    const { claimId } = await steps.elevated(world);
    on("2027-01-21T15:00:00.000Z");
    expect((await move(claimId, "2027-01-28", conciliator, "tribunal")).status).toBe(409);
    const back = { outcome: "back-to-investigation", number: "T-1", receivedAt: "2027-01-21T14:00:00Z" };
    await world.as(analyst, routes.recordTribunal, {
      params: { claimId },
      body: { ...back, summary: "Nulidad.", termDays: 10, cause: "inspection" },
    });
    const moved = await move(claimId, "2027-01-28", conciliator, "tribunal");
    expect(moved.body.hearing).toMatchObject({ on: "2027-01-28" });
  });

  it("does not move to the day it already has", async () => {
    const claimId = await waiting();
    const { body } = await world.as(conciliator, routes.showCase, { params: { claimId } });
    expect((await move(claimId, body.hearing.on)).body.detail).toMatch(/posterior/);
  });

  it.each([
    ["without a repair or a test to wait for", false, "2026-12-28", "leak-repair", /exigida o una contrastación/],
    ["for a test that nobody ordered", true, "2026-12-28", "meter-test", /exigida o una contrastación/],
    ["to a day before it", true, "2026-12-01", "leak-repair", /posterior/],
    ["to a Saturday", true, "2026-12-26", "leak-repair", /no es hábil/],
  ])("does not move %s", async (_, required, day, reason, why) => {
    const claimId = required ? await waiting() : await admitted();
    expect((await move(claimId, day, conciliator, reason)).body).toMatchObject({
      type: "urn:caudal:not-now",
      detail: expect.stringMatching(why),
    });
  });
});
