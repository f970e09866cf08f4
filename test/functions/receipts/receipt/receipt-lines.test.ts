import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { lookUpReceipt } from "../../../../shared/contract/receipt/receipt-routes.ts";
import { lineCells } from "../../../shared/storage/billing/billed-rows.ts";
import { call } from "../../api-call.ts";
import { changed, sampleRows } from "../../import-receipts/sample-file.ts";
import { captureLog } from "../../log-lines.ts";
import { type ReceiptWorld, receiptWorld } from "../receipt-world.ts";

/** The first receipt of the sample with 12.30 of services and 5.00 of credit. */
const receipt = changed(sampleRows[0], {
  imp_otros: "12.30",
  subtotal: "54.84",
  igv: "9.87",
  total_mes: "64.71",
  saldo_a_favor: "5.00",
  total_pagar: "59.71",
});
const reopened = lineCells({ order: 8, label: "REAPERTURA", amount: "10.00" });
const reminded = lineCells({ order: 9, label: "AVISO", amount: "2.30" });
const credited = lineCells({ order: 10, concept: "NOTA_CREDITO", label: "NOTA", amount: "-5.00", taxed: "N" });

let world: ReceiptWorld;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T15:45:12.123Z") });
  captureLog();
  world = receiptWorld();
  await world.store([receipt]);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface Line {
  readonly part: string;
  readonly label: string;
  readonly amount: string;
}
async function linesShown(): Promise<readonly string[]> {
  const { body } = await call(world.handler, lookUpReceipt, {
    body: { supplyCode: "00012345", documentNumber: "00000001" },
  });
  return body.receipt.lines.map(({ part, label, amount }: Line) => `${part} ${label} ${amount}`);
}
const used = [
  "waterAmount 0-8 11.68",
  "waterAmount 8-16 13.04",
  "waterAmount >16 5.20",
  "sewerAmount 0-8 3.36",
  "sewerAmount 8-16 3.68",
  "sewerAmount >16 1.48",
  "fixedCharge  4.10",
];

describe("the lines of a receipt", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["none delivered: those of the price list", [], used],
    [
      "services and a credit note that add up: each by its name",
      [reopened, reminded, credited],
      [...used, "otherTaxed REAPERTURA 10.00", "otherTaxed AVISO 2.30", "credit NOTA -5.00"],
    ],
    ["services cut short: the lump stands", [reopened, credited], [...used, "credit NOTA -5.00"]],
    [
      "a credit note of another amount: the lump stands",
      [lineCells({ concept: "NOTA_CREDITO", amount: "-4.00", taxed: "N" })],
      used,
    ],
    [
      "a taxed credit note is taken off the services",
      [
        lineCells({ order: 8, amount: "14.30" }),
        lineCells({ order: 9, concept: "NOTA_CREDITO", label: "NOTA", amount: "-2.00" }),
      ],
      [...used, "otherTaxed REAPERTURA 14.30", "otherTaxed NOTA -2.00"],
    ],
    [
      "water in the utility's own words, if it adds up",
      [lineCells({ concept: "AGUA", label: "AGUA", amount: "29.92" })],
      ["waterAmount AGUA 29.92", ...used.slice(3)],
    ],
    ["a tax line is no part of the detail", [lineCells({ concept: "IGV", amount: "9.87", taxed: "N" })], used],
  ])("%s", async (_, delivered, shown) => {
    await world.storeOf("lines", delivered);
    expect(await linesShown()).toEqual(shown);
  });

  it("of a receipt with nothing besides its use are those of the price list", async () => {
    world = receiptWorld();
    await world.store([sampleRows[0]]);
    await world.storeOf("lines", [lineCells({ concept: "AGUA", label: "AGUA", amount: "29.92" })]);
    expect(await linesShown()).toEqual(used);
  });

  it("of another receipt are not shown", async () => {
    await world.storeOf("lines", [lineCells({ number: 45_002, amount: "12.30" })]);
    expect(await linesShown()).toEqual(used);
  });
});
