import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { readings } from "../../../../functions/visits-and-hearings/reading/readings.ts";
import { takeControl } from "../../../../shared/casework/reading/atypical-readings.ts";
import { listReadings, recordReading, showReading } from "../../../../shared/contract/reading/reading-routes.ts";
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
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});
const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });

/** A row of file E of November; the supply was billed 15 and 45 m³ the months before. */
const row = (cells: Partial<Record<"supply" | "month" | "inspected" | "m3" | "issueOn", string>> = {}): string => {
  const { supply = "00012345", month = "2026-11", inspected = "", m3 = "65", issueOn = "2026-11-30" } = cells;
  const inspection = inspected ? "2026-11-25;08:00-10:00;REALIZADA;NINGUNA;;" : ";;;;;";
  return `01;${supply};${month};;;;;${inspection}L;2026-11-20;1299;${m3};${issueOn}`;
};
async function bring(text: string, now = "2026-11-23T14:00:00.000Z"): Promise<void> {
  const read = readControl(text.split(";"));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  await takeControl({ ...world, foundReadings: world.atypicalReadings }, read.value, now);
}
const readingId = "00012345-2026-11";
const list = async (query: Record<string, string> = {}) =>
  (await call(handler, listReadings, { claims: staff("manager"), query })).body;
const show = async () => (await call(handler, showReading, { claims: staff("inspector"), params: { readingId } })).body;
const act = async (said: object, version: number, request: ApiRequest = {}) =>
  call(handler, recordReading, {
    ...{ claims: staff("billing"), params: { readingId }, version, body: { act: said } },
    ...request,
  });
const notified = {
  ...{ type: "notified", noticeOn: "2026-11-23", noticeAt: "09:30", means: "PERSONAL", receiver: "MARÍA" },
  ...{ visitOn: "2026-11-25", from: "10:00", to: "12:00" },
};
const visited = { type: "visited", visitedOn: "2026-11-25", from: "10:15", to: "10:40" };
const reread = { type: "reread", readOn: "2026-11-23", reason: "Se leyó mal una cifra." };

describe("a row of file E with a reading", () => {
  it("is on the list if the law calls it atypical, once however often it comes", async () => {
    for (let time = 0; time < 2; time += 1) await bring(row());
    expect((await list()).readings).toEqual([
      {
        ...{ readingId, supplyCode: "00012345", period: "2026-11", state: "to-notify", late: false },
        ...{ m3: 65, averageM3: 30, assignmentM3: 20, issueOn: "2026-11-30", notifyBy: "2026-11-28" },
      },
    ]);
    expect((await show()).entries).toHaveLength(1);
  });

  it.each([
    ["exactly double the average", { m3: "60" }],
    ["of a supply that was never billed", { supply: "00099999" }],
    ["of a receipt that was to be issued before", { issueOn: "2026-11-22" }],
    ["with its inspection made already", { inspected: "yes" }],
  ])("is not on the list if it is %s", async (_why, cells) => {
    await bring(row(cells));
    expect(await list()).toEqual({ readings: [] });
  });

  it("is read again if a later file brings another reading, and closed if that is not atypical", async () => {
    await bring(row());
    await bring(row({ m3: "16" }), "2026-11-24T14:00:00.000Z");
    expect(await show()).toMatchObject({ state: "closed", result: "corrected", m3: 16 });
    expect(await list()).toEqual({ readings: [] });
  });

  it("is open again if a later file brings an atypical reading before its receipt, and is not for the same one", async () => {
    await bring(row());
    await act(notified, 1);
    await bring(row({ m3: "16" }), "2026-11-24T14:00:00.000Z");
    for (const [cells, now] of [
      [{ m3: "16" }, "2026-11-25T14:00:00.000Z"],
      [{ m3: "17" }, "2026-11-25T14:00:00.000Z"],
      [{ m3: "70", inspected: "yes" }, "2026-11-25T14:00:00.000Z"],
      [{ m3: "70" }, "2026-12-01T14:00:00.000Z"],
    ] as const) {
      await bring(row(cells), now);
      expect(await show()).toMatchObject({ result: "corrected", version: 3 });
    }
    await bring(row({ m3: "70" }), "2026-11-25T14:00:00.000Z");
    const again = { state: "to-notify", m3: 70 };
    expect(await show()).toMatchObject({ ...again, version: 4 });
    expect((await list()).readings).toMatchObject([again]);
  });

  it("stays corrected by the desk while the files bring what was found", async () => {
    await bring(row());
    await act({ ...reread, reading: 1250, m3: 16 }, 1);
    await bring(row(), "2026-11-24T14:00:00.000Z");
    expect(await show()).toMatchObject({ result: "corrected", version: 2 });
  });

  it("is closed by the control that the commercial system delivers", async () => {
    await bring(row());
    await bring(row({ inspected: "yes" }), "2026-11-26T14:00:00.000Z");
    expect(await show()).toMatchObject({ state: "closed", result: "delivered" });
  });
});

describe("an atypical reading on the desk", () => {
  beforeEach(() => bring(row()));

  it("is listed by the day of its receipt, a page after the other, late ones said to be late", async () => {
    await world.atypicalReadings.open({
      ...{ readingId: "00054321-2026-11", office: "MOQ", supplyCode: "00054321", period: "2026-11" },
      ...{ readOn: "2026-11-10", reading: 90, m3: 80, averageM3: 15, assignmentM3: 20, issueOn: "2026-11-22" },
      entries: [],
    });
    const first = await list({ limit: "1" });
    expect(first.readings).toMatchObject([{ supplyCode: "00054321", late: true }]);
    const second = await list({ limit: "1", cursor: first.cursor });
    expect(second.readings).toMatchObject([{ supplyCode: "00012345", late: false }]);
    const last = await list({ limit: "1", cursor: second.cursor });
    expect(last).toEqual({ readings: [] });
    const wrong = await call(handler, listReadings, { claims: staff("manager"), query: { cursor: "x" } });
    expect(wrong.body.type).toBe("urn:caudal:malformed-cursor");
  });

  it("goes from the notice with day and hours to the visit, its result and how the month is billed", async () => {
    const announced = await act(notified, 1);
    expect(announced.body).toMatchObject({ state: "to-visit", visit: { on: "2026-11-25", hours: "10:00-12:00" } });
    expect(announced.body.notice).toContain(
      "Antes de emitir tu recibo revisaremos tus instalaciones sanitarias el miércoles 25 de noviembre de 2026, de 10:00 a 12:00.",
    );
    const seen = { ...visited, outcome: "REALIZADA", leak: "VISIBLE", reading: 1310 };
    expect((await act(seen, 2)).body.detail).toContain("Esa visita todavía no termina");
    on("2026-11-25T16:00:00.000Z");
    const closed = await act(seen, 2, { claims: staff("inspector") });
    expect(closed.body).toMatchObject({ state: "closed", result: "visible-leak", version: 3 });
    expect(closed.body.explanation.at(-1)).toBe("Hay una fuga visible: se factura por la diferencia de lecturas.");
    expect(closed.body.entries.at(-1).said).toContain("Visita del 25 de noviembre de 2026, de 10:15 a 10:40: se hizo");
    expect(await list()).toEqual({ readings: [] });
    expect((await act(notified, 3)).body).toMatchObject({ detail: "Esta lectura ya está cerrada." });
  });

  it("shows the notice of a visit that is meant, before it is handed over, and records nothing", async () => {
    const query = { visitOn: "2026-11-26", from: "08:00", to: "10:00" };
    const meant = await call(handler, showReading, { claims: staff("billing"), params: { readingId }, query });
    expect(meant.body.notice.join(" ")).toContain("el jueves 26 de noviembre de 2026, de 08:00 a 10:00");
    expect(meant.body).toMatchObject({ state: "to-notify", version: 1 });
    expect((await show()).notice).toBeUndefined();
  });

  it.each([
    [{ noticeAt: "10:01", visitOn: "2026-11-26" }, "Ese aviso todavía no se dio"],
    [{ from: "09:00", to: "11:00" }, "menos de 48 horas después"],
    [{ visitOn: "2026-11-26", to: "12:30" }, "La franja es más larga que la permitida"],
    [{ noticeOn: "2026-11-19" }, "El aviso es anterior a la lectura"],
    [{ visitOn: "2026-12-01" }, "a más tardar el día en que se emite"],
  ])("refuses a notice that the law would not count: %j", async (changed, detail) => {
    const { status, body } = await act({ ...notified, ...changed }, 1);
    expect({ status, type: body.type }).toEqual({ status: 409, type: "urn:caudal:not-now" });
    expect(body.detail).toContain(detail);
  });

  it("asks for the notice before the visit, and for a leak of who got in alone", async () => {
    const early = await act({ ...visited, outcome: "AUSENTE" }, 1);
    expect(early.body.detail).toContain("Primero se avisa");
    for (const said of [
      { ...visited, outcome: "AUSENTE", leak: "NINGUNA" },
      { ...visited, outcome: "PARCIAL" },
    ])
      expect((await act(said, 1)).body.type).toBe("urn:caudal:invalid-request");
  });

  it("is billed by the average without a leak, within the law's limits", async () => {
    await act(notified, 1);
    on("2026-11-25T16:00:00.000Z");
    const { body } = await act({ ...visited, outcome: "REALIZADA", leak: "NINGUNA" }, 2);
    expect(body.explanation.at(-1)).toBe(
      "No hay fuga. Se factura por el promedio histórico. El promedio por esta regla va una vez cada 12 meses, por 2 meses seguidos como máximo. Si el mes siguiente también es atípico, cabe una vez más.",
    );
  });

  it("is announced again where nobody went, and nobody is absent at another hour than announced", async () => {
    await act(notified, 1);
    on("2026-11-25T22:00:00.000Z");
    const wrong = await act({ ...visited, from: "14:00", to: "14:10", outcome: "AUSENTE" }, 2);
    expect(wrong.body.detail).toContain("solo cuenta una visita en la franja avisada");
    const query = { visitOn: "2026-11-28", from: "08:00", to: "10:00" };
    const meant = await call(handler, showReading, { claims: staff("billing"), params: { readingId }, query });
    expect(meant.body.notice.join(" ")).toContain("el sábado 28 de noviembre");
    const { body } = await act({ ...notified, noticeOn: "2026-11-25", visitOn: "2026-11-28" }, 2);
    expect(body).toMatchObject({ state: "to-visit", visit: { on: "2026-11-28" }, mayLapse: false });
  });

  it("is closed without a control once there is no time for one, and leaves the list", async () => {
    const lapsed = { type: "lapsed", reason: "El archivo llegó tarde." };
    expect((await act(lapsed, 1)).body).toMatchObject({ type: "urn:caudal:not-now" });
    on("2026-12-01T15:00:00.000Z");
    expect(await show()).toMatchObject({ late: true, mayLapse: true });
    const { body } = await act(lapsed, 1);
    expect(body).toMatchObject({ state: "closed", result: "not-controlled", late: false, mayLapse: false });
    expect(body.explanation.at(-1)).toBe("No se hizo el control: se factura por el promedio histórico.");
    expect(await list()).toEqual({ readings: [] });
  });

  it("is corrected by reading again", async () => {
    const { body } = await act({ ...reread, reading: 1250, m3: 16 }, 1);
    expect(body).toMatchObject({ state: "closed", result: "corrected", reading: 1250, m3: 16 });
    expect(body.entries.at(-1).said).toBe(
      "Se leyó otra vez el 23 de noviembre de 2026: 1250 m³, consumo 16 m³; ya no es atípica. Se leyó mal una cifra.",
    );
  });

  it("is announced with what was read last, and keeps its visit when reading again confirms it", async () => {
    await act(notified, 1);
    const { body } = await act({ ...reread, reading: 1296, m3: 62 }, 2);
    expect(body).toMatchObject({ state: "to-visit", visit: { on: "2026-11-25" }, readOn: "2026-11-23", reading: 1296 });
    expect(body.notice.join(" ")).toContain("marcó 1296 m³ el 23 de noviembre de 2026. Se leyeron 62 m³.");
  });

  it.each(["2026-11-19", "2026-11-24"])("was not read again on %s", async (readOn) => {
    const { status, body } = await act({ ...reread, readOn, reading: 1250, m3: 16 }, 1);
    expect({ status, detail: body.detail }).toEqual({
      status: 409,
      detail: "El medidor se leyó otra vez entre el día de la primera lectura y hoy.",
    });
  });

  it("is written once however often it is sent, and on what its page showed", async () => {
    const first = await act(notified, 1, { key: "the-same-notice-twice" });
    const again = await act(notified, 1, { key: "the-same-notice-twice" });
    expect(again.body).toEqual(first.body);
    const other = await act({ ...notified, receiver: "JORGE" }, 1, { key: "the-same-notice-twice" });
    expect(other.body.type).toBe("urn:caudal:write-key-used");
    expect((await act(notified, 1)).body.type).toBe("urn:caudal:version-stale");
    const params = { readingId: "00000000-2026-11" };
    expect((await act(notified, 1, { params })).body.type).toBe("urn:caudal:reading-not-found");
    expect((await call(handler, showReading, { claims: staff("manager"), params })).status).toBe(404);
  });
});

describe("a hidden leak found before the receipt", () => {
  const required = { type: "repair-required", noticeOn: "2026-11-25", noticeAt: "10:50", means: "BAJO_PUERTA" };
  const verified = {
    ...{ type: "repair-verified", visitedOn: "2026-12-01", from: "09:00", to: "09:30", repaired: true },
    ...{ before: 1310.5, after: 1310.5, minutes: 20, remark: "Se cambió la tubería; atendió la hija." },
  };
  beforeEach(async () => {
    await bring(row());
    await act(notified, 1);
    on("2026-11-25T16:00:00.000Z");
    await act({ ...visited, outcome: "REALIZADA", leak: "NO_VISIBLE" }, 2);
  });

  it("stays on the list until its repair is required in writing and verified", async () => {
    const found = await show();
    expect(found).toMatchObject({ state: "to-repair", late: false, mayLapse: false, version: 3 });
    expect(found.repair).toBeUndefined();
    expect(found.notice).toContain(
      "Repárala en 15 días calendario, contados desde el día siguiente de recibir este documento.",
    );
    const { body } = await act(required, 3);
    expect(body).toMatchObject({ state: "to-repair", repair: { due: "2026-12-10", verifyBy: "2026-12-11" } });
    expect(body.notice.join(" ")).toContain("de recibir este documento: hasta el 10 de diciembre de 2026.");
    expect(body.explanation.at(-1)).toContain("no se sabe cómo se factura");
    expect(body.entries.at(-1).said).toBe(
      "Se exigió reparar la fuga, bajo la puerta el 25 de noviembre de 2026, 10:50.",
    );
    on("2026-12-01T15:00:00.000Z");
    expect((await list()).readings).toMatchObject([{ state: "to-repair", late: false, issueOn: "2026-11-30" }]);
    const closed = await act(verified, 4, { claims: staff("inspector") });
    expect(closed.body).toMatchObject({ state: "closed", result: "leak-repaired" });
    expect(closed.body.explanation).toContain(
      "La empresa verificó que la fuga se reparó dentro del plazo (última verificación: 1 de diciembre de 2026).",
    );
    expect(closed.body.explanation.at(-1)).toContain("Se factura por el promedio histórico.");
    expect(closed.body.notice).toBeUndefined();
    expect(await list()).toEqual({ readings: [] });
  });

  it("is listed by the day to verify it", async () => {
    await world.atypicalReadings.open({
      ...{ readingId: "00054321-2026-11", office: "MOQ", supplyCode: "00054321", period: "2026-11" },
      ...{ readOn: "2026-11-10", reading: 90, m3: 80, averageM3: 15, assignmentM3: 20, issueOn: "2026-12-05" },
      entries: [],
    });
    expect((await list()).readings).toMatchObject([{ supplyCode: "00012345" }, { supplyCode: "00054321" }]);
    await act(required, 3);
    expect((await list()).readings).toMatchObject([{ supplyCode: "00054321" }, { supplyCode: "00012345" }]);
  });

  it("is still open within its term, and decided by the verification after it", async () => {
    await act(required, 3);
    on("2026-12-14T15:00:00.000Z");
    const early = await act({ ...verified, repaired: false, after: 1310.6 }, 4);
    expect(early.body).toMatchObject({ state: "to-repair", version: 5, late: true, mayLapse: true });
    const late = { ...verified, visitedOn: "2026-12-12", repairedOn: "2026-12-11" };
    const { body } = await act(late, 5);
    expect(body).toMatchObject({ state: "closed", result: "leak-open" });
    expect(body.entries.at(-1).said).toContain("la fuga está reparada el 11 de diciembre de 2026");
    expect(body.explanation.at(-1)).toBe("Se factura por la diferencia de lecturas.");
  });

  it.each([
    [required, { noticeAt: "10:39" }, "anterior a la visita que halló la fuga"],
    [required, { noticeAt: "11:01" }, "aún no se ha entregado"],
    [verified, {}, "Primero se exige por escrito"],
    [notified, {}, "falta su reparación"],
    [visited, { outcome: "AUSENTE" }, "falta su reparación"],
    [{ type: "lapsed", reason: "No hay quien vaya." }, {}, "Todavía hay tiempo"],
  ])("refuses %j with %j", async (said, changed, detail) => {
    const { status, body } = await act({ ...said, ...changed }, 3);
    expect({ status, type: body.type }).toEqual({ status: 409, type: "urn:caudal:not-now" });
    expect(body.detail).toContain(detail);
  });

  it.each([
    [{ ...required, means: "TELEFONO" }, "means"],
    [{ ...verified, repaired: false, repairedOn: "2026-12-01" }, "repairedOn"],
  ])("cannot be %j", async (said, field) => {
    const { body } = await act(said, 3);
    expect(body.type).toBe("urn:caudal:invalid-request");
    expect(JSON.stringify(body)).toContain(field);
  });

  it("is required once, and not repaired while the meter turns", async () => {
    await act(required, 3);
    expect((await act(required, 4)).body.detail).toContain("ya se exigió");
    on("2026-12-01T15:00:00.000Z");
    expect((await act({ ...verified, after: 1310.6 }, 4)).body.detail).toContain("siguió registrando");
  });

  it("is closed without, once its time is over", async () => {
    on("2026-12-01T15:00:00.000Z");
    const { body } = await act({ type: "lapsed", reason: "No se pudo entregar." }, 3);
    expect(body).toMatchObject({ state: "closed", result: "repair-not-required" });
    expect(body.explanation.at(-1)).toContain("se factura por el promedio histórico");
    expect(await list()).toEqual({ readings: [] });
  });

  it("waits for its repair when a file brings the same control, and is closed by another", async () => {
    const inspected = (leak: string): string =>
      row().replace("2026-11;;;;;;;;;;L", `2026-11;;;;;2026-11-25;08:00-10:00;REALIZADA;${leak};;L`);
    await bring(inspected("NO_VISIBLE"), "2026-11-26T14:00:00.000Z");
    expect(await show()).toMatchObject({ state: "to-repair", version: 3 });
    await bring(inspected("NINGUNA"), "2026-11-26T14:00:00.000Z");
    expect(await show()).toMatchObject({ state: "closed", result: "delivered" });
  });
});
