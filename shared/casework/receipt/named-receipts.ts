import { type Answer, refused } from "../../contract/refusals.ts";
import { ok } from "../../domain/case/result.ts";
import type { DisputedReceipt } from "../../domain/filing/claim-form.ts";
import { normalizeReceiptNumber, receiptKey } from "../../domain/receipt/receipt.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";

interface NamedReceipt {
  readonly number: string;
  readonly period: string;
}

/**
 * Returns those of `receipts` that are named by month and number, each once and the oldest month first; empty if none
 * is named. It does not matter how a number is typed. Refuses `receipt-not-found` if a named receipt is not among
 * `receipts`.
 */
export function receiptsNamed(
  receipts: readonly PaidReceipt[],
  named: readonly NamedReceipt[],
): Answer<readonly PaidReceipt[], "receipt-not-found"> {
  const found = receiptsOnRecord(receipts, named);
  const names = new Set(found.map(monthAndNumber));
  return named.every((one) => names.has(nameOf(one)))
    ? ok(found)
    : refused("receipt-not-found", { detail: "Elige solo recibos de este suministro." });
}

/**
 * Returns those of `receipts` that are named by month and number, each once and the oldest month first. A named receipt
 * that is not among them is left out.
 */
export function receiptsOnRecord(
  receipts: readonly PaidReceipt[],
  named: readonly NamedReceipt[],
): readonly PaidReceipt[] {
  const numbers = new Set(named.map(nameOf));
  return receipts.filter((one) => numbers.has(monthAndNumber(one))).toSorted(byMonth);
}

const nameOf = ({ number, period }: NamedReceipt): string => `${period} ${normalizeReceiptNumber(number)}`;

const byMonth = (a: PaidReceipt, b: PaidReceipt): number => (monthAndNumber(a) < monthAndNumber(b) ? -1 : 1);

function monthAndNumber({ receipt }: PaidReceipt): string {
  return `${receipt.period} ${receiptKey(receipt).number}`;
}

/** Returns what a claim records of a receipt it is about: its number, month, billed m³ and the month's total. */
export function disputed({ receipt }: PaidReceipt): DisputedReceipt {
  const { period, billedM3: m3, monthTotal: amount } = receipt;
  return { number: receiptKey(receipt).number, period, m3, amount };
}
