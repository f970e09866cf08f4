import { createHash } from "node:crypto";
import { lineColumns } from "../../shared/domain/billing/line-file.ts";
import { paymentColumns } from "../../shared/domain/billing/payment-file.ts";
import { receiptColumns } from "../../shared/domain/billing/receipt-file.ts";
import { type RegisteredSupply, registerColumns } from "../../shared/domain/billing/register-file.ts";
import { type BillingControl, controlColumns } from "../../shared/domain/reading/control-file.ts";
import { type BillInput, bill } from "../../shared/domain/receipt/billing.ts";
import {
  addCents,
  type Cents,
  cents,
  divideHalfUp,
  formatCents,
  subtractCents,
} from "../../shared/domain/receipt/money.ts";
import {
  type BillingType,
  type Category,
  listValidIn,
  type ServiceType,
  type TariffList,
} from "../../shared/domain/receipt/tariff.ts";
import { controlRow } from "./control-row.ts";
import { type ExtraLine, lineRows } from "./line-rows.ts";
import { type BilledMonth, monthAfter, receiptFile, receiptRow } from "./receipt-row.ts";
import { registerRow } from "./supply-register-row.ts";

/** The files of an invented utility's commercial system. */
export interface SeededFiles {
  /** File A; `lines` is file B, `register` C, `payments` D and `controls` E. */
  readonly receipts: string;
  /** The lines of the receipts with a service done or a credit note. */
  readonly lines: string;
  readonly register: string;
  /** The controls of most atypical months; the others were skipped. */
  readonly controls: string;
  readonly payments: string;
  /** What a newcomer types to see a receipt whose consumption rose. */
  readonly example: {
    readonly supplyCode: string;
    readonly receiptNumber: string;
    /** The total to pay, as printed. */
    readonly total: string;
    readonly printedKey: string;
    readonly documentNumber: string;
  };
}

export interface SeedPlan {
  /** How many supplies, and how many months of each. */
  readonly supplies: number;
  readonly months: number;
  /** The last billed month, `YYYY-MM`. */
  readonly lastPeriod: string;
  /** The tariff lists; a month is billed by the one valid in it. */
  readonly lists: readonly TariffList[];
  /** Starts the random numbers: another seed gives other data. */
  readonly seed: number;
}

/** The shares of the population (receipts and tariffs, section 11). */
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
/** The ratio of consumption to the median, at these shares of the population. */
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

/** Supplies that the README and the tests name; their last month is a worked example of the domain (section 5). */
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

/**
 * Returns the files of an invented utility's commercial system, for as many supplies and months as the plan asks. The
 * same plan always gives the same files. Nobody in them exists.
 */
export function seededFiles(plan: SeedPlan): SeededFiles {
  const random = mulberry32(plan.seed);
  // Rows added to the generator later draw from a second stream, so that the older ones stay as they were.
  const chance = mulberry32(plan.seed + 1);
  const periods = Array.from({ length: plan.months }, (_, at) => monthAfter(plan.lastPeriod, at - plan.months + 1));
  const histories = Array.from({ length: plan.supplies }, (_, at) =>
    historyOf(at, periods, plan.lists, random, chance),
  );
  const numberAt = (period: string): string => `S001-${String(numberOf(0, period)).padStart(8, "0")}`;
  const file = (columns: readonly string[], kind: keyof History): string =>
    `${[columns.join(";"), ...histories.flatMap((history) => history[kind])].join("\n")}\n`;
  return {
    receipts: receiptFile(histories.flatMap((history) => history.receipts)),
    lines: file(lineColumns, "lines"),
    register: file(registerColumns, "register"),
    payments: file(paymentColumns, "payments"),
    controls: file(controlColumns, "controls"),
    example: {
      supplyCode: codeOf(0),
      receiptNumber: numberAt(plan.lastPeriod),
      total: histories[0]?.receipts.at(-1)?.split(";")[receiptColumns.indexOf("total_pagar")] ?? "",
      printedKey: keyOf(0, plan.lastPeriod),
      documentNumber: documentOf(0),
    },
  };
}

const codeOf = (at: number): string => String(firstSupply + at).padStart(8, "0");
/** An invented document, not in the supplies' order, so that nobody can derive it from a neighbour's. */
const documentOf = (at: number): string => String(at - (at % 300) + ((at * 131) % 300) + 1).padStart(8, "0");

/** The invented secret of a receipt: eight of the 32 letters and digits that nobody takes for another. */
function keyOf(at: number, period: string): string {
  const digest = createHash("sha256")
    .update(`${codeOf(at)} ${period}`)
    .digest();
  return [...digest.subarray(0, 8)].map((byte) => "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"[byte % 32]).join("");
}

function numberOf(at: number, period: string): number {
  const [year = 0, month = 0] = period.split("-").map(Number);
  return ((year - 2020) * 12 + month) * 1_000 + at + 1;
}

type History = Readonly<Record<"receipts" | "lines" | "register" | "payments" | "controls", readonly string[]>>;

/** The facts of a supply that hold for all its months. */
interface Supply {
  readonly at: number;
  readonly category: Category;
  readonly billingType: BillingType;
  readonly subsidized: boolean;
  readonly serviceType: ServiceType;
  readonly locality: string;
  /** m³ of an ordinary month. */
  readonly usual: number;
  /** The last month's m³, if its story gives it. */
  readonly last: number | undefined;
  /** Whether a month in thirty uses three times the usual. */
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
  chance: () => number,
): History {
  const supply = supplyOf(at, random);
  const { category, subsidized, serviceType } = supply;
  const receipts: string[] = [];
  const lines: string[] = [];
  const payments: string[] = [];
  const controls: string[] = [];
  const measured: number[] = [];
  let reading = 100 + Math.floor(random() * 2_000);
  let debt = cents(0);
  for (const period of periods) {
    const isLast = period === periods.at(-1);
    const list = listOf(lists, period);
    const average = averageOf(measured) ?? supply.usual;
    const used = usedIn(supply, isLast, random);
    // A meter that could not be read is billed by its average in the last month only, and by its readings before.
    const billingType = supply.billingType === "P" && !isLast ? "L" : supply.billingType;
    const billedM3 = { L: used, P: average, A: list.categories[category].assignmentM3 }[billingType];
    const { extra, service, credit } = extraOf(at, periods.indexOf(period) - periods.length, chance);
    const input: BillInput = {
      list,
      category,
      subsidized,
      useUnits: 1,
      serviceType,
      billingType,
      billedM3,
      otherTaxed: service,
    };
    const number = numberOf(at, period);
    const month = {
      ...holderOf(supply),
      ...meterOf(supply, reading, used, average),
      period,
      number,
      printedKey: keyOf(at, period),
      input,
      previousDebt: debt,
      credit,
      overdueMonths: Number(debt > 0),
    };
    receipts.push(receiptRow(month));
    lines.push(...lineRows(month, extra));
    controls.push(...controlsOf(month, chance).map(controlRow));
    reading += used;
    if (billingType === "L") measured.push(used);

    const { monthTotal } = bill(input);
    // A holder with a credit always pays the rest, so no credit is carried over.
    const paid = !isLast && (random() < supply.pays || credit > 0);
    if (paid) payments.push(paymentRow(at, period, number, subtractCents(addCents(monthTotal, debt), credit)));
    debt = paid ? cents(0) : monthTotal;
  }
  return { receipts, lines, register: [registerRow(registeredAs(supply, periods))], payments, controls };
}

const services = [
  ["REAPERTURA DEL SERVICIO", 1_230],
  ["CONTRASTACION DEL MEDIDOR", 3_540],
  ["CAMBIO DE MEDIDOR", 6_840],
] as const;

interface Extra {
  readonly extra?: ExtraLine;
  readonly service: Cents;
  readonly credit: Cents;
}

/**
 * Returns the extra line of a month, a service done or a credit note, with its amount; most months have none. `ago` is
 * -1 for the last month.
 */
function extraOf(at: number, ago: number, chance: () => number): Extra {
  const [drawnAt, which] = [chance(), chance()];
  const [label, amount] = services[Math.floor(which * services.length)] ?? services[0];
  const none = { service: cents(0), credit: cents(0) };
  const isNamed = billedServices.some((each) => each.at === at && each.ago === ago);
  const isDrawn = at >= stories.length && ago < -1;
  const isBilled = isNamed || (isDrawn && drawnAt < 0.01);
  const service = cents(amount);
  if (isBilled) return { ...none, extra: { concept: "COLATERAL", label, amount: service }, service };
  if (!isDrawn || drawnAt >= 0.013) return none;
  const credit = cents(350);
  return { ...none, extra: { concept: "NOTA_CREDITO", label: "NOTA DE CREDITO POR RECLAMO", amount: credit }, credit };
}

/**
 * The supplies that a service is billed to on purpose: a story the month before the last, and 00012495 the last month.
 */
const billedServices = [
  { at: 3, ago: -2 },
  { at: 150, ago: -1 },
] as const;

const leakShares = [
  ["NO_VISIBLE", 0.45],
  ["VISIBLE", 0.25],
  ["NINGUNA", 0.3],
] as const;

/**
 * Returns the control of a month with an atypical reading, unless it was skipped: notified on the 22nd, inspected on
 * the 25th.
 */
function controlsOf(month: BilledMonth, chance: () => number): readonly BillingControl[] {
  const { input, reading, average, period, supplyCode } = month;
  const assignment = input.list.categories[input.category].assignmentM3;
  const isRead = input.billingType === "L" && reading !== undefined;
  if (!isRead || average === undefined || input.billedM3 <= 2 * average || input.billedM3 < 2 * assignment) return [];
  const leak = drawn(leakShares, chance);
  const isSkipped = chance() < 0.15 && supplyCode !== codeOf(0);
  if (isSkipped) return [];
  const notice = { on: `${period}-22`, at: "09:30", means: "PERSONAL", receiver: month.holder } as const;
  const seen = { on: `${period}-25`, hours: "08:00-10:00", outcome: "REALIZADA", leak } as const;
  const inspection = { ...seen, reading: reading.current + 2 };
  return [{ branchCode: "01", supplyCode, period, notice, inspection, billedBy: "L" }];
}

const oftenMoved = 60;

/** Returns a supply as the register has it; one in sixty was corrected after its last receipt. */
function registeredAs(supply: Supply, periods: readonly string[]): RegisteredSupply {
  const { at, category, subsidized, serviceType } = supply;
  const { document, holder, ...location } = holderOf(supply);
  const isMoved = at % oftenMoved === oftenMoved - 1;
  const state = at % 40 === 39 ? "CORTADO" : "ACTIVO";
  return {
    ...location,
    branchCode: "01",
    holderDocType: document.type,
    holderDocNumber: document.number,
    holderName: holder,
    address: isMoved ? `${location.address} INTERIOR 2` : location.address,
    category,
    subsidized,
    useUnits: 1,
    serviceType,
    waterState: state,
    sewerState: serviceType === "A/D" ? state : undefined,
    meterNumber: meterNumberOf(supply),
    billingCycle: "01",
    routeCode: location.cadastralCode.slice(6, 8),
    routeOrder: at + 1,
    updatedOn: isMoved ? `${monthAfter(periods.at(-1) ?? "", 1)}-01` : `${periods[0]}-01`,
  };
}

function listOf(lists: readonly TariffList[], period: string): TariffList {
  const list = listValidIn(lists, period) ?? lists[0];
  if (!list) throw new Error("no tariff list to bill with");
  return list;
}

/** Returns the holder and the address of a supply, all invented. */
function holderOf({ at, locality }: Supply) {
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

function meterOf(supply: Supply, previous: number, used: number, average: number) {
  const meter = meterNumberOf(supply);
  if (meter === undefined) return {};
  const note = supply.billingType === "P" ? { note: "MEDIDOR EMPAÑADO" } : {};
  return { meter, reading: { previous, current: previous + used }, average, ...note };
}

function meterNumberOf({ at, billingType }: Supply): string | undefined {
  return billingType === "A" ? undefined : `FX${21_000_000 + at}`;
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

/**
 * Returns the mean of the last six readings, rounded half up, as the commercial system prints it; undefined before
 * there are two.
 */
function averageOf(measured: readonly number[]): number | undefined {
  const last = measured.slice(-6);
  return last.length < 2
    ? undefined
    : divideHalfUp(
        last.reduce((sum, m3) => sum + m3, 0),
        last.length,
      );
}

function drawn<Value>(shares: readonly (readonly [Value, number])[], random: () => number): Value {
  let left = random();
  for (const [value, share] of shares) {
    left -= share;
    if (left < 0) return value;
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

/** Returns a small seeded random generator: the same seed gives the same numbers on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
