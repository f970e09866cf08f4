import type { RegisteredSupply } from "../../domain/billing/register-file.ts";
import type { WrittenByGuest } from "../../domain/case/fact-details.ts";
import type { PersonDocument } from "../../domain/filing/claim-form.ts";
import { readSoles } from "../../domain/receipt/money.ts";
import { normalizeReceiptNumber, receiptKey } from "../../domain/receipt/receipt.ts";
import type { AttemptCounter } from "../../storage/attempt-counter.ts";
import type { PaidReceipt } from "../../storage/billing/receipt-reader.ts";
import { holderMatch } from "../counter/holder-match.ts";
import { receiptsOnRecord } from "../receipt/named-receipts.ts";

interface Written {
  readonly supplyCode: string;
  readonly receipts: WrittenByGuest["receipts"];
  /** As it was typed: "S/ 58.90", "58,9". */
  readonly receiptTotal?: string | undefined;
  readonly document?: PersonDocument | undefined;
}

/** The supply's receipts, newest first, and its entry in the register; both may be missing. */
interface OnRecord {
  readonly months: readonly PaidReceipt[];
  readonly registered: RegisteredSupply | undefined;
}

/** Wrong totals and documents in an hour at one supply, after which a right one shows nothing either. */
const attemptsPerHour = 5;

/**
 * Returns what a guest wrote of a supply (`guest`), and those of the named receipts that the supply has (`receipts`),
 * oldest first. `knowsSupply` is true if the guest wrote the total due of one of these receipts, or the document number
 * of the supply's holder. After too many wrong totals (`mayGuess`), `knowsSupply` is false even if the total is
 * right. `knowsHolder` is true if it was the document. A named receipt that does not exist stays in `guest` as written.
 */
export async function writtenByGuest(
  attemptCounter: AttemptCounter,
  { supplyCode, receipts: named, receiptTotal, document }: Written,
  { months, registered }: OnRecord,
  now: string,
): Promise<{ readonly guest: WrittenByGuest; readonly receipts: readonly PaidReceipt[] }> {
  const { receipts, asWritten } = writtenReceipts(months, named);
  const total = receiptTotal === undefined ? undefined : readSoles(receiptTotal);
  const isHolders = document !== undefined && holderMatch(months, document.number, registered) === "matches";
  const right = isHolders || (total !== undefined && receipts.some(({ receipt }) => receipt.totalDue === total));
  const isAttempt = receiptTotal !== undefined || document !== undefined;
  const knowsSupply =
    isAttempt &&
    ((receiptTotal === undefined
      ? await attemptCounter.mayReveal(`guest#${supplyCode}`, now, { right, allowed: attemptsPerHour })
      : await attemptCounter.mayGuess("guests", { supplyCode, right }, now)) ||
      isHolders) &&
    right;
  return {
    guest: { receipts: asWritten, knowsSupply, ...(knowsSupply && isHolders && { knowsHolder: true }) },
    receipts,
  };
}

/**
 * Returns what staff wrote of a supply for a claimant: those of the named receipts that the supply has, oldest first,
 * and, if some are not on record, all of them as written (`guest`), as for a claim by web without an account. Who
 * speaks with staff counts as knowing the supply.
 */
export function writtenByStaff(
  months: readonly PaidReceipt[],
  named: WrittenByGuest["receipts"],
): { readonly guest?: WrittenByGuest; readonly receipts: readonly PaidReceipt[] } {
  const { receipts, asWritten } = writtenReceipts(months, named);
  const guest = { receipts: asWritten, knowsSupply: true, knowsHolder: true } as const;
  return { receipts, ...(receiptsAsWritten(guest, namesOf(receipts)).length > 0 && { guest }) };
}

const namesOf = (receipts: readonly PaidReceipt[]) => receipts.map(({ receipt }) => receiptKey(receipt));

function writtenReceipts(months: readonly PaidReceipt[], named: WrittenByGuest["receipts"]) {
  const asWritten = named.map(({ number, period }) => ({ number, period }));
  return { receipts: receiptsOnRecord(months, named), asWritten };
}

/**
 * Returns the receipts a guest wrote that are none of those the claim is about, whichever way their numbers are typed.
 * Empty without `guest`.
 */
export function receiptsAsWritten(
  guest: WrittenByGuest | undefined,
  about: readonly { readonly number: string }[],
): WrittenByGuest["receipts"] {
  const numbers = new Set(about.map(({ number }) => number));
  return guest?.receipts.filter(({ number }) => !numbers.has(normalizeReceiptNumber(number) ?? "")) ?? [];
}
