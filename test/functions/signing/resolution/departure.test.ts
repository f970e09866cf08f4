import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { issueResolution } from "../../../../shared/contract/resolution/signing-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";
import { billedMonth, ledgerRow } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { drafting, resolver, type SigningWorld, signingWorld } from "../signing-world.ts";

let local: TestTables;
let world: SigningWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(drafting) });
  world = await signingWorld(local);
  // October's 45 m³ are over double the average of two months of 15, and over two assignments of 20; no leak was found.
  const ledger = openReceiptLedger(world.billing);
  const august = receiptRow(billedMonth({ period: "2026-08", number: 43_001, m3: 15 }));
  await ledger.store(ledgerRow("receipts", august), "i1", undefined);
  const seen = "2026-10-21;09:00;PERSONAL;CLIENTE DE PRUEBA UNO;2026-10-23;09:00-11:00;REALIZADA;NINGUNA;470;L";
  await ledger.store(ledgerRow("controls", `01;00012345;2026-10;${seen}`), "i1", undefined);
});
afterEach(() => void vi.useRealTimers());

/** Sends to signature a draft that decides October so, with what is missing dispensed by another. */
async function sent(month: { readonly correctedM3?: number; readonly departure?: string }) {
  const claimId = await world.heard();
  await world.draft(claimId, {
    ...(month.correctedM3 !== undefined && { outcome: "upheld", decision: "Se corrige el recibo." }),
    months: [{ receiptNumber: "S001-00045001", ...month }],
  });
  return { claimId, ...(await world.as(resolver, issueResolution, claimId, { body: {} })) };
}

it.each([
  ["as it was billed", {}],
  ["at another volume", { correctedM3: 20 }],
  ["with a reason of blanks", { departure: "   " }],
])("an atypical month without a leak is not left %s", async (_, month) => {
  const { status, body } = await sent(month);
  expect([status, body.type]).toEqual([409, "urn:caudal:not-now"]);
  expect(body.detail).toBe(
    "En octubre de 2026 el consumo fue atípico y no consta que hubiera una fuga: la regla lo deja en 15 m³. Si se aparta, escriba el motivo.",
  );
});

it("is left as it was billed with a written reason, which its document says", async () => {
  const { claimId, status, body } = await sent({ departure: "Se llenó una piscina." });
  expect(status, JSON.stringify(body)).toBe(200);
  const issued = lastEntry((await world.file(claimId)).events, "resolution-issued");
  expect(issued?.details.months).toMatchObject([{ period: "2026-10", departure: "Se llenó una piscina." }]);
  const text = readPdf(world.documents.kept.get(body.documentId) ?? new Uint8Array()).text.replaceAll("\n", " ");
  expect(text).toContain("quien resuelve se aparta de la regla por este motivo: Se llenó una piscina.");
});

it("needs no reason where it is left at what the rule gives", async () => {
  const { claimId, status } = await sent({ correctedM3: 15 });
  expect(status).toBe(200);
  const issued = lastEntry((await world.file(claimId)).events, "resolution-issued");
  expect(issued?.details.months[0]).not.toHaveProperty("departure");
});
