import { expect, it } from "vitest";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { tenant } from "../../../../settings.ts";
import { monthTotalAt } from "../../../../shared/casework/conciliation/price-offer.ts";
import { receiptOfRow } from "../../../../shared/domain/billing/receipt-file.ts";
import { billedMonth, ledgerRow } from "../../storage/billing/billed-rows.ts";

const lists = tenant.billing.tariffLists.value;
const number = "S001-00045001";
const { row } = ledgerRow("receipts", receiptRow(billedMonth({ m3: 45 })));
const receipt = receiptOfRow(row);
const paid = [{ receipt: { ...receipt, lateInterest: receipt.monthTotal }, payments: [] }];

it.each([
  // 8 × 1.46 + 8 × 1.63 + 4 × 2.60 water, 8 × 0.42 + 8 × 0.46 + 4 × 0.74 sewer, 4.10 fixed, IGV 18 %.
  [20, 5808],
  [45, 15_661],
  [0, 484],
])("a month of %i m³ costs %i céntimos by the receipt's own list, without its interest", (m3, total) => {
  expect(monthTotalAt(paid, number, m3, lists)).toBe(total);
});

it("prices nothing without the receipt, or without its list", () => {
  expect(monthTotalAt(paid, "S001-00099999", 20, lists)).toBeUndefined();
  expect(monthTotalAt(paid, number, 20, [])).toBeUndefined();
});

it("prices nothing over what was billed: a month is never raised", () => {
  expect(monthTotalAt(paid, number, 46, lists)).toBeUndefined();
});
