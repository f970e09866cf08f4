import { type BillInput, bill } from "../../shared/domain/billing.ts";
import { addCents, type Cents, cents, divideHalfUp, formatCents } from "../../shared/domain/money.ts";
import { paymentColumns } from "../../shared/domain/payment-file.ts";
import {
  type BillingType,
  type Category,
  listValidIn,
  type ServiceType,
  type TariffList,
} from "../../shared/domain/tariff.ts";
import { monthAfter, receiptFile, receiptRow } from "./receipt-row.ts";

/** The invented utility: two files of its commercial system. */
export interface SeededFiles {
  readonly receipts: string;
  readonly payments: string;
  /** What a newcomer types to see a receipt that rose. */
  readonly example: { readonly supplyCode: string; readonly receiptNumber: string; readonly documentNumber: string };
}

export interface SeedPlan {
  readonly supplies: number;
  readonly months: number;
  /** The last billed month, `YYYY-MM`. */
  readonly lastPeriod: string;
  readonly lists: readonly TariffList[];
  readonly seed: number;
}

/** Shares of the generator: receipts and tariffs, section 11. */
const localities = [
  ["CERCADO", 0.38],
  ["SAN ANTONIO", 0.2],
  ["CHEN CHEN", 0.17],
  ["SAN FRANCISCO", 0.15],
  ["LOS ANGELES", 0.1],
] as const;
const categoryShares: readonly (readonly [Category, number])[] = [
  ["DOMESTICO", 0.92],
  ["COMERCIAL", 0.06],
  ["ESTATAL", 0.01],
  ["SOCIAL", 0.007],
  ["INDUSTRIAL", 0.003],
];
const billingShares: readonly (readonly [BillingType, number])[] = [
  ["L", 0.88],
  ["P", 0.04],
  ["A", 0.08],
];
const serviceShares: readonly (readonly [ServiceType, number])[] = [
  ["A/D", 0.857],
  ["A", 0.143],
];
const median: Readonly<Record<Category, number>> = {
  DOMESTICO: 13,
  SOCIAL: 20,
  COMERCIAL: 18,
  INDUSTRIAL: 60,
  ESTATAL: 70,
};
/** Consumption over the median, at these shares of the population. */
const ratios = [
  [0.05, 0.18],
  [0.1, 0.32],
  [0.25, 0.59],
  [0.5, 1],
  [0.75, 1.59],
  [0.9, 2.41],
  [0.95, 3.05],
  [0.99, 5.14],
  [1, 10.6],
] as const;
const subsidizedShare = 0.42;
const spikeShare = 0.032;
const paidShare = 0.7;

/** Supplies the README and the tests name; their last month is a worked example of the domain (section 5). */
interface Story {
  readonly category: Category;
  readonly billingType: BillingType;
  readonly usual: number;
  readonly last?: number;
  readonly subsidized?: boolean;
  readonly owes?: boolean;
}
const stories: readonly Story[] = [
  { category: "DOMESTICO", billingType: "L", usual: 15, last: 62 },
  { category: "COMERCIAL", billingType: "L", usual: 41, last: 45 },
  { category: "DOMESTICO", billingType: "P", usual: 15, owes: true },
  { category: "DOMESTICO", billingType: "L", usual: 18, last: 18 },
  { category: "DOMESTICO", billingType: "A", usual: 20, subsidized: true },
];
const firstSupply = 12345;

/** Makes the files of `supplies` supplies and `months` months, the same for the same plan. Nobody in them exists. */
export function seededFiles(plan: SeedPlan): SeededFiles {
  const random = mulberry32(plan.seed);
  const periods = Array.from({ length: plan.months }, (_, at) => monthAfter(plan.lastPeriod, at - plan.months + 1));
  const histories = Array.from({ length: plan.supplies }, (_, at) => historyOf(at, periods, plan.lists, random));
  const numberAt = (period: string): string => `S001-${String(numberOf(0, period)).padStart(8, "0")}`;
  return {
    receipts: receiptFile(histories.flatMap((history) => history.receipts)),
    payments: `${[paymentColumns.join(";"), ...histories.flatMap((history) => history.payments)].join("\n")}\n`,
    example: { supplyCode: codeOf(0), receiptNumber: numberAt(plan.lastPeriod), documentNumber: documentOf(0) },
  };
}

const codeOf = (at: number): string => String(firstSupply + at).padStart(8, "0");
const documentOf = (at: number): string => String(at + 1).padStart(8, "0");

function numberOf(at: number, period: string): number {
  const [year = 0, month = 0] = period.split("-").map(Number);
  return ((year - 2020) * 12 + month) * 1_000 + at + 1;
}

type History = { readonly receipts: readonly string[]; readonly payments: readonly string[] };

/** What a supply is, month after month. */
interface Supply {
  readonly at: number;
  readonly category: Category;
  readonly billingType: BillingType;
  readonly subsidized: boolean;
  readonly serviceType: ServiceType;
  readonly locality: string;
  /** m³ of an ordinary month. */
  readonly usual: number;
  /** m³ of the last month, where its story says so. */
  readonly last: number | undefined;
  /** A month in thirty uses three times the usual. */
  readonly spikes: boolean;
  /** The chance that a receipt is paid. */
  readonly pays: number;
}

function supplyOf(at: number, random: () => number): Supply {
  const story = stories[at];
  if (story) {
    const { category, billingType, usual, last, subsidized = false, owes = false } = story;
    const locality = drawn(localities, random);
    return {
      at,
      category,
      billingType,
      subsidized,
      serviceType: "A/D",
      locality,
      usual,
      last,
      spikes: false,
      pays: owes ? 0.5 : 1,
    };
  }
  const category = drawn(categoryShares, random);
  return {
    at,
    category,
    billingType: drawn(billingShares, random),
    subsidized: random() < subsidizedShare && category === "DOMESTICO",
    serviceType: drawn(serviceShares, random),
    locality: drawn(localities, random),
    usual: Math.max(1, Math.round(median[category] * ratioAt(random()))),
    last: undefined,
    spikes: true,
    pays: random() < paidShare ? 1 : 0.5,
  };
}

function usedIn(supply: Supply, isLast: boolean, random: () => number): number {
  if (isLast && supply.last !== undefined) return supply.last;
  const times = supply.spikes && random() < spikeShare ? 3 : 0.85 + random() * 0.3;
  return Math.round(supply.usual * times);
}

function historyOf(
  at: number,
  periods: readonly string[],
  lists: readonly TariffList[],
  random: () => number,
): History {
  const supply = supplyOf(at, random);
  const { category, subsidized, serviceType } = supply;
  const receipts: string[] = [];
  const payments: string[] = [];
  const measured: number[] = [];
  let reading = 100 + Math.floor(random() * 2_000);
  let debt = cents(0);
  for (const period of periods) {
    const isLast = period === periods.at(-1);
    const list = listOf(lists, period);
    const average = averageOf(measured) ?? supply.usual;
    const used = usedIn(supply, isLast, random);
    // A meter that could not be read the last month is billed by its average then, and by its readings before.
    const billingType = supply.billingType === "P" && !isLast ? "L" : supply.billingType;
    const billedM3 = { L: used, P: average, A: list.categories[category].assignmentM3 }[billingType];
    const input: BillInput = {
      list,
      category,
      subsidized,
      useUnits: 1,
      serviceType,
      billingType,
      billedM3,
      otherTaxed: cents(0),
    };
    const number = numberOf(at, period);
    receipts.push(
      receiptRow({
        ...placeOf(supply),
        ...meterOf(supply, reading, used, average),
        period,
        number,
        input,
        previousDebt: debt,
        overdueMonths: Number(debt > 0),
      }),
    );
    reading += used;
    if (billingType === "L") measured.push(used);

    const { monthTotal } = bill(input);
    const paid = !isLast && random() < supply.pays;
    if (paid) payments.push(paymentRow(at, period, number, addCents(monthTotal, debt)));
    debt = paid ? cents(0) : monthTotal;
  }
  return { receipts, payments };
}

function listOf(lists: readonly TariffList[], period: string): TariffList {
  const list = listValidIn(lists, period) ?? lists[0];
  if (!list) throw new Error("no tariff list to bill with");
  return list;
}

/** Who and where, all invented. */
function placeOf({ at, locality }: Supply) {
  const lot = (within: number, digits: number): string => String((at % within) + 1).padStart(digits, "0");
  return {
    supplyCode: codeOf(at),
    cadastralCode: `01-01-${lot(20, 2)}-${lot(90, 3)}-${String(at + 10).padStart(4, "0")}-00`,
    document: { type: "1", number: documentOf(at) },
    holder: `CLIENTE DE PRUEBA ${at + 1}`,
    address: `CALLE FICTICIA ${100 + at}`,
    locality,
    ubigeo: "180101",
  };
}

function meterOf({ at, billingType }: Supply, previous: number, used: number, average: number) {
  if (billingType === "A") return {};
  const note = billingType === "P" ? { note: "MEDIDOR EMPAÑADO" } : {};
  return { meter: `FX${21_000_000 + at}`, reading: { previous, current: previous + used }, average, ...note };
}

function paymentRow(at: number, period: string, number: number, amount: Cents): string {
  const paidOn = `${monthAfter(period, 1)}-10`;
  return [
    "01",
    codeOf(at),
    period,
    "S001",
    String(number).padStart(8, "0"),
    paidOn,
    formatCents(amount),
    "VENTANILLA",
    `OP${number}`,
  ].join(";");
}

/** The mean of the last six readings, as the commercial system prints it; none before there are two. */
function averageOf(measured: readonly number[]): number | undefined {
  const last = measured.slice(-6);
  return last.length < 2
    ? undefined
    : divideHalfUp(
        last.reduce((sum, m3) => sum + m3, 0),
        last.length,
      );
}

function drawn<Word>(shares: readonly (readonly [Word, number])[], random: () => number): Word {
  let left = random();
  for (const [word, share] of shares) {
    left -= share;
    if (left < 0) return word;
  }
  const [first] = shares;
  if (!first) throw new RangeError("no shares");
  return first[0];
}

function ratioAt(share: number): number {
  let [lowShare, low] = [0, 0.1];
  for (const [highShare, high] of ratios) {
    if (share <= highShare) return low + ((high - low) * (share - lowShare)) / (highShare - lowShare);
    [lowShare, low] = [highShare, high];
  }
  return low;
}

/** A small seeded generator: the same numbers everywhere, so that a seed is a world. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
