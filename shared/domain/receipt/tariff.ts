import { type Price, parsePrice } from "./money.ts";

/** The categories of use of a tariff structure. */
export const categories = ["SOCIAL", "DOMESTICO", "COMERCIAL", "INDUSTRIAL", "ESTATAL"] as const;
export type Category = (typeof categories)[number];

/** A/D water and sewer, A water only, D sewer only. */
export const serviceTypes = ["A/D", "A", "D"] as const;
export type ServiceType = (typeof serviceTypes)[number];

/** How the billed volume was determined: L reading difference, P historical average, A assignment. */
export const billingTypes = ["L", "P", "A"] as const;
export type BillingType = (typeof billingTypes)[number];

/**
 * `marginal`: each m³ at the price of its own range. `flat`: all of them at the price of the range the volume is in.
 */
export const rangeModes = ["marginal", "flat"] as const;
export type RangeMode = (typeof rangeModes)[number];

/** Prices without tax, up to and including `to` m³ a month (`null`: without end). */
export type TariffRange = {
  readonly to: number | null;
  readonly water: Price;
  readonly sewer: Price;
  /** The prices of users with the focused subsidy, in the ranges that have one. */
  readonly waterSubsidized?: Price | undefined;
  readonly sewerSubsidized?: Price | undefined;
};

/** The prices of a category, and the m³ a month assumed for each unit of use if nothing is measured. */
export type CategoryTariff = { readonly assignmentM3: number; readonly ranges: readonly TariffRange[] };

/** One version of a utility's prices (receipts and tariffs, section 2). */
export type TariffList = {
  readonly code: string;
  /** The resolution that approved it. */
  readonly norm: string;
  /** First month (`YYYY-MM`) billed by it. */
  readonly validFromPeriod: string;
  /** Per receipt and month, without tax; a price because real ones have more than two decimals (4.193). */
  readonly fixedCharge: Price;
  /** IGV in basis points: 1800 is 18 %. */
  readonly taxRate: number;
  readonly rangeMode: RangeMode;
  readonly categories: Readonly<Record<Category, CategoryTariff>>;
};

type WrittenRange = {
  readonly to: number | null;
  readonly water: string;
  readonly sewer: string;
  readonly waterSubsidized?: string;
  readonly sewerSubsidized?: string;
};

/** A list as the tenant's data has it: prices as decimal strings, assignments kept apart. */
export type WrittenTariffList = Omit<TariffList, "fixedCharge" | "categories"> & {
  readonly fixedCharge: string;
  readonly categories: Readonly<Record<Category, readonly WrittenRange[]>>;
};

/**
 * Returns a list read from the tenant's data. Throws `Error` if a text is no price, or a negative one. Throws `Error`
 * if a category has no ranges, limits that do not rise, or a limit on its last range.
 * @param assignments m³ a month per unit of use
 */
export function tariffList(written: WrittenTariffList, assignments: Readonly<Record<Category, number>>): TariffList {
  const wrong = (what: string): never => {
    throw new Error(`tariff list ${written.code}: ${what}`);
  };
  const price = (text: string): Price => parsePrice(text) ?? wrong(`"${text}" is no price`);
  const category = (name: Category): CategoryTariff => {
    const ranges = written.categories[name];
    const limits = ranges.map((range) => range.to ?? Number.POSITIVE_INFINITY);
    if (limits.at(-1) !== Number.POSITIVE_INFINITY) wrong(`${name} does not end with an open range`);
    if (limits.some((to, at) => to <= (limits[at - 1] ?? 0))) wrong(`the ranges of ${name} do not rise`);
    return {
      assignmentM3: assignments[name],
      ranges: ranges.map(({ to, water, sewer, waterSubsidized, sewerSubsidized }) => ({
        to,
        water: price(water),
        sewer: price(sewer),
        ...(waterSubsidized && { waterSubsidized: price(waterSubsidized) }),
        ...(sewerSubsidized && { sewerSubsidized: price(sewerSubsidized) }),
      })),
    };
  };
  return {
    ...written,
    fixedCharge: price(written.fixedCharge),
    categories: {
      SOCIAL: category("SOCIAL"),
      DOMESTICO: category("DOMESTICO"),
      COMERCIAL: category("COMERCIAL"),
      INDUSTRIAL: category("INDUSTRIAL"),
      ESTATAL: category("ESTATAL"),
    },
  };
}

/** Returns the first list with this code, the `tariffCode` of a receipt, or undefined if none has it. */
export function listFor(lists: readonly TariffList[], code: string): TariffList | undefined {
  return lists.find((list) => list.code === code);
}

/**
 * Returns the list valid in a billed month (`YYYY-MM`): of those that began in that month or earlier, the one that
 * began last. Undefined if none had begun.
 */
export function listValidIn(lists: readonly TariffList[], period: string): TariffList | undefined {
  return lists
    .filter((list) => list.validFromPeriod <= period)
    .toSorted((a, b) => (a.validFromPeriod < b.validFromPeriod ? -1 : 1))
    .at(-1);
}
