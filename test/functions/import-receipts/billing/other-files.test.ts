import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Importer } from "../../../../functions/import-receipts/importer.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { openReceiptReader } from "../../../../shared/storage/billing/receipt-reader.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { type ServedTables, servedTables } from "../../../shared/storage/served-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { deliver, type ImportWorld, importWorker, importWorld } from "../import-world.ts";
import { type OtherKind, otherFile, rowOf, rowsOf } from "../other-files.ts";
import { fileOf, sampleRows } from "../sample-file.ts";

beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const kinds: readonly OtherKind[] = ["lines", "register", "controls"];

describe("a row that is refused or deserves a look, and why", () => {
  it.each<[OtherKind, Record<string, string>, string, string]>([
    ["lines", { tarifa: "1,46" }, "rechazada", "tarifa no es un precio con punto decimal y hasta cuatro decimales"],
    ["lines", { importe: "12,30" }, "rechazada", "importe no es un importe con punto decimal y sin separador de miles"],
    ["lines", { cod_concepto: "OTROS" }, "rechazada", "cod_concepto no es uno de los valores que se conocen"],
    ["lines", { cod_concepto: "NOTA_CREDITO" }, "rechazada", "importe debe ser negativo o cero, porque se descuenta"],
    ["lines", { base_m3: "8", tarifa: "1.46" }, "observada", "importe no es la base por la tarifa (se esperaba 11.68)"],
    ["register", { ubigeo: "18010" }, "rechazada", "ubigeo no tiene la forma de este código"],
    ["register", { estado_agua: "" }, "rechazada", "estado_agua falta"],
    [
      "register",
      { fecha_actualizacion: "25/11/2026" },
      "rechazada",
      "fecha_actualizacion es un día que todavía no llega",
    ],
    ["register", { tipo_servicio: "A" }, "rechazada", "estado_alcantarillado no va con lo demás de la fila"],
    [
      "register",
      { fecha_actualizacion: "ayer" },
      "rechazada",
      "fecha_actualizacion no es una fecha (AAAA-MM-DD, DD/MM/AAAA o AAAAMMDD)",
    ],
    ["controls", { hora_aviso: "9h30" }, "rechazada", "hora_aviso no es una hora (HH:MM)"],
    [
      "controls",
      { franja_inspeccion: "8-10" },
      "rechazada",
      "franja_inspeccion no es una franja de horas (HH:MM-HH:MM)",
    ],
    ["controls", { resultado_inspeccion: "AUSENTE" }, "rechazada", "fuga no va con lo demás de la fila"],
    [
      "controls",
      { fecha_inspeccion: "22/10/2026" },
      "observada",
      "fecha_inspeccion no es posterior a la fecha que le precede",
    ],
  ])("%s with %j is %s: %s", async (kind, cells, outcome, reason) => {
    const world = importWorld();
    const record = await world.import(otherFile(kind, [rowOf(kind, cells)]), { kind });
    const isRefused = outcome === "rechazada";
    expect(record).toMatchObject({ state: "done", rows: 1, refused: Number(isRefused), warned: Number(!isRefused) });
    expect(world.report("i1")[1]?.split(";").slice(0, 3).join(";")).toBe(`2;${outcome};${reason}`);
    expect(world.table.writes).toBe(isRefused ? 0 : 1);
  });
});

describe("a control of file E", () => {
  const row = "01;12345;2026-11;;;;;;;;;;L";
  const header = otherFile("controls", []);
  const old = header.slice(0, header.indexOf(";fecha_lectura"));

  it("is taken in once stored, by the tenant's code of its supply, with the reading that it brings", async () => {
    const world = importWorld();
    const taken: unknown[] = [];
    const importer = { ...world.importer, takeControl: async (control: unknown) => void taken.push(control) };
    const bad = row.replace("12345", "");
    await world.arrive(otherFile("controls", [`${row};2026-11-20;1299;65;2026-11-30`, bad]), { kind: "controls" });
    await world.run(importWorker(importer));
    expect(taken).toEqual([
      expect.objectContaining({
        ...{ supplyCode: "00012345", period: "2026-11" },
        found: { readOn: "2026-11-20", reading: 1299, m3: 65, issueOn: "2026-11-30" },
      }),
    ]);
  });

  it("may come in a file without the columns of a reading, and is the same row then", async () => {
    const world = importWorld();
    const record = await world.import([old, row, ""].join("\n"), { kind: "controls" });
    expect(record).toMatchObject({ state: "done", accepted: 1, refused: 0 });
    const again = await world.import(otherFile("controls", [`${row};;;;`]), { kind: "controls", importId: "i2" });
    expect(again).toMatchObject({ state: "done", accepted: 0, unchanged: 1 });
  });

  it.each([
    [";1299;65;2026-11-30", "fecha_lectura falta"],
    ["2026-11-20;;;", "lectura_actual falta"],
    ["2026-11-20;1299;65;2026-11-20", "fecha_emision no es posterior a la fecha que le precede"],
  ])("is refused with a reading in part or a receipt before it: %s", async (cells, reason) => {
    const world = importWorld();
    const record = await world.import(otherFile("controls", [`${row};${cells}`]), { kind: "controls" });
    expect(record).toMatchObject({ state: "done", refused: 1 });
    expect(world.report("i1")[1]).toContain(reason);
  });
});

describe.each(kinds)("a file of %s", (kind) => {
  const file = (count: number, said: string) => otherFile(kind, rowsOf(kind, count, said));
  const again = (world: ImportWorld, text: string | Uint8Array, importId: string) =>
    world.import(text, { importId, kind });

  it("counts every row once: stored, copied, repeated or cut short", async () => {
    const [first = "", second = "", third = ""] = rowsOf(kind, 3, "UNO");
    const [other = ""] = rowsOf(kind, 1, "DOS");
    const rows = [first, second, first, other, third.slice(0, 20)];
    const record = await again(importWorld({ rowsPerRange: 2 }), otherFile(kind, rows), "i1");
    const counts = { accepted: 2, repeatedCopies: 1, repeatedOther: 1, refused: 1, unchanged: 0, superseded: 0 };
    expect(record).toMatchObject({ state: "done", rows: 5, ...counts });
  });

  it("may come in Windows-1252", async () => {
    const world = importWorld();
    await again(world, Buffer.from(file(2, "CAÑERÍA Ñ"), "latin1"), "i1");
    expect(world.table.all().map(([, , { row }]) => row.includes("CAÑERÍA Ñ"))).toEqual([true, true]);
  });

  it("with the header of another is refused whole", async () => {
    const world = importWorld();
    const record = await again(world, fileOf(sampleRows), "i1");
    expect(record).toMatchObject({ state: "refused" });
    expect(record.failure).toMatch(/^La cabecera tiene columnas que no se conocen: /);
    expect(world.table.writes).toBe(0);
  });

  it("does not say that the receipts are fresh", async () => {
    const world = importWorld();
    await again(world, file(1, "UNO"), "i1");
    expect(await world.lastLoad()).toBeUndefined();
  });

  describe("of a worker that is killed", () => {
    async function survived(death?: Death) {
      const world = importWorld({ rowsPerRange: 2 });
      await again(world, file(2, "UNO"), "i0");
      await world.arrive(file(5, "DOS"), { kind });
      const life = mortal(death);
      const dying = importWorker({ ...world.importer, ...wrapped(world.importer, life.wrap) });
      for (let died = false; !died && world.queue.length > 0; ) {
        const failed = await deliver(dying, [world.queue.shift() ?? ""]);
        died = failed.length > 0;
        world.queue.push(...failed);
      }
      await world.run();
      return { state: await world.state(), calls: life.calls };
    }

    it("before or after any of its calls, the end is the same", async () => {
      const { state: expected, calls } = await survived();
      expect(calls).toBeGreaterThan(20);
      for (let nth = 1; nth <= calls; nth += 1)
        for (const when of ["before", "after"] as const)
          expect((await survived({ nth, when })).state, `${when} call ${nth}`).toEqual(expected);
    });
  });
});

function wrapped(
  { register, files, reports, work, ledger, notes }: Importer,
  wrap: <Store extends object>(store: Store) => Store,
) {
  return {
    register: wrap(register),
    files: wrap(files),
    reports: wrap(reports),
    work: wrap(work),
    ledger: wrap(ledger),
    notes: wrap(notes),
  };
}

describe("the files on a table server", () => {
  let local: ServedTables;
  beforeAll(async () => {
    local = await servedTables();
  }, 60_000);
  afterAll(() => local.stop());

  /** A world whose rows stand in a table of its own, and all that stands there. */
  async function realWorld() {
    const billing = await local.table("billing");
    const { client, name } = billing;
    const keyOf = ({ pk, sk }: Record<string, unknown>) => `${pk} ${sk}`;
    return {
      ...importWorld({ rowsPerRange: 2, ledger: openReceiptLedger(billing) }),
      reader: openReceiptReader(billing),
      stored: async () => {
        const { Items = [] } = await client.send(new ScanCommand({ TableName: name }));
        return Items.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
      },
    };
  }
  const [before, after] = ["UNO", "DOS"] as const;

  it.each(kinds)("%s: the same file again changes nothing", async (kind) => {
    const world = await realWorld();
    const text = otherFile(kind, rowsOf(kind, 5, before));
    expect(await world.import(text, { importId: "i1", kind })).toMatchObject({ rows: 5, accepted: 5 });
    const stored = await world.stored();
    expect(await world.import(text, { importId: "i2", kind })).toMatchObject({ rows: 5, accepted: 0, unchanged: 5 });
    expect(await world.stored()).toEqual(stored);
  });

  it.each(kinds)("%s: files handled in either order end the same for who reads them", async (kind) => {
    const ends = await Promise.all(
      [
        [0, 1],
        [1, 0],
      ].map(async (order) => {
        const world = await realWorld();
        const files = [rowsOf(kind, 3, before), rowsOf(kind, 4, after)].map((rows) => otherFile(kind, rows));
        for (const at of order) await world.import(files[at] ?? "", { importId: `i${at + 1}`, kind });
        return (await world.stored()).filter(({ sk }) => !sk.startsWith("V#"));
      }),
    );
    expect(ends[0]).toHaveLength(4);
    expect(ends[1]).toEqual(ends[0]);
  });

  it.each(kinds)("%s: killed halfway, what is left is done by another", async (kind) => {
    const whole = await realWorld();
    const text = otherFile(kind, rowsOf(kind, 9, before));
    await whole.import(text, { kind });
    const world = await realWorld();
    await world.arrive(text, { kind });
    const life = mortal({ nth: 8, when: "after" });
    const dying = importWorker({ ...world.importer, ...wrapped(world.importer, life.wrap) });
    for (let died = false; !died && world.queue.length > 0; ) {
      const failed = await deliver(dying, [world.queue.shift() ?? ""]);
      died = failed.length > 0;
      world.queue.push(...failed);
    }
    expect((await world.stored()).length).toBeLessThan(9);
    await world.run();
    expect(await world.register.find("i1")).toMatchObject({ state: "done", rows: 9, accepted: 9 });
    expect(await world.stored()).toEqual(await whole.stored());
  });

  it("lines that came before their receipt wait for it", async () => {
    const world = await realWorld();
    await world.import(otherFile("lines", [rowOf("lines")]), { importId: "i1", kind: "lines" });
    expect(await world.reader.lastMonths("00012345", 1)).toEqual([]);
    await world.import(fileOf(sampleRows), { importId: "i2" });
    expect(await world.reader.lastMonths("00012345", 1)).toHaveLength(1);
    expect(await world.reader.linesOf("S001-00045001")).toMatchObject([
      { order: 1, conceptCode: "COLATERAL", amount: 1_230 },
    ]);
  });

  it("a register of an earlier day that comes later does not hide a newer one", async () => {
    const world = await realWorld();
    const rows = ["2026-11-03", "2026-10-05"].map((day) =>
      rowOf("register", { fecha_actualizacion: day, direccion: `CALLE FICTICIA ${day}` }),
    );
    for (const [at, row] of rows.entries())
      await world.import(otherFile("register", [row]), { importId: `i${at + 1}`, kind: "register" });
    expect((await world.reader.registeredOf("00012345"))?.address).toBe("CALLE FICTICIA 2026-11-03");
  });
});
