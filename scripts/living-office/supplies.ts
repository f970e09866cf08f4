import { type BilledSupply, billedSupply } from "../../local/journey/supplies.ts";
import { readReceipt } from "../../shared/domain/billing/receipt-file.ts";
import type { Receipt } from "../../shared/domain/receipt/receipt.ts";
import type { BillingType } from "../../shared/domain/receipt/tariff.ts";

/** A supply with the receipt that its holder claims, and who that is. */
export interface ClaimedSupply extends BilledSupply {
  readonly holder: string;
  readonly address: string;
  readonly meterNumber: string | undefined;
  /** The meter's reading on the receipt, in m³; 0 if it has none. */
  readonly reading: number;
  /** The historical average, or what was billed if there is none, in m³. */
  readonly average: number;
}

/** Hands out the supplies of a file of receipts, each once. */
export interface SupplyBook {
  /**
   * Returns the supply, of those that nobody claimed, whose newest receipt of `billingType` on a day rose most over its
   * average; leaves out a month that rose so much that the law itself says how it is decided.
   * @throws if there is none.
   */
  take(on: string, billingType?: BillingType): ClaimedSupply;
  /** Whether there is one to take. */
  has(on: string, billingType: BillingType): boolean;
}

/**
 * Opens the supplies of a file A, given as text. Leaves out the first `kept` supplies, which are kept for people to try
 * out, and supplies whose holder has no document. Rows that cannot be read are skipped.
 */
export function openSupplyBook(file: string, kept: number): SupplyBook {
  const rows = file.split(/\r?\n/).slice(1).filter(Boolean);
  const bySupply = Map.groupBy(
    rows.flatMap((row) => {
      const read = readReceipt(row.split(";"));
      return read.ok ? [read.value] : [];
    }),
    ({ supplyCode }) => supplyCode,
  );
  const free = new Map([...bySupply].slice(kept).filter(([, [first]]) => first?.holderDocNumber !== undefined));
  const bestOn = (on: string, billingType: BillingType): Receipt | undefined => {
    const newest = [...free.values()].flatMap(
      (receipts) => receipts.findLast((receipt) => receipt.issueDate < on && receipt.billingType === billingType) ?? [],
    );
    const period = newest
      .map((receipt) => receipt.period)
      .toSorted()
      .at(-1);
    return newest
      .filter((receipt) => receipt.period === period && receipt.billedM3 > 3 && riseOf(receipt) < atypical)
      .toSorted((one, other) => riseOf(other) - riseOf(one) || one.supplyCode.localeCompare(other.supplyCode))[0];
  };
  return {
    has: (on, billingType) => bestOn(on, billingType) !== undefined,
    take: (on, billingType = "L") => {
      const best = bestOn(on, billingType);
      if (!best) throw new Error(`no supply has a receipt of type ${billingType} on ${on}`);
      free.delete(best.supplyCode);
      return claimed(best);
    },
  };
}

/** Twice the average is an atypical month, which has rules of its own; this stays clear of it. */
const atypical = 1.9;

const riseOf = ({ billedM3, averageM3 = billedM3 }: Receipt): number => billedM3 / Math.max(averageM3, 1);

function claimed(receipt: Receipt): ClaimedSupply {
  return {
    ...billedSupply(receipt),
    holder: receipt.holderName,
    address: receipt.address,
    meterNumber: receipt.meterNumber,
    reading: receipt.readingCurr ?? 0,
    average: receipt.averageM3 ?? receipt.billedM3,
  };
}
