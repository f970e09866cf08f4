import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { captureLog } from "../../log-lines.ts";
import { deliver, type ImportWorld, importedAt, importWorker, importWorld } from "../import-world.ts";
import { otherFile, rowOf } from "../other-files.ts";
import { changed, fileOf, numbered, sampleRows } from "../sample-file.ts";

beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const [measured, commercial, , , assigned] = sampleRows;
const other = { propietario: "PERSONA DE PRUEBA NUEVA", nro_doc: "00000009" };
const november = { periodo: "2026-11", correlativo: "00046001" };
const decided = { as: "import", by: "staff-1", name: "FACTURADORA DE PRUEBA UNO", at: importedAt } as const;

/** A world where October is in, two rows a range. */
async function october(): Promise<ImportWorld> {
  const world = importWorld({ rowsPerRange: 2 });
  await world.import(fileOf(sampleRows), { importId: "i0" });
  return world;
}

const asking = { importId: "i1", asksFirst: true } as const;

describe("an import that asks first", () => {
  it.each<[string, string, "receipts" | "register"]>([
    ["a receipt of the next month", fileOf([changed(measured, { ...november, ...other })]), "receipts"],
    ["the same receipt again", fileOf([changed(measured, other)]), "receipts"],
    ["a row of the register", otherFile("register", [rowOf("register", other)]), "register"],
  ])("waits, with nothing stored, where %s names another holder", async (_, file, kind) => {
    const world = await october();
    const { writes } = world.table;
    expect(await world.import(file, { ...asking, kind })).toMatchObject({
      state: "scanning",
      previewedAt: importedAt,
      holderRows: 1,
      holders: [
        {
          supplyCode: "00012345",
          before: "CLIENTE DE PRUEBA UNO (00000001)",
          after: "PERSONA DE PRUEBA NUEVA (00000009)",
        },
      ],
    });
    expect(world.table.writes).toBe(writes);
  });

  it.each<[string, string, "receipts" | "register"]>([
    ["no holder", fileOf([changed(measured, november), numbered(1)]), "receipts"],
    [
      "only how a holder's name is spelled",
      fileOf([changed(measured, { propietario: "CLIENTE D PRUEBA UNO" })]),
      "receipts",
    ],
    [
      "the holder of a month before the last",
      fileOf([changed(measured, { periodo: "2026-09", ...other })]),
      "receipts",
    ],
    [
      "the holder of a day before the last receipt",
      otherFile("register", [rowOf("register", { ...other, fecha_actualizacion: "2026-10-01" })]),
      "register",
    ],
    ["what was never in", fileOf([numbered(1, other)]), "receipts"],
  ])("goes on by itself where the file changes %s", async (_, file, kind) => {
    const world = await october();
    expect(await world.import(file, { ...asking, kind })).toMatchObject({
      state: "done",
      holderRows: 0,
      accepted: expect.any(Number),
    });
  });

  it("shows the first 20 changes in the order of the file, and counts them all", async () => {
    const world = importWorld({ rowsPerRange: 7 });
    const rows = Array.from({ length: 30 }, (_, at) => numbered(at));
    await world.import(fileOf(rows), { importId: "i0" });
    const record = await world.import(fileOf(rows.map((row) => changed(row, other))), asking);
    expect(record.holderRows).toBe(30);
    expect(record.holders?.map(({ supplyCode }) => supplyCode)).toEqual(
      Array.from({ length: 20 }, (_, at) => String(50_000 + at).padStart(8, "0")),
    );
  });

  it("is stored once somebody decided, also when it is asked twice", async () => {
    const world = await october();
    await world.import(fileOf([changed(measured, other), commercial, assigned]), asking);
    expect(await world.register.decide("i1", decided, "")).toBe(true);
    for (const _ of [1, 2]) await world.importer.work.send("i1", "previewing", 1);
    await world.run();
    expect(await world.register.find("i1")).toMatchObject({ state: "done", accepted: 1, unchanged: 2, decided });
    expect((await world.reader.lastMonths("00012345", 1))[0]?.receipt.holderName).toBe(other.propietario);
  });

  it("stores nothing once it was discarded", async () => {
    const world = await october();
    await world.import(fileOf([changed(measured, other)]), asking);
    const { writes } = world.table;
    await world.register.decide("i1", { ...decided, as: "discard" }, "Se descartó.");
    await world.importer.work.send("i1", "previewing", 1);
    await world.run();
    expect(await world.register.find("i1")).toMatchObject({ state: "refused", failure: "Se descartó." });
    expect(world.table.writes).toBe(writes);
  });

  describe("by a worker that is killed", () => {
    async function survived(death?: Death) {
      const world = await october();
      await world.arrive(fileOf([changed(measured, other), commercial, assigned]), asking);
      const life = mortal(death);
      const { register, files, reports, work, ledger, receiptReader } = world.importer;
      const [dying, alive] = [
        importWorker({
          ...world.importer,
          register: life.wrap(register),
          files: life.wrap(files),
          reports: life.wrap(reports),
          work: life.wrap(work),
          ledger: life.wrap(ledger),
          receiptReader: life.wrap(receiptReader),
        }),
        importWorker(world.importer),
      ];
      let died = false;
      const run = async () => {
        while (world.queue.length > 0) {
          const failed = await deliver(died ? alive : dying, [world.queue.shift() ?? ""]);
          died ||= failed.length > 0;
          world.queue.push(...failed);
        }
      };
      await run();
      const waited = await world.register.find("i1");
      await register.decide("i1", decided, "");
      await work.send("i1", "previewing", 1);
      await run();
      return { waited, state: await world.state(), calls: life.calls };
    }

    it("ends the same before or after any of its calls", async () => {
      const { calls, ...expected } = await survived();
      expect(expected.waited).toMatchObject({ state: "scanning", holderRows: 1 });
      expect(calls).toBeGreaterThan(30);
      for (let nth = 1; nth <= calls; nth += 1)
        for (const when of ["before", "after"] as const)
          expect(await survived({ nth, when }), `${when} call ${nth}`).toMatchObject(expected);
    });
  });
});

it("an import that does not ask first changes holders by itself, as a job at night does", async () => {
  const world = await october();
  const record = await world.import(fileOf([changed(measured, other)]), { importId: "i1" });
  expect(record).toMatchObject({ state: "done", accepted: 1 });
});

it("an import keeps the commonest reasons for which rows are refused, with the first line of each", async () => {
  const rows = [
    changed(measured, { imp_agua: "x", ubigeo: "1" }),
    changed(commercial, { imp_agua: "y" }),
    measured,
    assigned.slice(0, 30),
  ];
  const { refusedRows, refusedFor } = await importWorld().import(fileOf(rows));
  expect(refusedRows).toBe(3);
  expect(refusedFor).toEqual([
    { reason: "imp_agua no es un importe con punto decimal y sin separador de miles", rows: 2, line: 2 },
    { reason: "ubigeo no tiene la forma de este código", rows: 1, line: 2 },
    { reason: "la fila no tiene tantas celdas como la cabecera", rows: 1, line: 5 },
  ]);
});
