import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type AtypicalReading,
  announcedVisit,
  type ReadingEntry,
  type RepairAttempt,
  readingIdOf,
} from "../../domain/reading/atypical-reading.ts";
import type { ReadingRound } from "../../domain/reading/reading-round.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { queueKeyOf } from "../case/claim-keys.ts";
import { isConditionRefused, type Table, transact, type Write } from "../dynamodb.ts";
import type { WriteMark } from "../idempotency-records.ts";
import { queuePage } from "../queue-page.ts";
import { openAppointmentSlots, type SlotsOf } from "../visit/appointment-slots.ts";

/** A reading as stored, with the write marks of the entries that people made. */
export interface StoredReading extends AtypicalReading {
  readonly marks: readonly WriteMark[];
  /** Its visit in the inspectors' day, which stays there once it was made. */
  readonly round?: ReadingRound | undefined;
}

/** A reading of the list; `place` is its position there. */
export interface WaitingReading extends StoredReading {
  readonly place: string;
}

/** Atypical readings before their receipts are issued. */
export interface AtypicalReadings {
  /** Adds a reading. Returns false, with nothing written, if the month of the supply has one. */
  open(reading: AtypicalReading): Promise<boolean>;
  find(readingId: string): Promise<StoredReading | undefined>;
  ofMonth(supplyCode: string, period: string): Promise<StoredReading | undefined>;
  /**
   * Returns at most `limit` open readings, by the day they are listed by. With `after`, the place of the last one seen,
   * only those after it.
   */
  waiting(office: string, limit: number, after?: string): Promise<readonly WaitingReading[]>;
  /**
   * Adds an entry; from now on the reading is listed by the day `by`, or without one as over, by the day of the entry.
   * A `round` replaces the visit in the inspectors' day and takes its slots; a reading that is over without its visit
   * leaves that day. Returns false, with nothing written, if another write came first or transactions kept conflicting.
   */
  append(
    reading: StoredReading,
    entry: ReadingEntry,
    by: string | undefined,
    also?: { readonly write?: WriteMark | undefined; readonly round?: ReadingRound | undefined },
  ): Promise<boolean>;
  /** Adds a visit that verified nothing, and its next one in the inspectors' day. Returns false as `append` does. */
  addAttempt(
    reading: StoredReading,
    attempt: RepairAttempt,
    also: { readonly write: WriteMark; readonly round?: ReadingRound | undefined },
  ): Promise<boolean>;
}

const stored = z.looseObject({
  readingId: z.string(),
  supplyCode: z.string(),
  entries: z.array(z.looseObject({ type: z.string(), at: z.string() })),
  marks: z.array(z.object({ key: z.string(), contentHash: z.string() })),
});
const placed = z.object({ queueOrder: z.string() });

/** Returns the reading that a stored item holds. Throws if the item is no reading. */
export const readingOf = (item: unknown): StoredReading => stored.parse(item) as unknown as StoredReading;
const orderOf = (day: string, readingId: string) => `${day}#${readingId}`;
const keyOf = (readingId: string) => ({ pk: `READING#${readingId}`, sk: "READING" });

/** Returns the partition of the index of agendas in which the visits of an office's readings on a day stand. */
export const roundsKeyOf = (office: string, day: string): string => `${office}#readings#${day}`;

/**
 * What an update of a reading sets and removes for its visit in the inspectors' day; nothing if that stays as it is.
 */
function roundUpdate({ office, readingId }: StoredReading, round: ReadingRound | undefined, drops: boolean) {
  if (round)
    return {
      set: ", round = :round, agendaKey = :agendaKey, agendaOrder = :agendaOrder",
      remove: "",
      values: {
        ":round": round,
        ":agendaKey": roundsKeyOf(office, round.on),
        ":agendaOrder": `${round.from}#${readingId}`,
      },
    };
  return { set: "", remove: drops ? " REMOVE round, agendaKey, agendaOrder" : "", values: {} };
}

interface TakenSlot {
  readonly of: SlotsOf;
  readonly from: string;
}

const slotsIn = (round: ReadingRound | undefined): readonly TakenSlot[] =>
  round ? round.slots.map((from) => ({ of: { kind: "visit", zone: round.zone, day: round.on }, from })) : [];
const isSame = (one: TakenSlot, other: TakenSlot): boolean =>
  one.from === other.from && one.of.day === other.of.day && one.of.zone === other.of.zone;

const marksOf = (write: WriteMark | undefined): readonly WriteMark[] =>
  write ? [{ key: write.key, contentHash: write.contentHash }] : [];

export function openAtypicalReadings(table: Table): AtypicalReadings {
  const { client, name } = table;
  const slots = openAppointmentSlots(table);
  /** Gives back the slots of an announced visit that was not made, and takes those of the new one. */
  const slotWrites = (reading: StoredReading, round: ReadingRound | undefined, drops: boolean): readonly Write[] => {
    const old = (round || drops) && announcedVisit(reading) ? slotsIn(reading.round) : [];
    const taken = slotsIn(round);
    const lacks = (among: readonly TakenSlot[]) => (one: TakenSlot) => !among.some((other) => isSame(one, other));
    return [
      ...old.filter(lacks(taken)).map(({ of, from }) => slots.giveBack(of, from)),
      ...taken.filter(lacks(old)).map(({ of, from }) => slots.take(of, from)),
    ];
  };
  const find: AtypicalReadings["find"] = async (readingId) => {
    const Key = keyOf(readingId);
    const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
    return Item && readingOf(Item);
  };
  return {
    open: async (reading) => {
      const { readingId, office, issueOn } = reading;
      const list = { queueKey: queueKeyOf(office, "atypical-readings"), queueOrder: orderOf(issueOn, readingId) };
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { ...keyOf(readingId), ...reading, marks: [], ...list },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
        return true;
      } catch (failure) {
        if (isConditionRefused(failure)) return false;
        throw failure;
      }
    },
    find,
    ofMonth: (supplyCode, period) => find(readingIdOf(supplyCode, period)),
    waiting: async (office, limit, after) => {
      const items = await queuePage(table, office, "atypical-readings", limit, after);
      return items.map((item) => ({ ...readingOf(item), place: placed.parse(item).queueOrder }));
    },
    append: async (reading, entry, by, { write, round } = {}) => {
      const { readingId, office, entries } = reading;
      const made = entry.type === "visited" || entry.type === "repair-verified";
      const drops = by === undefined && !made && reading.round !== undefined;
      const { set, remove, values } = roundUpdate(reading, round, drops);
      const { done } = await transact(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(readingId),
            UpdateExpression: `SET entries = list_append(entries, :entry), marks = list_append(marks, :marks), queueKey = :queueKey, queueOrder = :queueOrder${set}${remove}`,
            ConditionExpression: "size(entries) = :count",
            ExpressionAttributeValues: {
              ":entry": [entry],
              ":marks": marksOf(write),
              ":count": entries.length,
              ":queueKey": queueKeyOf(office, by ? "atypical-readings" : "readings-over"),
              ":queueOrder": orderOf(by ?? limaDay(entry.at), readingId),
              ...values,
            },
          },
        },
        ...slotWrites(reading, round, drops),
      ]);
      return done;
    },
    addAttempt: async (reading, attempt, { write, round }) => {
      const { set, values } = roundUpdate(reading, round, false);
      const { done } = await transact(client, [
        {
          Update: {
            TableName: name,
            Key: keyOf(reading.readingId),
            UpdateExpression: `SET attempts = list_append(if_not_exists(attempts, :none), :attempt), marks = list_append(marks, :marks)${set}`,
            ConditionExpression: "size(entries) = :count AND size(marks) = :marked",
            ExpressionAttributeValues: {
              ":none": [],
              ":attempt": [attempt],
              ":marks": marksOf(write),
              ":count": reading.entries.length,
              ":marked": reading.marks.length,
              ...values,
            },
          },
        },
      ]);
      return done;
    },
  };
}
