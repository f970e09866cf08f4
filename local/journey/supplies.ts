import { tenant } from "../../settings.ts";
import { readReceipt } from "../../shared/domain/billing/receipt-file.ts";
import { formatCents } from "../../shared/domain/receipt/money.ts";
import { type Receipt, receiptKey } from "../../shared/domain/receipt/receipt.ts";
import { seededFiles } from "../seed/supplies.ts";

/** A supply with a receipt to claim about, as its holder has it on paper. */
export interface BilledSupply {
  readonly supplyCode: string;
  readonly receiptNumber: string;
  /** The total to pay, as printed. */
  readonly total: string;
  readonly period: string;
  readonly m3: number;
  readonly holderDocument: string;
}

/**
 * Returns, from the text of file A, each supply with its last month, in the order the supplies first appear. Leaves out
 * a supply whose last month was not read off a meter, or whose holder has no document. Skips the first line (the
 * heading) and rows that cannot be read.
 */
export function billedSupplies(file: string): readonly BilledSupply[] {
  const rows = file.split(/\r?\n/).slice(1).filter(Boolean);
  const last = new Map<string, Receipt>();
  for (const row of rows) {
    const read = readReceipt(row.split(";"));
    if (!read.ok) continue;
    const receipt = read.value;
    const { period = "" } = last.get(receipt.supplyCode) ?? {};
    if (receipt.period > period) last.set(receipt.supplyCode, receipt);
  }
  return [...last.values()]
    .filter(({ billingType, holderDocNumber }) => billingType === "L" && holderDocNumber !== undefined)
    .map(billedSupply);
}

/** Returns the facts of a receipt that a claim about it states. `holderDocument` is empty if the receipt has none. */
export function billedSupply(receipt: Receipt): BilledSupply {
  return {
    supplyCode: receipt.supplyCode,
    receiptNumber: receiptKey(receipt).number,
    total: formatCents(receipt.totalDue),
    period: receipt.period,
    m3: receipt.billedM3,
    holderDocument: receipt.holderDocNumber ?? "",
  };
}

/**
 * Returns file A of 30 invented supplies with 14 months up to October 2026, the same each time. `supplies` has only
 * those that a claim can be about: their last month was read off a meter and their holder has a document.
 */
export function journeyWorld(): { readonly receipts: string; readonly supplies: readonly BilledSupply[] } {
  const { receipts } = seededFiles({
    supplies: 30,
    months: 14,
    lastPeriod: "2026-10",
    lists: tenant.billing.tariffLists.value,
    seed: 7,
  });
  return { receipts, supplies: billedSupplies(receipts) };
}
