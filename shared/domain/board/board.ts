import { type ClaimType, claimTypes } from "../case/claim-types.ts";
import { type TribunalResult, tribunalResults } from "../resolution/tribunal-decision.ts";
import type { CalendarDay } from "../term/calendar-day.ts";
import { countWorkingDays } from "../term/due-dates.ts";
import type { LegalCalendar } from "../term/legal-calendar.ts";
import { type OfficeChannel, officeChannels } from "../term/office-hours.ts";
import {
  attendedMatters,
  type Counts,
  type LossCause,
  lossCauses,
  mostDays,
  type ResolvedResult,
  resolvedResults,
  type TotalKey,
} from "./office-totals.ts";

/** A silence is near from this many working days before its day. */
const nearDays = 5;

const at = (counts: Counts, key: TotalKey): number => counts[key] ?? 0;
const isCounted = ({ count }: { readonly count: number }): boolean => count > 0;
const sum = (rows: readonly { readonly count: number }[]): number => rows.reduce((all, { count }) => all + count, 0);

/** Returns the number of claims filed or resolved, by channel and by type. */
function splitOf(counts: Counts, what: "filed" | "resolved") {
  const byChannel = officeChannels.map((channel) => ({ channel, count: at(counts, `${what}-${channel}`) }));
  const byType = claimTypes.map((type) => ({ type, count: at(counts, `${what}-type-${type}`) }));
  return { total: sum(byChannel), byChannel: byChannel.filter(isCounted), byType: byType.filter(isCounted) };
}

/**
 * Returns the numbers that a manager sees of a month, from its totals: persons attended, claims filed and resolved
 * (each split by channel and type), silences, withdrawn, visits, tribunal decisions and appeals lost by cause, the most
 * frequent first. Lists leave out what is 0. `medianDays` is the least number of working days in which at least half of
 * the resolved claims were resolved; undefined if no claim was resolved.
 */
export function boardOf(counts: Counts) {
  const resolved = splitOf(counts, "resolved");
  const byDays = Array.from({ length: mostDays + 1 }, (_, days) => ({ days, count: at(counts, `days-${days}`) }));
  const median = byDays.find(({ days }) => 2 * sum(byDays.slice(0, days + 1)) >= Math.max(resolved.total, 1));
  return {
    attended: attendedMatters
      .flatMap((matter) =>
        officeChannels.map((channel) => ({ matter, channel, count: at(counts, `attended-${matter}-${channel}`) })),
      )
      .filter(isCounted),
    filed: splitOf(counts, "filed"),
    resolved: {
      ...resolved,
      byResult: resolvedResults
        .map((result) => ({ result, count: at(counts, `resolved-as-${result}`) }))
        .filter(isCounted),
      inTerm: at(counts, "in-term"),
      byDays: byDays.filter(isCounted),
      medianDays: median?.days,
    },
    silences: at(counts, "silences"),
    silencesOfReconsiderations: at(counts, "silences-of-reconsiderations"),
    withdrawn: at(counts, "withdrawn"),
    visits: at(counts, "visits"),
    frustrated: at(counts, "frustrated"),
    tribunal: tribunalResults.map((result) => ({ result, count: at(counts, `tribunal-${result}`) })).filter(isCounted),
    lostBy: lossCauses
      .map((cause) => ({ cause, count: at(counts, `lost-by-${cause}`) }))
      .filter(isCounted)
      .toSorted((a, b) => b.count - a.count),
  };
}

/**
 * Counts the claims whose decision is not notified, by the last day of their term of silence. `ended`: the last day is
 * before `today`. `soon`: the last day is from `today` through `until`, the fifth working day after `today` on the
 * company calendar.
 * @param ahead a count for each last day, under the key `ends-YYYY-MM-DD`
 */
export function silencesAhead(ahead: Counts, today: CalendarDay, company: LegalCalendar) {
  const until = countWorkingDays({ from: today, days: nearDays, calendar: company }).dueDate;
  const ends = Object.entries(ahead).map(([key, count]) => ({ day: key.slice("ends-".length), count }));
  return {
    ended: sum(ends.filter(({ day }) => day < today)),
    soon: sum(ends.filter(({ day }) => day >= today && day <= until)),
    until,
  };
}

/**
 * The numbers of a board that open to claims. `late` is what was resolved and not in term; `soon` and `ended` are
 * `silencesAhead`; `made` are the visits that were not frustrated.
 */
export const boardNumbers = [
  "filed",
  "resolved",
  "in-term",
  "late",
  "silences",
  "silences-of-reconsiderations",
  "soon",
  "ended",
  "withdrawn",
  "visits",
  "made",
  "frustrated",
  "tribunal",
  "lost",
] as const;
export type BoardNumber = (typeof boardNumbers)[number];
/** The numbers of terms that run, whatever the month. */
export type AheadNumber = "soon" | "ended";

/** Which of a number's claims are asked for; without any part, all. */
export interface BoardPart {
  readonly channel?: OfficeChannel | undefined;
  readonly type?: ClaimType | undefined;
  readonly result?: ResolvedResult | TribunalResult | undefined;
  /** Resolved in at least, and in at most, so many working days. */
  readonly daysFrom?: number | undefined;
  readonly daysTo?: number | undefined;
  readonly cause?: LossCause | undefined;
}

/**
 * Returns how often a claim counts in a number of the board, limited to a part: 0 if it is not behind it. `filed` and
 * `resolved` are limited by `channel` and `type`, `resolved` also by `result` and days, `tribunal` by `result`, and
 * `lost` by `cause`. Other parts are ignored.
 * @param counts what this claim alone adds to the month's totals
 */
export function countBehind(
  counts: Counts,
  number: Exclude<BoardNumber, AheadNumber>,
  { channel, type, result, daysFrom = 0, daysTo = mostDays, cause }: BoardPart,
): number {
  const has = (key: TotalKey): boolean => at(counts, key) > 0;
  const begins = (prefix: string): boolean => beginning(counts, prefix) > 0;
  const isPart = (what: "filed" | "resolved"): boolean =>
    (channel === undefined || has(`${what}-${channel}`)) && (type === undefined || has(`${what}-type-${type}`));
  switch (number) {
    case "filed":
      return Number(begins("filed-type-") && isPart("filed"));
    case "resolved":
      return Number(
        begins("resolved-as-") &&
          isPart("resolved") &&
          (result === undefined || (counts[`resolved-as-${result}`] ?? 0) > 0) &&
          Object.keys(counts).some((key) => isWithin(key, daysFrom, daysTo)),
      );
    case "late":
      return Number(begins("resolved-as-") && !has("in-term"));
    case "made":
      return at(counts, "visits") - at(counts, "frustrated");
    case "tribunal":
      return beginning(counts, `tribunal-${result ?? ""}`);
    case "lost":
      return beginning(counts, `lost-by-${cause ?? ""}`);
    default:
      return at(counts, number);
  }
}

/** Returns the sum of the numbers whose key begins with a text. */
function beginning(counts: Counts, prefix: string): number {
  return Object.entries(counts).reduce((all, [key, count]) => (key.startsWith(prefix) ? all + count : all), 0);
}

/** Whether a key counts what was resolved in so many days. */
function isWithin(key: string, from: number, to: number): boolean {
  const days = /^days-(\d+)$/.exec(key)?.[1];
  return days !== undefined && Number(days) >= from && Number(days) <= to;
}
