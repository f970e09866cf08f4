import { createHash } from "node:crypto";
import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { lookMs, type Opened, type Opening, openedThings } from "../../domain/counter/openings.ts";
import { keptDays } from "../../domain/register/retention.ts";
import { type CalendarDay, lapsesAt, limaDay, limaInstant } from "../../domain/term/calendar-day.ts";
import { isConditionRefused, queried, type Table } from "../dynamodb.ts";

/** Which openings of a month are asked for; with nothing else than `month`, all of them. */
export interface AskedOpenings {
  /** `YYYY-MM`, in Lima. */
  readonly month: string;
  readonly day?: CalendarDay | undefined;
  /** Accounts of those who opened. */
  readonly by?: readonly string[] | undefined;
  readonly about?: Pick<Opened, "what" | "id"> | undefined;
}

/** What staff opened, kept for `keptDays.openings` days. */
export interface Openings {
  /**
   * Notes each opening, unless the same person is noted to have opened the same thing in the same quarter of an hour by
   * the clock: then the note made first stays.
   */
  note(office: string, openings: readonly Opening[]): Promise<void>;
  /**
   * Returns at most `limit` openings, the newest first, by quarters of an hour, and the position of the last one that
   * was looked at, if there may be more. With `before`, such a position, only those after it. Few may be found far
   * apart: then it returns fewer than `limit`, or none, with a position to go on from.
   */
  list(
    office: string,
    asked: AskedOpenings,
    limit: number,
    before?: string,
  ): Promise<{ readonly openings: readonly Opening[]; readonly position?: string | undefined }>;
  /**
   * Returns every opening from the first day to the last, both in Lima, in no order; `isWhole` is false if there were
   * more than 10,000 in a month of them, of which the oldest are left out.
   */
  between(
    office: string,
    first: CalendarDay,
    last: CalendarDay,
  ): Promise<{ readonly openings: readonly Opening[]; readonly isWhole: boolean }>;
}

/** Who of the staff opened anything, and when, without what it was. */
export interface Looks {
  /** Returns what was noted in the quarter of an hour that begins at an instant. */
  inQuarter(office: string, quarter: string): Promise<readonly Look[]>;
}

/** An opening by its person's account and its instant. */
export type Look = Pick<Opening, "by" | "at">;

const stored = z.object({
  sk: z.string(),
  at: z.string(),
  by: z.string(),
  what: z.enum(openedThings),
  id: z.string(),
  part: z.string().optional(),
});

/**
 * Returns the Unix second at which a log entry made at `at` expires: 730 days later. For the logs of what staff opened
 * and searched and of what a supervisor read.
 */
export const endOfLog = (at: string): number => Math.floor(Date.parse(at) / 1000) + keptDays.openings * 86_400;

/** Items looked at in one request, and requests made for one page: an office's month has some thousands. */
const itemsARequest = 1000;
const mostRequests = 10;

const monthOf = (office: string, month: string): string => `OPENINGS#${office}#${month}`;

/** Returns the quarter of an hour by the clock in which an instant lies, by its own first instant. */
export const quarterOf = (at: string | number): string =>
  new Date(Math.floor(new Date(at).getTime() / lookMs) * lookMs).toISOString();

const look = stored.pick({ by: true, at: true });

export function openLooks(table: Table): Looks {
  return {
    inQuarter: async (office, quarter) => {
      const items = await queried(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :quarter)",
        ExpressionAttributeValues: { ":pk": monthOf(office, limaDay(quarter).slice(0, 7)), ":quarter": quarter },
        ConsistentRead: true,
      });
      return items.map((item) => look.parse(item));
    },
  };
}

export function openOpenings({ client, name }: Table): Openings {
  const itemsOf = async (pk: string, before?: string, from = "") => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: name,
        ...rangeOf(pk, before, from),
        ScanIndexForward: false,
        Limit: itemsARequest,
      }),
    );
    return { items: Items.map((item) => stored.parse(item)), isLast: LastEvaluatedKey === undefined };
  };
  return {
    note: async (office, openings) => {
      await Promise.all(
        openings.map(async (opening) => {
          const pk = monthOf(office, limaDay(opening.at).slice(0, 7));
          const Item = { pk, sk: placeOf(opening), ...opening, expiresAt: endOfLog(opening.at) };
          const once = { ConditionExpression: "attribute_not_exists(pk)" };
          try {
            await client.send(new PutCommand({ TableName: name, Item, ...once }));
          } catch (failure) {
            if (!isConditionRefused(failure)) throw failure;
          }
        }),
      );
    },
    list: async (office, asked, limit, before) => {
      const openings: Opening[] = [];
      let position = before;
      for (let request = 0; request < mostRequests; request += 1) {
        const { items, isLast } = await itemsOf(monthOf(office, asked.month), position);
        const found = items.filter((item) => isAsked(asked, item)).slice(0, limit - openings.length);
        openings.push(...found.map(({ sk: _, ...opening }) => opening));
        if (openings.length === limit) return { openings: byInstant(openings), position: found.at(-1)?.sk };
        position = items.at(-1)?.sk;
        if (isLast || isBefore(asked.day, items.at(-1))) return { openings: byInstant(openings) };
      }
      return { openings: byInstant(openings), position };
    },
    between: async (office, first, last) => {
      const months = [...new Set([first.slice(0, 7), last.slice(0, 7)])];
      const read = await Promise.all(
        months.map(async (month) => {
          const openings: Opening[] = [];
          let position: string | undefined = lapsesAt(last);
          for (let request = 0; request < mostRequests; request += 1) {
            const { items, isLast } = await itemsOf(monthOf(office, month), position, limaInstant(first, "00:00"));
            openings.push(...items.map(({ sk: _, ...opening }) => opening));
            if (isLast) return { openings, isWhole: true };
            position = items.at(-1)?.sk;
          }
          return { openings, isWhole: false };
        }),
      );
      return { openings: read.flatMap(({ openings }) => openings), isWhole: read.every(({ isWhole }) => isWhole) };
    },
  };
}

/** The condition of a query for a month's openings: before a position and not before another, if they are given. */
function rangeOf(pk: string, before: string | undefined, from: string) {
  if (from !== "" && before !== undefined)
    return {
      // What stands at `before` itself was read already, and BETWEEN includes it: no key ends in less than its `#0`.
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :before",
      ExpressionAttributeValues: { ":pk": pk, ":from": from, ":before": before.replace(/#0$/, "#") },
    };
  return {
    KeyConditionExpression: before === undefined ? "pk = :pk" : "pk = :pk AND sk < :before",
    ExpressionAttributeValues: { ":pk": pk, ...(before !== undefined && { ":before": before }) },
  };
}

/**
 * Where an opening stands in its month: its quarter of an hour, and who opened what. So the functions that answer parts
 * of one page note one line.
 */
function placeOf({ at, by, what, id, part = "" }: Opening): string {
  const opened = createHash("sha256").update([by, what, id, part].join("\n")).digest("base64url");
  return `${quarterOf(at)}#${opened.slice(0, lookLength)}#0`;
}

/** 132 bits: no two looks of a quarter of an hour meet. */
const lookLength = 22;

const byInstant = (openings: readonly Opening[]): readonly Opening[] =>
  openings.toSorted((a, b) => b.at.localeCompare(a.at));

/** Whether an opening is of an earlier day: the newest come first, so that nothing of `day` follows it. */
const isBefore = (day: CalendarDay | undefined, last: Opening | undefined): boolean =>
  day !== undefined && last !== undefined && limaDay(last.at) < day;

function isAsked({ day, by, about }: AskedOpenings, opening: Opening): boolean {
  return (
    (day === undefined || limaDay(opening.at) === day) &&
    (by === undefined || by.includes(opening.by)) &&
    (about === undefined || (opening.what === about.what && opening.id === about.id))
  );
}
