import { afterEach, beforeEach, vi } from "vitest";
import { receiptRow } from "../../../local/seed/receipt-row.ts";
import { lookUpReceipt, lookUpReceiptSignedIn } from "../../../shared/contract/receipt/receipt-routes.ts";
import { receiptColumns } from "../../../shared/domain/billing/receipt-file.ts";
import { billedMonth } from "../../shared/storage/billing/billed-rows.ts";
import { type ApiAnswer, call, customer, originKey } from "../api-call.ts";
import { changed, sampleRows } from "../import-receipts/sample-file.ts";
import { captureLog, type LogLine } from "../log-lines.ts";
import { type ReceiptWorld, receiptWorld } from "./receipt-world.ts";

export const now = "2026-11-24T15:45:12.123Z";
export let lines: () => readonly LogLine[];
export let world: ReceiptWorld;
const [measured] = sampleRows;
export const [, , averaged, leak] = sampleRows;

/** The month before of the first supply. */
const september = changed(measured, {
  periodo: "2026-09",
  correlativo: "00044001",
  fecha_emision: "2026-09-30",
  fecha_vencimiento: "2026-10-16",
  fecha_corte: "2026-10-23",
  nro_doc: "00000099",
});

export const supplyCode = "00012345";
export const receiptNumber = "S001-00045001";
export const total = "50.20";
export const lookUp = (body: unknown): Promise<ApiAnswer> => call(world.handler, lookUpReceipt, { body });
export const wrong = { supplyCode, receiptNumber: "S001-00000001", total };

/** Supplies side by side, with numbers in step; every tenth used the same. */
export const street = (of: number): readonly string[] =>
  Array.from({ length: of }, (_, at) =>
    receiptRow(
      billedMonth({
        supplyCode: String(20_000 + at).padStart(8, "0"),
        number: 60_000 + at,
        m3: at % 10 === 3 ? 5 : 10 + at,
        document: { type: "1", number: String(70_000_000 + at * 37) },
      }),
    ),
  );

const totals = street(300).map((row) => row.split(";")[receiptColumns.indexOf("total_pagar")] ?? "");
export const ordinary = totals[3] ?? "";
export const attachmentOf = (at: number, amount = totals[at]) => ({
  supplyCode: String(20_000 + at),
  receiptNumber: `S001-${60_000 + at}`,
  total: amount,
});

export const fromAddress = (address: string, body: unknown): Promise<ApiAnswer> =>
  call(world.handler, lookUpReceipt, {
    body,
    headers: { "x-origin-key": originKey, "x-viewer-address": address, "x-forwarded-for": `${Math.random()}` },
  });

export const signedIn = (sub: string, body: unknown): Promise<ApiAnswer> =>
  call(world.handler, lookUpReceiptSignedIn, { claims: customer(sub), body });

/** A look-up of its own for each test of a file, at an hour that stands still. */
export function openLookUps(): void {
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
    lines = captureLog();
    world = receiptWorld();
    await world.store([...sampleRows, september]);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}
