import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { santaMonicaFile } from "../../local/seed/santa-monica.ts";
import { tenant } from "../../settings.ts";
import { importWorld } from "../functions/import-receipts/import-world.ts";
import { captureLog } from "../functions/log-lines.ts";
import { explainAll } from "./explained-world.ts";

describe("the real bills of Santa Monica", () => {
  const world = importWorld();
  const file = santaMonicaFile(tenant.billing.tariffLists.value);

  beforeAll(async () => {
    captureLog();
    await world.import(file);
  }, 60_000);
  afterAll(() => {
    vi.restoreAllMocks();
  });

  it("are all accounted for: 21,405 rows, of which none is refused", async () => {
    expect(await world.register.find("i1")).toMatchObject({
      state: "done",
      rows: 21_405,
      ranges: 22,
      accepted: 19_419,
      unchanged: 0,
      repeatedCopies: 205,
      repeatedOther: 1_781,
      superseded: 0,
      warned: 0,
      refused: 0,
    });
    expect(world.table.writes).toBe(19_419);
    expect(world.report("i1")).toHaveLength(1 + 205 + 1_781);
  });

  it("say in the report which line counts instead, a lower one with the same key", () => {
    const rows = file.split("\n");
    const keyOf = (line: number) => [1, 15, 16, 17].map((at) => rows[line - 1]?.split(";")[at]).join(" ");
    for (const row of world.report("i1").slice(1)) {
      const [, line = "", outcome = "", of = ""] = /^(\d+);repetida: ([^;]+);cuenta la línea (\d+);/.exec(row) ?? [];
      expect(Number(of)).toBeLessThan(Number(line));
      expect(keyOf(Number(of))).toBe(keyOf(Number(line)));
      if (outcome === "misma clave, otro contenido") expect(rows[Number(of) - 1]).not.toBe(rows[Number(line) - 1]);
    }
  });

  it("change nothing when they come again", async () => {
    const record = await world.import(file, { importId: "i2" });
    expect(record).toMatchObject({
      state: "done",
      accepted: 0,
      unchanged: 19_419,
      repeatedCopies: 205,
      repeatedOther: 1_781,
      refused: 0,
    });
    expect(world.table.writes).toBe(19_419);
  });

  it("are each explained to the céntimo from the one before", async () => {
    const { explained, offSum } = await explainAll(world);
    expect(offSum).toEqual([]);
    const supplies = new Set(world.table.all().map(([pk]) => pk)).size;
    expect(explained).toBe(19_419 - supplies);
  });
});
