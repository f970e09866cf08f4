import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { NewClaim } from "../../../../shared/casework/filing/file-claim.ts";
import { grantedBySilence } from "../../../../shared/casework/term/granted-by-silence.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { billedMonth, storeBilled } from "../../storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../storage/test-tables.ts";
import { type CaseWorld, caseWorld, form } from "../case-world.ts";

let local: TestTables;
let world: CaseWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
});

const supplyCode = "00030001";

/** A supply of 12 m³ a month that was billed 45 in October, 10.00 of other items in it. */
async function granted(request: NewClaim["form"]["request"], more: Partial<NewClaim["form"]> = {}, before = 12) {
  const normal = ["2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09"];
  const charged = billedMonth({ supplyCode, period: "2026-10", number: 70_010, m3: 45 });
  await storeBilled(openReceiptLedger(world.billing), [
    ...normal.map((period, at) => billedMonth({ supplyCode, period, number: 70_001 + at, m3: before })),
    { ...charged, input: { ...charged.input, otherTaxed: cents(1_000) } },
  ]);
  const receipts = await world.receiptReader.lastMonths(supplyCode, 24);
  const [latest] = receipts;
  if (!latest) throw new Error("nothing was billed");
  const at = await world.fileOne("2026-11-23T15:00:00.000Z", {
    form: { ...form, supplyCode, request, ...more },
    receipts: [latest],
  });
  const [one] = await grantedBySilence(world, at, receipts);
  return one;
}

it.each<[string, NewClaim["form"]["request"], Partial<NewClaim["form"]>, number]>([
  ["normal use: the historical average", "bill-normal-use", {}, 12],
  // The meter stood at 1234 before the month.
  ["a reading: what was seen less the previous", "correct-reading", { meterReading: 1_264 }, 30],
  ["a reading nobody saw: normal use", "correct-reading", {}, 12],
  ["a reading over what was billed: normal use", "correct-reading", { meterReading: 1_300 }, 12],
  ["a reading before the previous one: normal use", "correct-reading", { meterReading: 1_000 }, 12],
])("%s", async (_, request, more, m3) => {
  const one = await granted(request, more);
  expect(one?.corrected?.m3).toBe(m3);
  expect(one?.corrected?.amount).toBeLessThan(one?.receipt.amount ?? 0);
  expect(one?.explanation.join(" ")).toContain(`${m3} m³`);
});

it("a charge removed leaves the volume, and takes the items with their IGV", async () => {
  const one = await granted("remove-charge");
  expect(one?.corrected).toMatchObject({ m3: 45, amount: (one?.receipt.amount ?? 0) - 1_180 });
});

it("a month is never raised: an average over what was billed leaves it as billed", async () => {
  const one = await granted("bill-normal-use", {}, 60);
  expect(one?.corrected).toMatchObject({ m3: 45, amount: one?.receipt.amount });
});

it.each(["change-tariff", "other"] as const)("%s has no figure of its own", async (request) => {
  expect((await granted(request))?.corrected).toBeUndefined();
});
