import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { readings } from "../../../../functions/visits-and-hearings/reading/readings.ts";
import { takeControl } from "../../../../shared/casework/reading/atypical-readings.ts";
import { pickInspector } from "../../../../shared/casework/visit/pick-inspector.ts";
import {
  listReadings,
  recordReading,
  reportReading,
  showReading,
} from "../../../../shared/contract/reading/reading-routes.ts";
import { listInspections } from "../../../../shared/contract/visit/investigation-routes.ts";
import { readControl } from "../../../../shared/domain/reading/control-file.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, handlerOf, staff } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
let handler: ApiHandler;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  world = await caseworkWorld(local);
  handler = handlerOf(readings(world));
  on("2026-11-23T15:00:00.000Z");
  await bring();
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});
const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });

/** An atypical reading of November; with its inspection, the control that the commercial system delivers. */
async function bring(inspection = ";;;;;", m3 = "65"): Promise<void> {
  const row = `01;00012345;2026-11;;;;;${inspection}L;2026-11-20;1299;${m3};2026-11-30`;
  const read = readControl(row.split(";"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await takeControl({ ...world, foundReadings: world.atypicalReadings }, read.value, new Date().toISOString());
}
const readingId = "00012345-2026-11";
const zone = "180101";
const act = async (said: object, version: number) =>
  (
    await call(handler, recordReading, {
      claims: staff("billing"),
      params: { readingId },
      version,
      body: { act: said },
    })
  ).body;
const report = (visit: object, request: ApiRequest = {}) =>
  call(handler, reportReading, { claims: staff("inspector"), params: { readingId }, body: { visit }, ...request });
const dayOf = async (sub: string, date: string) =>
  (await world.as([sub, "inspector"], listInspections, { query: { date } })).body;
const taken = async (day: string) =>
  Object.fromEntries(await world.appointmentSlots.taken({ kind: "visit", zone, day }));
const duty = async (sub: string, onDuty: boolean): Promise<void> => {
  const one = (await world.staffRegister.list("MOQ")).find((record) => record.sub === sub);
  if (!one) throw new Error("nobody");
  const { openClaims: _, ...known } = one;
  await world.staffRegister.save("MOQ", { ...known, onDuty });
};
const notified = {
  ...{ type: "notified", noticeOn: "2026-11-23", noticeAt: "09:30", means: "PERSONAL", receiver: "MARÍA" },
  ...{ visitOn: "2026-11-25", from: "10:00", to: "12:00" },
};
const nobody = { kind: "control", startedAt: "2026-11-25T15:15:00.000Z", outcome: "AUSENTE" };
const seen = {
  ...nobody,
  endedAt: "2026-11-25T15:40:00.000Z",
  outcome: "REALIZADA",
  leak: "NO_VISIBLE",
  reading: 1310,
};

describe("the announced visit of a reading", () => {
  it("is in the day of the inspector with the fewest, with what to know at the door", async () => {
    const body = await act(notified, 1);
    expect(body).toMatchObject({ inspector: "PERSONA DE PRUEBA INSPECTOR-1" });
    const { readingVisits } = await dayOf("inspector-1", "2026-11-25");
    expect(readingVisits).toEqual([
      {
        ...{ readingId, kind: "control", on: "2026-11-25", from: "10:00", to: "12:00", supplyCode: "00012345" },
        ...{ period: "2026-11", averageM3: 30, isNobodys: false, reported: false },
        address: expect.any(String),
        holder: expect.any(String),
        meterNumber: expect.any(String),
        reading: { on: "2026-11-20", reading: 1299, m3: 65 },
        readings: [expect.objectContaining({ m3: 45 }), expect.objectContaining({ m3: 15 })],
      },
    ]);
    expect(await dayOf("inspector-2", "2026-11-25")).toEqual({ inspections: [] });
    expect(await dayOf("inspector-1", "2026-11-24")).toEqual({ inspections: [], next: "2026-11-25" });
  });

  it("takes the slots it overlaps, and gives them back when it is announced again or not to be made", async () => {
    await act({ ...notified, from: "11:00", to: "13:00" }, 1);
    expect(await taken("2026-11-25")).toEqual({ "10:00": 1, "12:00": 1 });
    await act({ ...notified, from: "12:00", to: "14:00" }, 2);
    expect(await taken("2026-11-25")).toEqual({ "10:00": 0, "12:00": 1 });
    await act({ ...notified, visitOn: "2026-11-26", from: "08:00", to: "09:00" }, 3);
    expect([await taken("2026-11-25"), await taken("2026-11-26")]).toEqual([
      { "10:00": 0, "12:00": 0 },
      { "08:00": 1 },
    ]);
    expect((await dayOf("inspector-1", "2026-11-25")).readingVisits).toBeUndefined();
    await bring("2026-11-25;08:00-10:00;REALIZADA;NINGUNA;;");
    expect(await taken("2026-11-26")).toEqual({ "08:00": 0 });
    expect((await dayOf("inspector-1", "2026-11-26")).readingVisits).toBeUndefined();
  });

  it("counts where an inspector is picked for another visit at that hour", async () => {
    await act(notified, 1);
    const people = await world.staffRegister.list("MOQ");
    const picked = async (from: string, to: string) =>
      (await pickInspector(world.agenda, "MOQ", people, { on: "2026-11-25", from, to }))?.sub;
    expect(await picked("10:00", "12:00")).toBe("inspector-2");
    expect(await picked("14:00", "16:00")).toBe("inspector-2");
    expect(await picked("14:00", "16:00")).toBe("inspector-2");
  });

  it("is in everybody's day once nobody on duty has it", async () => {
    await act(notified, 1);
    await duty("inspector-1", false);
    vi.advanceTimersByTime(61_000);
    const { readingVisits } = await dayOf("inspector-2", "2026-11-25");
    expect(readingVisits).toMatchObject([{ readingId, isNobodys: true }]);
  });

  it("is received from the phone with its hours, says how it ended on the list, and stays in the day as received", async () => {
    await act(notified, 1);
    on("2026-11-25T16:00:00.000Z");
    const { status, body } = await report(seen);
    expect({ status, state: body.state, lastVisit: body.lastVisit }).toEqual({
      ...{ status: 200, state: "to-repair" },
      lastVisit: "Visita del 25 de noviembre de 2026: se hizo, con fuga no visible",
    });
    expect((await dayOf("inspector-1", "2026-11-25")).readingVisits).toMatchObject([
      { kind: "control", reported: true },
    ]);
    const shown = await call(handler, showReading, { claims: staff("manager"), params: { readingId } });
    expect(shown.body.entries.at(-1).said).toContain("Visita del 25 de noviembre de 2026, de 10:15 a 10:40: se hizo");
    expect(await taken("2026-11-25")).toEqual({ "10:00": 1 });
  });

  it("is received once, on what was recorded meanwhile, also where nobody was in and no minute passed", async () => {
    await act(notified, 1);
    await act({ type: "reread", readOn: "2026-11-23", reading: 1296, m3: 62, reason: "Se leyó otra vez." }, 2);
    on("2026-11-25T16:00:00.000Z");
    const first = await report(nobody, { key: "the-same-visit-from-a-phone" });
    expect(first.body).toMatchObject({
      state: "to-notify",
      lastVisit: "Visita del 25 de noviembre de 2026: no había nadie",
    });
    const again = await report(nobody, { key: "the-same-visit-from-a-phone" });
    expect(again.body).toEqual(first.body);
    const other = await report({ ...nobody, remark: "Otra." }, { key: "the-same-visit-from-a-phone" });
    expect(other.body.type).toBe("urn:caudal:write-key-used");
    expect((await report(nobody)).body.detail).toContain("Primero se avisa");
    const [listed] = (await call(handler, listReadings, { claims: staff("manager"), query: {} })).body.readings;
    expect(listed).toMatchObject({ lastVisit: "Visita del 25 de noviembre de 2026: no había nadie" });
    expect(listed.inspector).toBeUndefined();
  });

  it.each([
    [{ startedAt: "2026-11-25T14:59:00.000Z" }, "Esa visita es anterior a la que se avisó"],
    [{ startedAt: "2026-11-25T17:01:00.000Z" }, "solo cuenta una visita en la franja avisada"],
    [{ startedAt: "2026-11-25T19:00:00.000Z" }, "Esa visita todavía no termina"],
  ])("is refused with its reason where nobody had to wait: %j", async (changed, detail) => {
    await act(notified, 1);
    on("2026-11-25T18:00:00.000Z");
    const { status, body } = await report({ ...nobody, ...changed });
    expect({ status, type: body.type }).toEqual({ status: 409, type: "urn:caudal:not-now" });
    expect(body.detail).toContain(detail);
  });

  it.each([
    [{ ...nobody, leak: "NINGUNA" }, "leak"],
    [{ ...seen, endedAt: "2026-11-25T15:00:00.000Z" }, "endedAt"],
    [{ kind: "repair-attempt", startedAt: seen.startedAt, outcome: "REALIZADA" }, "outcome"],
  ])("cannot be %j", async (visit, field) => {
    const { body } = await report(visit);
    expect(body.type).toBe("urn:caudal:invalid-request");
    expect(JSON.stringify(body)).toContain(field);
  });

  it("is of a reading that exists", async () => {
    expect((await report(nobody, { params: { readingId: "00000000-2026-11" } })).status).toBe(404);
  });
});

describe("the visit that verifies a repair", () => {
  const attempt = { kind: "repair-attempt", startedAt: "2026-12-11T14:00:00.000Z", outcome: "AUSENTE" };
  const found = {
    ...{ kind: "repair", startedAt: "2026-12-14T14:00:00.000Z", endedAt: "2026-12-14T14:30:00.000Z", repaired: true },
    ...{ repairedOn: "2026-12-08", before: 1310.5, after: 1310.5, minutes: 20, remark: "Se cambió la tubería." },
  };
  beforeEach(async () => {
    await act(notified, 1);
    on("2026-11-25T16:00:00.000Z");
    await report(seen);
  });
  const required = () =>
    act({ type: "repair-required", noticeOn: "2026-11-25", noticeAt: "10:50", means: "BAJO_PUERTA" }, 3);

  it("is in the inspectors' day on the last day to verify, and takes no slot", async () => {
    expect((await report(attempt)).body.detail).toBe("Ninguna reparación espera su verificación.");
    expect(await required()).toMatchObject({ repair: { verifyBy: "2026-12-11" }, inspector: expect.any(String) });
    expect((await dayOf("inspector-1", "2026-12-11")).readingVisits).toMatchObject([
      { kind: "repair", from: "08:00", reported: false },
    ]);
    expect(await taken("2026-12-11")).toEqual({});
  });

  it("is recorded where nobody was in, changes nothing, and is to be made again the working day after", async () => {
    await required();
    expect((await report(attempt)).body.detail).toContain("todavía no termina");
    on("2026-12-11T16:00:00.000Z");
    const early = await report({ ...attempt, startedAt: "2026-11-25T15:00:00.000Z" });
    expect(early.body.detail).toContain("anterior al requerimiento");
    const { body } = await report({ ...attempt, remark: "Se dejó aviso." }, { key: "nobody-was-in-to-verify" });
    expect(body).toMatchObject({ state: "to-repair", lastVisit: "Visita del 11 de diciembre de 2026: no había nadie" });
    expect((await report({ ...attempt, remark: "Se dejó aviso." }, { key: "nobody-was-in-to-verify" })).body).toEqual(
      body,
    );
    const shown = await call(handler, showReading, { claims: staff("manager"), params: { readingId } });
    expect(shown.body).toMatchObject({ version: 4 });
    expect(shown.body.entries.at(-1)).toMatchObject({
      type: "repair-attempted",
      said: "Verificación del 11 de diciembre de 2026, de 09:00 a 09:00: no había nadie; no se verificó nada. Se dejó aviso.",
    });
    expect((await dayOf("inspector-1", "2026-12-14")).readingVisits).toMatchObject([
      { kind: "repair", reported: false },
    ]);
    on("2026-12-14T16:00:00.000Z");
    const closed = await report(found);
    expect(closed.body).toMatchObject({ state: "closed", result: "leak-repaired" });
    expect((await dayOf("inspector-1", "2026-12-14")).readingVisits).toMatchObject([
      { kind: "repair", reported: true },
    ]);
  });

  it("is not planned again once nobody was in as often as visits are repeated", async () => {
    await required();
    on("2026-12-14T16:00:00.000Z");
    for (const startedAt of ["2026-12-11T14:00:00.000Z", "2026-12-14T14:00:00.000Z"])
      expect((await report({ ...attempt, startedAt })).status).toBe(200);
    expect((await dayOf("inspector-1", "2026-12-14")).readingVisits).toMatchObject([{ reported: true }]);
    expect((await dayOf("inspector-1", "2026-12-15")).readingVisits).toBeUndefined();
  });

  it("says that a leak is repaired only if the meter does not turn", async () => {
    await required();
    on("2026-12-14T16:00:00.000Z");
    expect((await report({ ...found, after: 1310.6 })).body.detail).toContain("siguió registrando");
    expect(JSON.stringify((await report({ ...found, repaired: false })).body)).toContain("repairedOn");
  });
});
