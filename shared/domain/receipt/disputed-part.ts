import type { Request } from "../filing/claim-form.ts";
import { addCents, type Cents, cents, subtractCents, taxHalfUp } from "./money.ts";
import type { Receipt } from "./receipt.ts";
import type { TariffList } from "./tariff.ts";

/** What a month's total is made of, before tax. `OTROS` are the other taxed charges. */
export const billedConcepts = ["AGUA", "ALCANTARILLADO", "CARGO_FIJO", "OTROS"] as const;
export type BilledConcept = (typeof billedConcepts)[number];

const amountOf = {
  AGUA: "waterAmount",
  ALCANTARILLADO: "sewerAmount",
  CARGO_FIJO: "fixedCharge",
  OTROS: "otherTaxed",
} as const satisfies Record<BilledConcept, keyof Receipt>;

/** What each request disputes of a month; a request that may touch anything, all. */
const disputedBy: Readonly<Record<Request, readonly BilledConcept[]>> = {
  "bill-normal-use": ["AGUA", "ALCANTARILLADO"],
  "correct-reading": ["AGUA", "ALCANTARILLADO"],
  "change-tariff": billedConcepts,
  "remove-charge": ["AGUA", "ALCANTARILLADO", "OTROS"],
  "remove-sewer": ["ALCANTARILLADO"],
  "remove-fixed-charge": ["CARGO_FIJO"],
  "solve-problem": billedConcepts,
  other: billedConcepts,
};

/** Returns the concepts of a month that a request disputes; the others are due while it is claimed (digest 3.10). */
export function disputedConcepts(request: Request): readonly BilledConcept[] {
  return disputedBy[request];
}

/** What of a receipt is in dispute, and what is not. None is negative. */
export interface DisputedPart {
  /** What of the month's total may not be demanded. */
  readonly amount: Cents;
  /** The rest of the month's total, whatever was paid. */
  readonly undisputed: Cents;
  /** What can be paid of the receipt meanwhile: its total due without `amount`, less what was paid. */
  readonly payable: Cents;
}

/**
 * Returns what of a receipt is in dispute if these concepts are, with their tax (digest 3.10). Without a price list the
 * tax of a part is unknown: the whole month is in dispute.
 */
export function disputedPart(
  { receipt, list, paid }: { readonly receipt: Receipt; readonly list?: TariffList | undefined; readonly paid: Cents },
  concepts: readonly BilledConcept[],
): DisputedPart {
  const { monthTotal, totalDue } = receipt;
  const others = billedConcepts.filter((concept) => !concepts.includes(concept));
  const base = addCents(...others.map((concept) => receipt[amountOf[concept]]));
  const whole = list ? addCents(base, taxHalfUp(base, list.taxRate)) : cents(0);
  const undisputed = cents(Math.min(whole, monthTotal));
  const amount = subtractCents(monthTotal, undisputed);
  return { amount, undisputed, payable: cents(Math.max(0, subtractCents(subtractCents(totalDue, amount), paid))) };
}
