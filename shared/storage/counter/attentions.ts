import { randomInt } from "node:crypto";
import { QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type Attention,
  attentionMatters,
  type ContactCount,
  type CountedContact,
  countedContacts,
} from "../../domain/counter/attention.ts";
import { limaDay } from "../../domain/term/calendar-day.ts";
import { type OfficeChannel, officeChannels } from "../../domain/term/office-hours.ts";
import { newItem, type Table, transact, type Write } from "../dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "../idempotency-records.ts";

/** Contacts served, by month: each that staff entered, and counts by day and channel. */
export interface Attentions {
  /**
   * Records a contact with the writes in `also`, and adds one to its day's count. Returns `false`, with nothing
   * written, if the write's key was used before or other transactions kept conflicting.
   */
  enter(attention: Attention, write: WriteMark, also?: readonly Write[]): Promise<boolean>;
  /**
   * Returns what a write key was used for: the hash of the content sent with it, and the contact it entered.
   * `attention` is absent if the key made something else. Returns undefined if the key was not used.
   */
  ofRequest(
    key: string,
  ): Promise<{ readonly contentHash: string; readonly attention?: Attention | undefined } | undefined>;
  /**
   * Returns at most `limit` contacts of a month (`YYYY-MM`), newest first, each with its position (`place`). With
   * `before`, the `place` of the last one seen, only contacts older than that one.
   */
  list(
    office: string,
    month: string,
    limit: number,
    before?: string,
  ): Promise<readonly (Attention & { place: string })[]>;
  counts(office: string, month: string): Promise<readonly ContactCount[]>;
}

/** Counts what people look up by themselves, without who they are. */
export interface ContactCounter {
  count(
    office: string,
    contact: { readonly channel: OfficeChannel; readonly what: CountedContact },
    now: string,
  ): Promise<void>;
}

const stored = z.object({
  sk: z.string(),
  attentionId: z.string(),
  office: z.string(),
  channel: z.enum(officeChannels),
  matter: z.enum(attentionMatters),
  claimCode: z.string().optional(),
  at: z.string(),
  by: z.string(),
});
const storedRequest = z.object({ contentHash: z.string(), attention: stored.omit({ sk: true }).optional() });
const storedCount = z.object({
  day: z.string(),
  channel: z.enum(officeChannels),
  what: z.enum(countedContacts),
  contacts: z.number(),
});

const pkOf = (office: string, month: string): string => `ATTENTIONS#${office}#${month}`;

type Counted = { readonly channel: OfficeChannel; readonly what: CountedContact };

/** A day's contacts of a kind are counted in so many items, so that no item is written by every look-up. */
const parts = 8;

/** Returns the key of one of the items that count a day's contacts of a kind. */
export function countKey(office: string, { channel, what }: Counted, day: string, part: number | string) {
  return { pk: pkOf(office, day.slice(0, 7)), sk: `N#${day}#${channel}#${what}#${part}` };
}

function countWrite(name: string, office: string, { channel, what }: Counted, now: string) {
  const day = limaDay(now);
  return {
    TableName: name,
    Key: countKey(office, { channel, what }, day, randomInt(parts)),
    UpdateExpression: "SET #day = :day, channel = :channel, what = :what ADD contacts :one",
    ExpressionAttributeNames: { "#day": "day" },
    ExpressionAttributeValues: { ":day": day, ":channel": channel, ":what": what, ":one": 1 },
  };
}

export function openContactCounter({ client, name }: Table): ContactCounter {
  return {
    count: async (office, counted, now) => {
      await client.send(new UpdateCommand(countWrite(name, office, counted, now)));
    },
  };
}

export function openAttentions(table: Table): Attentions {
  const { client, name } = table;
  const queried = async (office: string, month: string, prefix: string, more: object = {}) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :prefix)",
        ExpressionAttributeValues: { ":pk": pkOf(office, month), ":prefix": prefix },
        ...more,
      }),
    );
    return Items;
  };
  return {
    enter: async (attention, write, also = []) => {
      const { office, at, attentionId, channel } = attention;
      const month = limaDay(at).slice(0, 7);
      const { done } = await transact(client, [
        requestWrite(table, write, at, { attention }),
        newItem(table, { pk: pkOf(office, month), sk: `A#${at}#${attentionId}`, ...attention }),
        { Update: countWrite(name, office, { channel, what: "attention" }, at) },
        ...also,
      ]);
      return done;
    },
    ofRequest: async (key) => storedRequest.optional().parse(await findByIdempotencyKey(table, key)),
    list: async (office, month, limit, before) => {
      const position = before === undefined ? {} : { ExclusiveStartKey: { pk: pkOf(office, month), sk: before } };
      const items = await queried(office, month, "A#", { ScanIndexForward: false, Limit: limit, ...position });
      return items.map((item) => {
        const { sk: place, ...attention } = stored.parse(item);
        return { ...attention, place };
      });
    },
    counts: async (office, month) => {
      const sums = new Map<string, ContactCount>();
      for (const item of await queried(office, month, "N#")) {
        const { contacts, ...of } = storedCount.parse(item);
        const key = `${of.day} ${of.channel} ${of.what}`;
        sums.set(key, { ...of, count: (sums.get(key)?.count ?? 0) + contacts });
      }
      return [...sums.values()];
    },
  };
}
