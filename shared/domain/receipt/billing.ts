import { addCents, type Cents, cents, type Price, subtractCents, taxHalfUp, timesHalfUp } from "./money.ts";
import type { Receipt } from "./receipt.ts";
import type { BillingType, Category, ServiceType, TariffList } from "./tariff.ts";

/**
 * Everything that a month's total depends on. `billedM3` is the volume for all units of use together, as its
 * `billingType` gave it.
 */
export type BillInput = {
  readonly list: TariffList;
  readonly category: Category;
  readonly subsidized: boolean;
  readonly useUnits: number;
  readonly serviceType: ServiceType;
  readonly billingType: BillingType;
  readonly billedM3: number;
  readonly otherTaxed: Cents;
};

/**
 * A line of the month: a range of water or sewer ("0-8", ">16": the list's own limits, per unit of use), or the fixed
 * charge.
 */
export type BillLine =
  | {
      readonly concept: "AGUA" | "ALCANTARILLADO";
      readonly range: string;
      readonly m3: number;
      readonly unitPrice: Price;
      readonly amount: Cents;
    }
  | { readonly concept: "CARGO_FIJO"; readonly amount: Cents };

/** A month's amounts; `monthTotal` is what a billing claim is about. */
export type Bill = {
  readonly lines: readonly BillLine[];
  readonly water: Cents;
  readonly sewer: Cents;
  readonly fixedCharge: Cents;
  readonly otherTaxed: Cents;
  readonly subtotal: Cents;
  readonly tax: Cents;
  readonly monthTotal: Cents;
};

/**
 * Returns a month's amounts (receipts and tariffs, section 5, steps 5 to 9). Each line's amount and the tax are rounded
 * half up. The lines are water by range, sewer by range, then the fixed charge; 0 m³ give no line. A supply with sewer
 * alone (`D`) has no water, and its sewer is billed on the category's `assignmentM3` times `useUnits`, whatever
 * `billedM3` is. A supply with water alone (`A`) has no sewer.
 */
export function bill(input: BillInput): Bill {
  const { list, serviceType, otherTaxed } = input;
  const assigned = list.categories[input.category].assignmentM3 * input.useUnits;
  const waterM3 = serviceType === "D" ? 0 : input.billedM3;
  const sewerM3 = serviceType === "D" ? assigned : serviceType === "A" ? 0 : input.billedM3;

  const waterLines = split(input, waterM3).map((part) => line("AGUA", part, part.water));
  const sewerLines = split(input, sewerM3).map((part) => line("ALCANTARILLADO", part, part.sewer));
  const fixedCharge = timesHalfUp(list.fixedCharge, 1);

  const water = addCents(...amountsOf(waterLines));
  const sewer = addCents(...amountsOf(sewerLines));
  const subtotal = addCents(water, sewer, fixedCharge, otherTaxed);
  const tax = taxHalfUp(subtotal, list.taxRate);
  return {
    lines: [...waterLines, ...sewerLines, { concept: "CARGO_FIJO", amount: fixedCharge }],
    water,
    sewer,
    fixedCharge,
    otherTaxed,
    subtotal,
    tax,
    monthTotal: addCents(subtotal, tax),
  };
}

/**
 * Returns what `m3` more would cost, tax included: water, and sewer if the supply has it, all at the price of the range
 * in which `billedM3` ends (for 0, the first range). A negative `m3` gives a negative amount. Returns 0 for a supply
 * with sewer alone (`D`).
 */
export function atMarginalPrice(input: BillInput, m3: number): Cents {
  const { list, serviceType } = input;
  const last = split(input, Math.max(1, input.billedM3)).at(-1);
  if (last === undefined || serviceType === "D") return cents(0);
  const water = timesHalfUp(last.water, m3);
  const base = serviceType === "A" ? water : addCents(water, timesHalfUp(last.sewer, m3));
  return addCents(base, taxHalfUp(base, list.taxRate));
}

type Part = { readonly range: string; readonly m3: number; readonly water: Price; readonly sewer: Price };

/**
 * Splits a volume over the tariff ranges, each as wide as its limits times the units of use. In `flat` mode the whole
 * volume is in the highest range reached.
 */
function split({ list, category, subsidized, useUnits }: BillInput, m3: number): readonly Part[] {
  const { ranges } = list.categories[category];
  const reached = ranges
    .map(({ to, water, sewer, waterSubsidized, sewerSubsidized }, at): Part => {
      const from = ranges[at - 1]?.to ?? 0;
      const upTo = to === null ? m3 : Math.min(m3, to * useUnits);
      return {
        range: to === null ? `>${from}` : `${from}-${to}`,
        m3: upTo - from * useUnits,
        water: subsidized ? (waterSubsidized ?? water) : water,
        sewer: subsidized ? (sewerSubsidized ?? sewer) : sewer,
      };
    })
    .filter((part) => part.m3 > 0);
  return list.rangeMode === "marginal" ? reached : reached.slice(-1).map((last) => ({ ...last, m3 }));
}

function line(concept: "AGUA" | "ALCANTARILLADO", { range, m3 }: Part, unitPrice: Price): BillLine {
  return { concept, range, m3, unitPrice, amount: timesHalfUp(unitPrice, m3) };
}

/**
 * Returns the input with which `bill` computes a receipt's month anew. `list` is the tariff list by which the receipt
 * was billed.
 */
export function billInput(receipt: Receipt, list: TariffList): BillInput {
  const { category, subsidized, useUnits, serviceType, billingType, billedM3, otherTaxed } = receipt;
  return { list, category, subsidized, useUnits, serviceType, billingType, billedM3, otherTaxed };
}

/**
 * Returns what is to be paid (digest, step 10 of a receipt): `monthTotal` plus the receipt's interest, instalment, debt
 * and rounding, less its credit.
 */
export function totalDueWith(
  monthTotal: Cents,
  receipt: Pick<Receipt, "lateInterest" | "instalment" | "previousDebt" | "credit" | "rounding">,
): Cents {
  const { lateInterest, instalment, previousDebt, credit, rounding } = receipt;
  return subtractCents(addCents(monthTotal, lateInterest, instalment, previousDebt, rounding), credit);
}

/**
 * An imported amount that differs from the one computed, against the tariff `list` or the `sum` of the receipt's own
 * amounts. An `error` sets the receipt aside, a `warning` does not; neither refuses the file.
 */
export type ReceiptDifference = {
  readonly against: "list" | "sum";
  readonly severity: "warning" | "error";
  readonly field: CheckedField;
  /** Which line of `waterAmount` or `sewerAmount`, from 1; absent if the receipt was imported without its lines. */
  readonly line?: number;
  readonly imported: Cents;
  readonly computed: Cents;
};

type CheckedField =
  | "waterAmount"
  | "sewerAmount"
  | "fixedCharge"
  | "taxAmount"
  | "monthTotal"
  | "rounding"
  | "subtotal"
  | "totalDue";

/**
 * Returns the amounts of a receipt that differ from their recomputation (step 11, section 6). Errors: `monthTotal` is
 * off the `list` by more than S/ 0.05; `subtotal`, `monthTotal` or `totalDue` is not the sum of its parts. Warnings:
 * `fixedCharge`, `taxAmount` or a line of water or sewer is off the `list` by more than 0.01; `rounding` is over 0.09
 * or below −0.09. Without imported lines, their sum may be off by 0.01 for each computed line.
 */
export function checkReceipt(receipt: Receipt, list: TariffList): readonly ReceiptDifference[] {
  const computed = bill(billInput(receipt, list));
  const compare = (
    against: ReceiptDifference["against"],
    severity: ReceiptDifference["severity"],
    field: CheckedField,
    expected: Cents,
    tolerance: number,
  ): readonly ReceiptDifference[] =>
    Math.abs(receipt[field] - expected) > tolerance
      ? [{ against, severity, field, imported: receipt[field], computed: expected }]
      : [];
  const compareLines = (field: "waterAmount" | "sewerAmount", concept: "AGUA" | "ALCANTARILLADO", sum: Cents) => {
    const expected = computed.lines.filter((line) => line.concept === concept);
    const imported = (receipt.lines ?? []).filter((line) => line.conceptCode === concept);
    if (imported.length === 0) return compare("list", "warning", field, sum, Math.max(1, expected.length));
    return lineDifferences(field, amountsOf(imported.toSorted((a, b) => a.order - b.order)), amountsOf(expected));
  };
  const { waterAmount, sewerAmount, fixedCharge, otherTaxed, subtotal, taxAmount, monthTotal } = receipt;
  return [
    ...compareLines("waterAmount", "AGUA", computed.water),
    ...compareLines("sewerAmount", "ALCANTARILLADO", computed.sewer),
    ...compare("list", "warning", "fixedCharge", computed.fixedCharge, 1),
    ...compare("list", "warning", "taxAmount", taxHalfUp(subtotal, list.taxRate), 1),
    ...compare("list", "error", "monthTotal", computed.monthTotal, 5),
    ...compare("list", "warning", "rounding", cents(0), 9),
    ...compare("sum", "error", "subtotal", addCents(waterAmount, sewerAmount, fixedCharge, otherTaxed), 0),
    ...compare("sum", "error", "monthTotal", addCents(subtotal, taxAmount), 0),
    ...compare("sum", "error", "totalDue", totalDueWith(monthTotal, receipt), 0),
  ];
}

/** Compares line by line; a line that only one side has is compared with 0.00. */
function lineDifferences(
  field: "waterAmount" | "sewerAmount",
  imported: readonly Cents[],
  computed: readonly Cents[],
): readonly ReceiptDifference[] {
  return Array.from({ length: Math.max(imported.length, computed.length) }, (_, at) => ({
    against: "list" as const,
    severity: "warning" as const,
    field,
    line: at + 1,
    imported: imported[at] ?? cents(0),
    computed: computed[at] ?? cents(0),
  })).filter((difference) => Math.abs(difference.imported - difference.computed) > 1);
}

function amountsOf(lines: readonly { readonly amount: Cents }[]): readonly Cents[] {
  return lines.map((line) => line.amount);
}
