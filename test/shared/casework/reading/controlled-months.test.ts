import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { controlRow } from "../../../../local/seed/control-row.ts";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import type { NewClaim } from "../../../../shared/casework/filing/file-claim.ts";
import { controlledMonths } from "../../../../shared/casework/reading/controlled-months.ts";
import { consumptionMonths } from "../../../../shared/casework/receipt/consumption-months.ts";
import { evidenceOf, missingNames } from "../../../../shared/casework/resolution/evidence-checklist.ts";
import type { BillingControl } from "../../../../shared/domain/reading/control-file.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { billedMonth, ledgerRow } from "../../storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld } from "../case-world.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
});

const supplyCode = "00012345";
const control: BillingControl = {
  branchCode: "01",
  supplyCode,
  period: "2026-10",
  notice: { on: "2026-10-22", at: "09:30", means: "PERSONAL" },
  inspection: { on: "2026-10-25", hours: "08:00-10:00", outcome: "REALIZADA", leak: "VISIBLE" },
  billedBy: "L",
};

/** October's receipt with the average it was billed against, and what the control of it was. */
async function delivered(average: number, controls: readonly BillingControl[], m3 = 45): Promise<void> {
  const ledger = openReceiptLedger(world.billing);
  const october = receiptRow({ ...billedMonth({ period: "2026-10", number: 45_001, m3 }), average });
  const [standing] = await ledger.read([ledgerRow("receipts", october).key]);
  await ledger.store(ledgerRow("receipts", october), "i2", standing);
  for (const each of controls) await ledger.store(ledgerRow("controls", controlRow(each)), "i2", undefined);
}

/** The control among the evidence of a claim about October. */
async function evidence(replaced?: Partial<NewClaim>) {
  const at = await world.fileOne("2026-11-23T15:00:00.000Z", replaced);
  const receipts = await world.receiptReader.lastMonths(supplyCode, 24);
  const all = await evidenceOf(world, at, receipts, controlledMonths(await consumptionMonths(world, at, receipts)));
  return { found: all.find(({ item }) => item === "billing-control"), missing: missingNames(all) };
}

describe("the control before the bill, as evidence of consumo medido", () => {
  it("of an atypical month without a record was omitted, and is said so", async () => {
    await delivered(15, []);
    const { found, missing } = await evidence();
    expect(found).toMatchObject({ name: "Control antes de facturar (omitido)", status: "missing" });
    expect(found?.detail).toMatch(/^octubre de 2026: No consta el control/);
    expect(missing).toContain("Control antes de facturar (omitido)");
  });

  it("is there when it was made, with what it found", async () => {
    await delivered(15, [control]);
    const { found, missing } = await evidence();
    expect(found).toMatchObject({ name: "Control antes de facturar", status: "present" });
    expect(found?.detail).toContain("se encontró una fuga visible");
    expect(missing).not.toContain("Control antes de facturar");
  });

  it.each<[string, BillingControl]>([
    ["notice only", { ...control, inspection: undefined }],
    ["nothing but what it was billed by", { ...control, notice: undefined, inspection: undefined }],
  ])("a record of %s is no control", async (_, half) => {
    await delivered(15, [half]);
    expect((await evidence()).found).toMatchObject({ status: "missing" });
  });

  it.each([
    ["a month that only doubled", 15, 32],
    ["a month with a high average", 25, 45],
  ])("%s needs none", async (_, average, m3) => {
    await delivered(average, [], m3);
    expect((await evidence()).found).toBeUndefined();
  });

  it("on record is shown even where the receipt no longer says that the month was atypical", async () => {
    await delivered(25, [control]);
    expect((await evidence()).found).toMatchObject({ status: "present" });
  });

  it("of another month says nothing of this one", async () => {
    await delivered(15, [{ ...control, period: "2026-09" }]);
    expect((await evidence()).found).toMatchObject({ status: "missing" });
  });

  it("is not asked of another type of claim", async () => {
    await delivered(15, [control]);
    expect((await evidence({ claimType: "F09" })).found).toBeUndefined();
  });
});
