import { createHash } from "node:crypto";
import { BatchGetCommand, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { ahead, type Counts, listsOf, plusCounts, type Totals } from "../../domain/board/office-totals.ts";
import { isConditionRefused, pauseBefore, queried, type Table } from "../dynamodb.ts";

/** What one record of a shard of the stream adds. Sequence numbers grow within their shard. */
export interface CountedRecord {
  readonly sequence: string;
  readonly totals: Totals;
}

/** The totals of a month, those `ahead`, or those of work lists, as stored. `version` grows with each write. */
export interface StoredTotals {
  readonly month: string;
  readonly counts: Counts;
  readonly version: number;
  /** When they were last written. */
  readonly at: string;
}

/** The last count of everything anew: the day it agreed with the totals. */
export interface AgreedCount {
  readonly day: string;
}

/** The office's totals: an item a month, one for the terms ahead, one for the work lists and one for each owner's. */
export interface OfficeTotals {
  /**
   * Adds what records of one shard count, each once: a record at or before the last one that a month has counted of its
   * shard adds nothing to that month. Writes only the months that change, one after another. Throws after six
   * conflicts.
   */
  add(office: string, shard: string, records: readonly CountedRecord[], now: string): Promise<void>;
  /** Returns every item of totals of an office, read consistently. */
  all(office: string): Promise<readonly StoredTotals[]>;
  /** Replaces the counts of a month. Returns `false`, with nothing written, if it was written since it was read. */
  replace(office: string, before: StoredTotals, counts: Counts, now: string): Promise<boolean>;
  /** Returns the last day on which a count of everything agreed; undefined before the first. */
  agreed(office: string): Promise<AgreedCount | undefined>;
  agree(office: string, day: string): Promise<void>;
}

/** Reads totals and changes none. */
export interface TotalsReader {
  /**
   * Returns how many claims are on the work lists, all and those that `owner` owns, by list and legal day (`listed`),
   * in one read. What was recorded in the last minutes may be missing.
   */
  ofLists(office: string, owner: string): Promise<{ readonly all: Counts; readonly own: Counts }>;
  /** Returns the totals of a month and those ahead in one read; without an item, empty counts and no `at`. */
  ofMonth(
    office: string,
    month: string,
  ): Promise<{ readonly counts: Counts; readonly ahead: Counts; readonly at?: string | undefined }>;
}

/** The stream forgets its records after 24 hours: a shard that counted nothing for two days has ended. */
const shardDays = 2;
export const totalsTries = 6;

const storedCounts = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.record(z.string(), z.number()));
const stored = z.object({
  sk: z.string(),
  counts: storedCounts,
  marks: z.record(z.string(), z.object({ sequence: z.string(), at: z.string() })),
  version: z.number(),
  at: z.string(),
});
type Stored = z.output<typeof stored>;
const storedAgreement = z.object({ day: z.string() });

const pkOf = (office: string): string => `TOTALS#${office}`;
const monthPrefix = "T#";
const skOf = (month: string): string => `${monthPrefix}${month}`;
const agreedKey = (office: string) => ({ pk: pkOf(office), sk: "AGREED" });

/** The name of a shard in an item: its id is long, and there may be a dozen a day. */
export function markOf(shard: string): string {
  return createHash("sha256").update(shard).digest("base64url").slice(0, 8);
}

const totalsOf = ({ sk, counts, version, at }: Stored): StoredTotals => ({
  month: sk.slice(monthPrefix.length),
  counts,
  version,
  at,
});

/** Leaves out the marks of shards that ended. */
function liveMarks(marks: Stored["marks"], now: string): Stored["marks"] {
  const since = new Date(Date.parse(now) - shardDays * 86_400_000).toISOString();
  return Object.fromEntries(Object.entries(marks).filter(([, { at }]) => at >= since));
}

export function openOfficeTotals(table: Table): OfficeTotals {
  const { client, name } = table;
  const find = async (office: string, month: string): Promise<Stored | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName: name, Key: { pk: pkOf(office), sk: skOf(month) }, ConsistentRead: true }),
    );
    return Item && stored.parse(Item);
  };
  /** Puts an item over the version that was read, or a new one. Returns `false` if somebody wrote first. */
  const put = async (office: string, item: Omit<Stored, "version">, before: number): Promise<boolean> => {
    try {
      await client.send(
        new PutCommand({
          TableName: name,
          Item: { pk: pkOf(office), ...item, counts: JSON.stringify(item.counts), version: before + 1 },
          ...(before === 0
            ? { ConditionExpression: "attribute_not_exists(pk)" }
            : {
                ConditionExpression: "#version = :before",
                ExpressionAttributeNames: { "#version": "version" },
                ExpressionAttributeValues: { ":before": before },
              }),
        }),
      );
      return true;
    } catch (failure) {
      if (isConditionRefused(failure)) return false;
      throw failure;
    }
  };
  const addTo = async (
    month: string,
    office: string,
    shard: string,
    records: readonly CountedRecord[],
    now: string,
  ): Promise<void> => {
    const mark = markOf(shard);
    for (let attempt = 1; attempt <= totalsTries; attempt += 1) {
      const before = await find(office, month);
      const counted = before?.marks[mark]?.sequence;
      const fresh = records.filter(({ sequence }) => counted === undefined || BigInt(sequence) > BigInt(counted));
      const last = fresh.at(-1);
      if (!last) return;
      const counts = fresh.reduce<Counts>(
        (sum, { totals }) => plusCounts(sum, totals[month] ?? {}),
        before?.counts ?? {},
      );
      const marks = { ...liveMarks(before?.marks ?? {}, now), [mark]: { sequence: last.sequence, at: now } };
      if (await put(office, { sk: skOf(month), counts, marks, at: now }, before?.version ?? 0)) return;
      await pauseBefore(attempt);
    }
    throw new Error(`the totals of ${month} are busy`);
  };
  return {
    add: async (office, shard, records, now) => {
      const months = new Set(records.flatMap(({ totals }) => Object.keys(totals)));
      for (const month of months)
        await addTo(
          month,
          office,
          shard,
          records.filter(({ totals }) => totals[month] !== undefined),
          now,
        );
    },
    all: async (office) => {
      const items = await queried(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: { ":pk": pkOf(office), ":prefix": monthPrefix },
        ConsistentRead: true,
      });
      return items.map((item) => totalsOf(stored.parse(item)));
    },
    replace: async (office, { month, version }, counts, now) => {
      const before = await find(office, month);
      if ((before?.version ?? 0) !== version) return false;
      return put(office, { sk: skOf(month), counts, marks: before?.marks ?? {}, at: now }, version);
    },
    agreed: async (office) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: agreedKey(office), ConsistentRead: true }),
      );
      return Item && storedAgreement.parse(Item);
    },
    agree: async (office, day) => {
      await client.send(new PutCommand({ TableName: name, Item: { ...agreedKey(office), day } }));
    },
  };
}

export function openTotalsReader({ client, name }: Table): TotalsReader {
  const storedRead = z.object({ sk: z.string(), counts: storedCounts, at: z.string() });
  /** Returns the two named items of totals, undefined for one that does not exist. */
  const twoOf = async (office: string, one: string, other: string) => {
    const keys = [one, other].map((each) => ({ pk: pkOf(office), sk: skOf(each) }));
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys: keys } } }),
    );
    if (UnprocessedKeys?.[name]) throw new Error("the totals were not read whole");
    const items = (Responses?.[name] ?? []).map((item) => storedRead.parse(item));
    return keys.map(({ sk }) => items.find((item) => item.sk === sk));
  };
  return {
    ofLists: async (office, owner) => {
      const [all, own] = await twoOf(office, listsOf(), listsOf(owner));
      return { all: all?.counts ?? {}, own: own?.counts ?? {} };
    },
    ofMonth: async (office, month) => {
      const [own, coming] = await twoOf(office, month, ahead);
      const at = [own?.at, coming?.at]
        .filter((one) => one !== undefined)
        .toSorted()
        .at(-1);
      return { counts: own?.counts ?? {}, ahead: coming?.counts ?? {}, at };
    },
  };
}
