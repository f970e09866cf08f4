import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Calendars } from "../../domain/case/claim-law.ts";
import type { KnownOutage } from "../../domain/problem/outage.ts";
import { type CalendarChange, type CalendarVersion, calendarsAfter } from "../../domain/term/calendar-changes.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { type Queue, queues } from "../../domain/work/work-list.ts";
import type { QueuePosition } from "../case/case-head.ts";
import { itemsFrom, type Table, transact, type Write } from "../dynamodb.ts";
import type { WriteMark } from "../idempotency-records.ts";
import { outagesKey, recordedOutage } from "../problem/outages.ts";

/** A version as it is stored: its calendars follow from the seed and the changes so far. */
export type NewVersion = Omit<CalendarVersion, "calendars" | "until" | "moves" | "notifiedAt">;

/** How far the open claims have been read to record what a version moves, and how many were moved or failed so far. */
export interface CalendarChangeProgress {
  readonly queue: Queue;
  readonly after?: QueuePosition | undefined;
  readonly moved: number;
  readonly failed: number;
}

export interface StoredVersion extends CalendarVersion {
  readonly write?: WriteMark | undefined;
  readonly reached?: CalendarChangeProgress | undefined;
}

/** What terms are counted by: the versions of the calendars, and the outages of the document desk. */
export interface KnownCalendars {
  readonly versions: readonly StoredVersion[];
  readonly outages: readonly KnownOutage[];
}

/**
 * Seconds until a new version is in force: by then every environment has read it, so it is in force for all at one
 * instant.
 */
export const secondsUntilInForce = 120;

/** The versions of the office's calendars, in order; none is ever edited. */
export interface CalendarBook {
  /**
   * Returns every version, at least one: while the table has none, the calendars of the utility's data are version 1.
   */
  versions(): Promise<readonly StoredVersion[]>;
  /**
   * Returns every version, and every outage of the document desk in the order they began, for half the units: what was
   * written in the last moments may be missing, and is not in force yet. Does not read how many claims a version moved
   * (`moves`).
   */
  known(): Promise<KnownCalendars>;
  /**
   * Adds a version after those that were read (`before`), without checking its changes. The first change also stores
   * the seed as version 1. Returns `false`, with nothing written, if somebody added a version first or other
   * transactions kept conflicting.
   */
  add(before: readonly StoredVersion[], version: NewVersion, write: WriteMark): Promise<boolean>;
  /**
   * Returns the write that adds one to the claims that a version moved. Writes at the same moment conflict if they have
   * one `lane`, and each version counts every lane by itself.
   */
  countMoved(number: number, lane: number): Write;
  /**
   * Records how far the open claims have been read for a version. With `undefined` the reading starts again from the
   * first claim. Throws if there is no such version.
   */
  markReached(number: number, reached: CalendarChangeProgress | undefined): Promise<void>;
  /**
   * Records the instant by which all open claims were handled for a version. A second call keeps the first instant.
   * Throws if there is no such version.
   */
  markNotified(number: number, at: string): Promise<void>;
}

const pk = "CALENDARS";
const keyOf = (number: number) => ({ pk, sk: `V#${String(number).padStart(5, "0")}` });
const movedKey = "CALENDARS#MOVED";
const movedKeyOf = (number: number, lane: number) => ({ pk: movedKey, sk: `${keyOf(number).sk}#${lane}` });
const storedMoves = z.object({ sk: z.string(), moves: z.number() });

/** An instant before any claim. */
const everInForce = "1992-01-01T05:00:00.000Z";

const stored = z.object({
  number: z.number(),
  inForceFrom: z.string(),
  by: z.string(),
  why: z.string(),
  moves: z.number().default(0),
  reached: z
    .object({
      queue: z.enum(queues),
      after: z.object({ dueOn: z.string(), claimId: z.string() }).optional(),
      moved: z.number(),
      failed: z.number(),
    })
    .optional(),
  notifiedAt: z.string().optional(),
  writeKey: z.string().optional(),
  writeHash: z.string().optional(),
  /** The seed, in JSON. */
  seed: z.string().optional(),
  /** The changes, in JSON. */
  changes: z.string().optional(),
});

/** Returns the name of a version, such as `v2-2026-11-25`: its number and the day in Lima from which it is in force. */
export function calendarName({ number, inForceFrom }: Pick<CalendarVersion, "number" | "inForceFrom">): string {
  return `v${number}-${limaDay(inForceFrom)}`;
}

function seedVersion(calendars: Calendars): StoredVersion {
  return {
    number: 1,
    inForceFrom: everInForce,
    by: "",
    why: "",
    changes: [],
    calendars,
    moves: 0,
    notifiedAt: everInForce,
  };
}

/**
 * Returns a stored version with its calendars, made from those before it; its changes were checked when they were
 * added.
 */
function followed(before: Calendars, item: z.infer<typeof stored>): StoredVersion {
  const { writeKey, writeHash = "", seed: _, changes: text, ...version } = item;
  const changes = JSON.parse(text ?? "[]") as readonly CalendarChange[];
  const calendars = calendarsAfter(before, changes, calendarName(version), limaDay(version.inForceFrom));
  const write = writeKey === undefined ? undefined : { key: writeKey, contentHash: writeHash };
  return { ...version, changes, calendars, ...(write && { write }) };
}

function knownOutage(item: Record<string, unknown>): KnownOutage {
  const { from, to, recordedAt } = recordedOutage.parse(item);
  const inForceFrom = new Date(Date.parse(recordedAt) + secondsUntilInForce * 1000).toISOString();
  return { from, to, inForceFrom };
}

/**
 * Opens the versions of the calendars, and the known outages, that a table stores.
 * @param seed the calendars of the utility's data: version 1 as long as the table stores no version, and not used after
 */
export function openCalendars(table: Table, seed: Calendars): CalendarBook {
  const { client, name } = table;
  const putNew = (item: Record<string, unknown>): Write => ({
    Put: { TableName: name, Item: item, ConditionExpression: "attribute_not_exists(pk)" },
  });
  const readVersions = async (isConsistent: boolean) => {
    const [first, ...rest] = (await itemsFrom(table, pk, isConsistent)).map((item) => stored.parse(item));
    const versions = [seedVersion(first?.seed === undefined ? seed : (JSON.parse(first.seed) as Calendars))];
    for (const item of rest) versions.push(followed(versions.at(-1)?.calendars ?? seed, item));
    return versions.map((version, at) => ({ ...version, until: versions[at + 1]?.inForceFrom }));
  };
  return {
    versions: async () => {
      const [versions, items] = await Promise.all([readVersions(true), itemsFrom(table, movedKey, true)]);
      const counts = items.map((item) => storedMoves.parse(item));
      return versions.map((version) => {
        const own = counts.filter(({ sk }) => sk.startsWith(`${keyOf(version.number).sk}#`));
        return { ...version, moves: own.reduce((sum, { moves }) => sum + moves, version.moves) };
      });
    },
    known: async () => {
      const [versions, outages] = await Promise.all([readVersions(false), itemsFrom(table, outagesKey, false)]);
      return { versions, outages: outages.map(knownOutage) };
    },
    add: async ([first, ...rest], { changes, ...version }, { key, contentHash }) => {
      const item = {
        ...keyOf(version.number),
        ...version,
        changes: JSON.stringify(changes),
        writeKey: key,
        writeHash: contentHash,
      };
      const writes = [putNew(item)];
      // With the first change the seed is stored: from then on the table alone says what the calendars were.
      if (first && rest.length === 0) {
        const { changes: _, calendars, until: __, ...own } = first;
        writes.unshift(putNew({ ...keyOf(first.number), ...own, seed: JSON.stringify(calendars) }));
      }
      return (await transact(client, writes)).done;
    },
    countMoved: (number, lane) => ({
      Update: {
        TableName: name,
        Key: movedKeyOf(number, lane),
        UpdateExpression: "ADD moves :one",
        ExpressionAttributeValues: { ":one": 1 },
      },
    }),
    markReached: async (number, reached) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(number),
          UpdateExpression: reached ? "SET reached = :reached" : "REMOVE reached",
          ConditionExpression: "attribute_exists(pk)",
          ...(reached && { ExpressionAttributeValues: { ":reached": reached } }),
        }),
      );
    },
    markNotified: async (number, at) => {
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: keyOf(number),
          UpdateExpression: "SET notifiedAt = if_not_exists(notifiedAt, :at)",
          ConditionExpression: "attribute_exists(pk)",
          ExpressionAttributeValues: { ":at": at },
        }),
      );
    },
  };
}
