import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { receiptRow } from "../../../local/seed/receipt-row.ts";
import { type EvidenceKind, type EvidenceView, evidenceOf, missingNames } from "../../../shared/casework/evidence.ts";
import { openReceiptLedger } from "../../../shared/storage/receipt-ledger.ts";
import { billedMonth, ledgerRow } from "../storage/billed-rows.ts";
import { type DynamoDbLocal, dynamoDbLocal } from "../storage/dynamodb-local.ts";
import { type CaseWorld, caseWorld, form } from "./case-world.ts";

let local: DynamoDbLocal;
let world: CaseWorld;
beforeAll(async () => {
  local = await dynamoDbLocal();
  world = await caseWorld(local);
}, 60_000);
afterAll(() => local.stop());

const morning = "2026-11-23T15:00:00.000Z";
const statusOf = (evidence: readonly EvidenceView[], item: EvidenceKind) =>
  evidence.find((one) => one.item === item)?.status;
const histories = ["readings-history", "billing-history", "payments-history"] as const;

describe("the evidence of consumo medido", () => {
  it("lacks its histories until the ledger holds two years, and always those of cuts", async () => {
    const at = await world.fileOne(morning);
    const few = evidenceOf(at, await world.receiptReader.lastMonths("00012345", 24));
    for (const item of histories) expect(statusOf(few, item)).toBe("missing");
    expect(statusOf(few, "bills")).toBe("present");

    const ledger = openReceiptLedger(world.billing);
    for (let month = 0; month < 22; month += 1) {
      const period = `${2026 - Math.floor((month + 4) / 12)}-${String(12 - ((month + 4) % 12)).padStart(2, "0")}`;
      const row = receiptRow(billedMonth({ period, number: 43_000 - month }));
      await ledger.store(ledgerRow("receipts", row), "i1", undefined);
    }
    const all = evidenceOf(at, await world.receiptReader.lastMonths("00012345", 24));
    for (const item of histories) expect(statusOf(all, item)).toBe("present");
    expect(missingNames(all)).toEqual([
      "Historial de cortes y reaperturas",
      "Inspección externa",
      "Inspección interna",
    ]);
  });

  it("lacks the receipt claimed when the ledger does not hold it", async () => {
    expect(statusOf(evidenceOf(await world.fileOne(morning), []), "bills")).toBe("missing");
  });

  it.each([
    ["asked for", true, "present", "missing"],
    ["declined", false, "present", "not-asked"],
    ["never offered", undefined, "missing", "not-asked"],
  ] as const)("with a meter test %s", async (_, meterTest, right, test) => {
    const evidence = evidenceOf(await world.fileOne(morning, { form: { ...form, meterTest } }), []);
    expect([statusOf(evidence, "meter-test-right"), statusOf(evidence, "meter-test")]).toEqual([right, test]);
  });

  it("has no list for another type: that is a bug, not a complete file", async () => {
    const at = await world.fileOne(morning, { claimType: "F09" });
    expect(() => evidenceOf(at, [])).toThrow(RangeError);
  });
});
