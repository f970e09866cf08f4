import { type Answer, refused } from "../contract/refusals.ts";
import type { DisputedReceipt } from "../domain/claim-form.ts";
import { normalizeReceiptNumber, receiptKey } from "../domain/receipt.ts";
import { ok } from "../domain/result.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";

/** A receipt as whoever claims names it. */
interface NamedReceipt {
  readonly number: string;
  readonly period: string;
}

/** The receipts that are named, each once and the oldest month first; refused while one is not the supply's. */
export function receiptsNamed(
  receipts: readonly PaidReceipt[],
  named: readonly NamedReceipt[],
): Answer<readonly PaidReceipt[], "receipt-not-found"> {
  const numbers = named.map(({ number, period }) => `${period} ${normalizeReceiptNumber(number)}`);
  const found = receipts.filter((one) => numbers.includes(nameOf(one)));
  const names = new Set(found.map(nameOf));
  if (numbers.some((each) => !names.has(each)))
    return refused("receipt-not-found", { detail: "Elige solo recibos de este suministro." });
  return ok(found.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)));
}

function nameOf({ receipt }: PaidReceipt): string {
  return `${receipt.period} ${receiptKey(receipt).number}`;
}

/** A receipt as it stands in a claim about it. */
export function disputed({ receipt }: PaidReceipt): DisputedReceipt {
  const { period, billedM3: m3, monthTotal: amount } = receipt;
  return { number: receiptKey(receipt).number, period, m3, amount };
}
