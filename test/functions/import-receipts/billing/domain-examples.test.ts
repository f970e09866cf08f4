import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { formatCents } from "../../../../shared/domain/receipt/money.ts";
import { amountFields } from "../../../shared/domain/receipt/receipt-examples.ts";
import { captureLog } from "../../log-lines.ts";
import { importWorld } from "../import-world.ts";
import { changed, fileOf, type ReceiptColumn, sampleRows } from "../sample-file.ts";

beforeEach(() => {
  captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

const [measured] = sampleRows;

describe("the domain's worked examples, imported and read back", () => {
  it.each([
    ["00012345", "29.92 8.52 4.10 0.00 42.54 7.66 50.20 0.00 0.00 0.00 0.00 0.00 50.20", "1: 18 m³ measured"],
    ["00012346", "229.35 65.10 4.10 0.00 298.55 53.74 352.29 0.00 0.00 0.00 0.00 0.00 352.29", "2: a shop, 45 m³"],
    ["00012347", "23.09 6.58 4.10 0.00 33.77 6.08 39.85 0.42 12.50 47.46 5.00 0.00 95.23", "3: an average, and debt"],
    ["00012348", "144.32 41.08 4.10 0.00 189.50 34.11 223.61 0.00 0.00 0.00 0.00 0.00 223.61", "4: a leak, 62 m³"],
    ["00012349", "32.80 10.00 4.10 0.00 46.90 8.44 55.34 0.00 0.00 0.00 0.00 0.00 55.34", "5: assigned, subsidised"],
  ])("%s: %s (%s)", async (supplyCode, expected) => {
    const world = importWorld();
    await world.import(fileOf(sampleRows));
    const found = await world.reader.lastMonths(supplyCode, 13);
    expect(found.map(({ receipt }) => amountFields.map((field) => formatCents(receipt[field])).join(" "))).toEqual([
      expected,
    ]);
  });

  it("reads the five rows without a remark", async () => {
    expect(await importWorld().import(fileOf(sampleRows))).toMatchObject({ accepted: 5, refused: 0, warned: 0 });
  });

  /** The same 18 m³ under the list before: 26.06 of water. */
  const byTheListBefore: Partial<Record<ReceiptColumn, string>> = {
    periodo: "2024-10",
    fecha_emision: "2024-10-31",
    fecha_vencimiento: "2024-11-16",
    fecha_corte: "2024-11-23",
    imp_agua: "26.06",
    imp_alcantarillado: "7.39",
    subtotal: "37.55",
    igv: "6.76",
    total_mes: "44.31",
    total_pagar: "44.31",
    cod_tarifa: "HUARAL-2024-A0",
  };

  it.each<[Partial<Record<ReceiptColumn, string>>, "accepted" | "refused", string]>([
    [byTheListBefore, "accepted", "it is right under the list it names"],
    [{ ...byTheListBefore, cod_tarifa: "HUARAL-2025-A1" }, "refused", "and wrong under the one after"],
    [{ cod_tarifa: "HUARAL-2024-A0" }, "refused", "as the later amountFields are under the list before"],
  ])("a receipt is judged by the list it names: %j is %s (%s)", async (cells, outcome) => {
    const record = await importWorld().import(fileOf([changed(measured, cells)]));
    expect(record).toMatchObject({ accepted: 0, refused: 0, [outcome]: 1 });
  });

  it("keeps supply codes and UBIGEO as they are written", async () => {
    const world = importWorld();
    await world.import(fileOf([changed(measured, { ubigeo: "010101" })]));
    const [found] = await world.reader.lastMonths("00012345", 13);
    expect(found?.receipt).toMatchObject({ supplyCode: "00012345", ubigeo: "010101", number: "00045001" });
    expect(await world.reader.lastMonths("12345", 13)).toEqual([]);
  });
});
