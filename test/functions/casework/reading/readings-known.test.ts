import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { readings } from "../../../../functions/visits-and-hearings/reading/readings.ts";
import { type BilledMonth, receiptRow } from "../../../../local/seed/receipt-row.ts";
import { takeControl } from "../../../../shared/casework/reading/atypical-readings.ts";
import { recordReading, showReading } from "../../../../shared/contract/reading/reading-routes.ts";
import { receiptColumns } from "../../../../shared/domain/billing/receipt-file.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { billedMonth, ledgerRow } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, handlerOf, staff } from "../../api-call.ts";
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

const other = "00054321";
/** The row of a month of another supply, as it was read. */
const month = (period: string, more: Partial<BilledMonth> = {}): string =>
  receiptRow({
    ...billedMonth({ supplyCode: other, period, number: Number(period.replace("-", "")), m3: 15, average: 15 }),
    ...more,
  });
/** The row of a month billed at the average though 65 m³ were read. */
const averaged = (period: string): string => {
  const { input } = billedMonth({ m3: 15 });
  const cells = month(period, { input: { ...input, billingType: "P" } }).split(";");
  return cells.with(receiptColumns.indexOf("consumo_leido_m3"), "65").join(";");
};
const bill = async (...rows: readonly string[]): Promise<void> => {
  const ledger = openReceiptLedger(world.billing);
  for (const row of rows) await ledger.store(ledgerRow("receipts", row), "i1", undefined);
};
const bring = (supplyCode = "00012345", m3 = 65) =>
  takeControl(
    { ...world, foundReadings: world.atypicalReadings },
    {
      ...{ branchCode: "01", supplyCode, period: "2026-11", billedBy: "L" },
      found: { readOn: "2026-11-20", reading: 1299, m3, issueOn: "2026-11-30" },
    },
    "2026-11-23T14:00:00.000Z",
  );
const show = async (supplyCode = "00012345") =>
  (await call(handler, showReading, { claims: staff("manager"), params: { readingId: `${supplyCode}-2026-11` } })).body;
const act = async (said: object, version: number, supplyCode = "00012345") =>
  (
    await call(handler, recordReading, {
      ...{ claims: staff("billing"), params: { readingId: `${supplyCode}-2026-11` }, version, body: { act: said } },
    })
  ).body;
const visited = async (leak: string, supplyCode: string) => {
  await act(
    {
      ...{ type: "notified", noticeOn: "2026-11-23", noticeAt: "09:30", means: "PERSONAL" },
      ...{ visitOn: "2026-11-25", from: "10:00", to: "12:00" },
    },
    1,
    supplyCode,
  );
  on("2026-11-25T16:00:00.000Z");
  const made = { visitedOn: "2026-11-25", from: "10:15", to: "10:40", outcome: "REALIZADA", leak };
  return act({ type: "visited", ...made }, 2, supplyCode);
};

describe("the average of an atypical reading", () => {
  it("is the one printed on the last receipt where no month counts, which bills nothing", async () => {
    await bill(month("2026-10"));
    await bring(other);
    const shown = await show(other);
    expect(shown).toMatchObject({ averageM3: 15, averagePrinted: true });
    expect(shown.explanation[0]).toContain("No hay promedio histórico válido: el del último recibo es 15 m³");
    const { explanation } = await visited("NINGUNA", other);
    expect(explanation.at(-1)).toContain(
      "Se factura por la asignación de consumo, porque no hay promedio histórico válido.",
    );
  });

  it("leaves out the months under claim from the day of the claim", async () => {
    await bring();
    expect((await show()).averageM3).toBe(30);
    await world.fileOne("2026-11-23T15:00:00.000Z");
    // September alone counts, and no average is printed: the reading cannot be judged by what is known today.
    const shown = await show();
    expect(shown.explanation[1]).toContain("Con los recibos y reclamos de hoy ya no es atípica");
    const again = { type: "reread", readOn: "2026-11-23", reading: 1299, m3: 65, reason: "Se leyó otra vez." };
    const closed = await act(again, 1);
    expect(closed).toMatchObject({ state: "closed", result: "corrected" });
    expect(closed.explanation).toHaveLength(2);
  });

  it("is said beside the claim that is about this very month", async () => {
    await bring();
    const { receipt } = world;
    const { file } = await world.fileOne("2026-11-23T15:00:00.000Z", {
      receipts: [{ ...receipt, receipt: { ...receipt.receipt, period: "2026-11" } }],
    });
    expect((await show()).explanation.at(-1)).toBe(
      `Este mes está en el reclamo ${file.head.code}: vale lo que se decida allí.`,
    );
  });
});

describe("the average that the law allows twice in a row, and once in twelve months", () => {
  const before = ["2026-04", "2026-05", "2026-06", "2026-07"].map((period) => month(period));
  it.each([
    ["is free", [month("2026-10")], "cabe una vez más"],
    ["was used for the month before", [averaged("2026-10")], "va por la diferencia de lecturas"],
    ["was used for the two months before", [averaged("2026-09"), averaged("2026-10")], "Ya no cabe el promedio"],
    ["was used for another leak of this year", [averaged("2026-08"), month("2026-10")], "hace menos de 12 meses"],
  ])("says so where it %s", async (_what, months, words) => {
    await bill(...before, ...months);
    await bring(other);
    expect((await visited("NINGUNA", other)).explanation.at(-1)).toContain(words);
  });
});
