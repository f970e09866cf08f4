import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { printReceipt as operation } from "../../../../functions/receipt-copies/print-receipt.ts";
import { type ApiHandler, api } from "../../../../functions/runtime/api.ts";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { receiptLetter, tenant } from "../../../../settings.ts";
import { sha256Of } from "../../../../shared/casework/seal/issue-document.ts";
import * as receiptCopyRoutes from "../../../../shared/contract/receipt/receipt-copy-routes.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { heldKeyOf } from "../../../../shared/storage/billing/billing-keys.ts";
import type { ReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import type { PrintedDocument } from "../../../../shared/storage/seal/verification-index.ts";
import { type MemoryTable, memoryTable } from "../../../doubles/memory-table.ts";
import { type LedgerItem, memoryReceiptLedger } from "../../../doubles/receipt-ledger.ts";
import { memoryReceiptReader, noteStanding } from "../../../doubles/receipt-reader.ts";
import { memorySupplyLinks } from "../../../doubles/supply-links.ts";
import { pdfRenderer } from "../../../shared/documents/document-examples.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { billedMonth, ledgerRow } from "../../../shared/storage/billing/billed-rows.ts";
import { call, customer, originKey } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";

const { printReceipt } = receiptCopyRoutes;
const ana = customer("ana");
const number = "S001-00045001";

const noted: PrintedDocument[] = [];
let table: MemoryTable<LedgerItem>;
let handler: ApiHandler;
let linkId: string;
/** A link by a number and a total, made before receipts had keys. */
let oldLinkId: string;
let ledger: ReceiptLedger;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-24T15:45:12.123Z") });
  captureLog();
  table = memoryTable<LedgerItem>();
  ledger = memoryReceiptLedger(table);
  for (const month of [
    billedMonth({ period: "2026-09", number: 44_001, m3: 15 }),
    billedMonth({ m3: 45, printedKey: "K7M492QP" }),
  ])
    await ledger.store(ledgerRow("receipts", receiptRow(month)), "i1", undefined);
  const supplyLinks = memorySupplyLinks();
  const deps = {
    tenantAt: async () => tenant,
    receiptLetter,
    receiptReader: memoryReceiptReader(table),
    supplyLinks,
    pdfRenderer,
    printedDocuments: { note: async (attachment: PrintedDocument) => void noted.push(attachment) },
    siteAddress: "https://example.pe",
  };
  noted.length = 0;
  handler = api(receiptCopyRoutes, { printReceipt: operation(deps) }, { originKey });
  const linkedAt = "2026-11-24T15:45:12.123Z";
  linkId = (await supplyLinks.link("ana", "00012345", linkedAt, "receipt", undefined, true)).linkId;
  oldLinkId = (await supplyLinks.link("eva", "00012345", linkedAt)).linkId;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const printed = (claims = ana, params = { linkId, period: "2026-10" }) =>
  call(handler, printReceipt, { claims, params });
const wordsOf = (body: { pdf: string }) => readPdf(Buffer.from(body.pdf, "base64")).text.replaceAll("\n", " ");

describe("a receipt as a PDF", () => {
  it("is the receipt, with its twelve months and the last day to claim", async () => {
    const { status, body } = await printed();
    expect(status).toBe(200);
    expect(body.fileName).toBe(`recibo-${number}.pdf`);
    expect(body.sha256).toBe(sha256Of(Buffer.from(body.pdf, "base64")));
    const text = wordsOf(body);
    for (const words of [`Recibo N.° ${number}`, "CLIENTE DE PRUEBA UNO", "Agua potable 0-8", "DATOS DE PRUEBA"])
      expect(text).toContain(words);
    expect(text).toContain("setiembre de 202615");
    expect(text).toContain("reclamar hasta el");
    expect(text).not.toContain("En reclamo");
    expect(text).not.toContain("estimado");
  });

  it.each([
    ["no hay lectura del medidor y se cobran 22 m³ por promedio", "P"],
    ["el medidor marcó 40 m³, pero se cobran 22 m³ por promedio", "P", 40],
    ["no hay lectura del medidor y se cobran 22 m³ por asignación", "A"],
  ] as const)("says first that it is an estimate: %s", async (why, billingType, read = undefined) => {
    const month = billedMonth({ number: 45_002, ...(read !== undefined && { read }) });
    const estimated = { ...month, input: { ...month.input, billingType, billedM3: 22 } };
    await ledger.store(ledgerRow("receipts", receiptRow(estimated)), "i2", undefined);
    const words = `En este recibo el consumo es estimado: ${why}. Si crees que está mal, puedes reclamar: abajo dice cómo.`;
    expect(wordsOf((await printed()).body)).toMatch(new RegExp(`${words}.*Titular`));
  });

  it("bears name, address and key for who gave the key, and says what is missing to who once gave number and total", async () => {
    const named = wordsOf((await printed()).body);
    const nameless = wordsOf((await printed(customer("eva"), { linkId: oldLinkId, period: "2026-10" })).body);
    const personal = ["CLIENTE DE PRUEBA UNO", "CALLE FICTICIA 101", "K7M4-92QP"];
    expect(personal.map((words) => [named.includes(words), nameless.includes(words)])).toEqual(
      personal.map(() => [true, false]),
    );
    expect(nameless).toContain("no dice el titular ni la dirección");
    expect(named).not.toContain("no dice el titular");
  });

  it("bears a code, noted with its hash, and no personal data; the same in the same minute is the same document", async () => {
    const { body } = await printed();
    vi.setSystemTime(new Date("2026-11-24T15:45:58.000Z"));
    expect((await printed()).body.sha256).toBe(body.sha256);
    const [first, again] = noted;
    expect(again).toEqual(first);
    expect(first).toEqual({
      kind: "receipt",
      number,
      sha256: body.sha256,
      printedAt: "2026-11-24T15:45:00.000Z",
      verificationCode: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/),
    });
    expect(wordsOf(body)).toContain(`escribe ${first?.verificationCode}`);
    vi.setSystemTime(new Date("2026-11-24T15:46:00.000Z"));
    await printed();
    expect(noted[2]?.verificationCode).not.toBe(first?.verificationCode);
  });

  it("is the same bytes at the same instant", async () => {
    const [first, second] = [await printed(), await printed()];
    expect(second.body.sha256).toBe(first.body.sha256);
  });

  it("shows what a claim of the receipt holds apart, and no other month's", async () => {
    const isApart = async () => wordsOf((await printed()).body).includes("Está en reclamoS/ 156.61");
    const hold = (of: string) => noteStanding(table, heldKeyOf("00012345", "c1"), { held: [of], corrected: [] });
    hold("S001-00044001");
    expect(await isApart()).toBe(false);
    hold(number);
    expect(await isApart()).toBe(true);
  });

  it("shows what can be paid beside a claim of a part: of the sewer alone, all the rest", async () => {
    noteStanding(table, heldKeyOf("00012345", "c1"), { held: [number], disputed: ["ALCANTARILLADO"], corrected: [] });
    expect(wordsOf((await printed()).body)).toMatch(/Está en reclamoS\/\s33\.63 Puedes pagar ahoraS\/\s122\.98/);
  });

  it("shows what a claim left it at after what it was issued for", async () => {
    const correction = { m3: 9, amount: cents(4_512), from: calendarDay("2026-11-24") };
    noteStanding(table, heldKeyOf("00012345", "c1"), {
      held: [],
      corrected: [{ receiptNumber: number, ...correction }],
    });
    const words = wordsOf((await printed()).body);
    expect(words).toContain("TOTAL COMO SE EMITIÓ");
    expect(words).toMatch(
      /Corregido por un reclamo.*Total del mesS\/\s45\.12 TOTAL A PAGARS\/\s45\.12 Se paga desde el24\/11\/2026/,
    );
    expect(words).not.toContain("Vence el");
  });

  it("is nobody's who did not link the supply, and of no month that was not billed", async () => {
    expect((await printed(customer("eva"))).status).toBe(404);
    expect((await printed(ana, { linkId: "another", period: "2026-10" })).status).toBe(404);
    expect((await printed(ana, { linkId, period: "2020-01" })).status).toBe(404);
  });

  it("is nobody's any more whose link was made with another holder", async () => {
    const holder = { holder: "OTRA PERSONA INVENTADA", document: { type: "1", number: "40000002" } };
    const november = billedMonth({ ...holder, period: "2026-11", number: 46_001, m3: 20 });
    await ledger.store(ledgerRow("receipts", receiptRow(november)), "i2", undefined);
    expect((await printed()).status).toBe(404);
    expect((await printed(ana, { linkId, period: "2026-11" })).status).toBe(404);
    expect(noted).toEqual([]);
  });
});
