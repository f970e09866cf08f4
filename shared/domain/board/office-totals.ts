import type { ClaimType } from "../case/claim-types.ts";
import { type TribunalResult, tribunalCauses } from "../resolution/tribunal-decision.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import type { OfficeChannel } from "../term/office-hours.ts";
import type { Queue } from "../work/work-list.ts";

/** What a person brought when they were attended: a question, a claim, a request for attention, an observation. */
export const attendedMatters = ["contact", "claim", "problem", "observation"] as const;
export type AttendedMatter = (typeof attendedMatters)[number];

/** How a resolved claim ended: as its first signed resolution decides, or by a total agreement. */
export const resolvedResults = [
  "upheld",
  "partly-upheld",
  "rejected",
  "dismissed",
  "concluded",
  "conciliated",
] as const;
export type ResolvedResult = (typeof resolvedResults)[number];

/** Why an appeal was lost; `unstated` if it was recorded before causes were coded. */
export const lossCauses = [...tribunalCauses, "unstated"] as const;
export type LossCause = (typeof lossCauses)[number];

/** One number among the totals. `days-N` counts the claims resolved on working day N after their filing. */
export type TotalKey =
  | `attended-${AttendedMatter}-${OfficeChannel}`
  | `filed-${OfficeChannel}`
  | `filed-type-${ClaimType}`
  | `resolved-${OfficeChannel}`
  | `resolved-type-${ClaimType}`
  | `resolved-as-${ResolvedResult}`
  | `days-${number}`
  | "in-term"
  | "silences"
  | "silences-of-reconsiderations"
  | "withdrawn"
  | "visits"
  | "frustrated"
  | `tribunal-${TribunalResult}`
  | `lost-by-${LossCause}`
  /** Only of `ahead`: claims not notified yet whose term of silence (T10, T14) ends on that day. */
  | `ends-${CalendarDay}`;

/** Numbers by `TotalKey`, of one month or of what is to come. A number that is 0 is absent. */
export type Counts = Readonly<Record<string, number>>;

/** Counts by what they are of: a month (`YYYY-MM`), `ahead` for the terms that run, `listsOf()` for the work lists. */
export type Totals = Readonly<Record<string, Counts>>;

export const ahead = "ahead";

/**
 * Returns the key in `Totals` under which the claims on the work lists are counted: those that the account `owner`
 * owns, or those of the whole office without `owner`.
 */
export const listsOf = (owner?: string): string => (owner === undefined ? "lists" : `lists of ${owner}`);

/** A claim's place on the work lists. */
export interface ListPlace {
  readonly queue: Queue;
  /** The legal day of the claim, `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** The account of the staff member who owns the claim; absent if nobody does. */
  readonly owner?: string | undefined;
}

/**
 * Returns the totals of one claim: a count of 1 named `<queue> <dueOn>` under the key `listsOf()`. If the claim has an
 * owner, the same count stands under the key `listsOf(owner)` too.
 */
export function listTotals({ queue, dueOn, owner }: ListPlace): Totals {
  const one = { [`${queue} ${dueOn}`]: 1 };
  return { [listsOf()]: one, ...(owner !== undefined && { [listsOf(owner)]: one }) };
}

/**
 * Returns how many claims of the list `queue` have a legal day up to and including `through`, `YYYY-MM-DD`. Without
 * `through`, returns how many claims the list has.
 * @param counts what `Totals` has under a key of `listsOf`
 */
export function listed(counts: Counts, queue: Queue, through = "~"): number {
  return Object.entries(counts).reduce((sum, [key, count]) => {
    const [of, dueOn = ""] = key.split(" ");
    return of === queue && dueOn <= through ? sum + count : sum;
  }, 0);
}

/** Working days past this one are counted as this one. */
export const mostDays = 99;

/**
 * Returns `a` plus `b`, number by number, or `a` less `b` if `times` is -1. Leaves out numbers that become 0, and keys
 * that have no numbers.
 */
export function plusTotals(a: Totals, b: Totals, times: 1 | -1 = 1): Totals {
  const months = new Set([...Object.keys(a), ...Object.keys(b)]);
  return Object.fromEntries(
    [...months].flatMap((month) => {
      const sum = plusCounts(a[month] ?? {}, b[month] ?? {}, times);
      return Object.keys(sum).length === 0 ? [] : [[month, sum]];
    }),
  );
}

/** Returns `a` plus `b`, number by number, or `a` less `b` if `times` is -1. Leaves out numbers that become 0. */
export function plusCounts(a: Counts, b: Counts, times: 1 | -1 = 1): Counts {
  const sum = new Map<string, number>(Object.entries(a));
  for (const [key, count] of Object.entries(b)) sum.set(key, (sum.get(key) ?? 0) + times * count);
  return Object.fromEntries([...sum].filter(([, count]) => count !== 0));
}

/**
 * Returns the totals of one person attended: a count of 1 under the month of `day`.
 * @param day `YYYY-MM-DD`: the day a matter bears as filed or entered; of a contact, its day in Lima
 */
export function attendedTotals(matter: AttendedMatter, channel: OfficeChannel, day: string): Totals {
  return { [day.slice(0, 7)]: { [`attended-${matter}-${channel}`]: 1 } };
}
