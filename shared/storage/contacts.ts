import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { CalendarDay } from "../domain/calendar-day.ts";
import { type CallBack, type CallBackAttempt, type Contact, callBackResults } from "../domain/contact.ts";
import { namedLanguages } from "../domain/language.ts";
import { officeChannels } from "../domain/office-hours.ts";
import { keptDays } from "../domain/retention.ts";
import { queueKeyOf } from "./claim-keys.ts";
import { itemsOf, newItem, type Table, transact, type Write } from "./dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "./idempotency-records.ts";
import { queuePage } from "./queue-page.ts";

/** The contacts of each supply, and the calls that were promised. Both are deleted `keptDays.contacts` days later. */
export interface Contacts {
  /** Returns the write that adds a contact to its supply. */
  entry(contact: Contact): Write;
  /** Returns the write that puts a new call back on the list. */
  promise(callBack: CallBack): Write;
  /** Returns at most `limit` contacts of a supply, the newest first, without those whose time is over at `now`. */
  ofSupply(supplyCode: string, limit: number, now: string): Promise<readonly Contact[]>;
  /**
   * Returns at most `limit` open call backs, the earliest due first. With `after`, the position `{at}#{callBackId}` of
   * the last one seen, only those after it.
   */
  open(office: string, limit: number, after?: string): Promise<readonly CallBack[]>;
  find(callBackId: string): Promise<CallBack | undefined>;
  found(callBackIds: readonly string[]): Promise<readonly CallBack[]>;
  ofRequest(key: string): Promise<{ readonly contentHash: string; readonly callBackId: string } | undefined>;
  /**
   * Records an attempt at a call back as it was read, with `also`. It stays on the list at `again`; without `again` it
   * leaves it. Returns `false`, with nothing written, if the write's key was used, another attempt was recorded
   * meanwhile, or other transactions kept conflicting.
   */
  attempt(
    callBack: CallBack,
    attempt: CallBackAttempt,
    again: string | undefined,
    write: WriteMark,
    also: readonly Write[],
  ): Promise<boolean>;
}

const day = z.string().transform((text): CalendarDay => text as CalendarDay);
const stored = z.object({
  contactId: z.string(),
  supplyCode: z.string(),
  channel: z.enum(officeChannels),
  at: z.string(),
  by: z.string(),
  question: z.string(),
  answer: z.string(),
  next: z.object({ step: z.string(), on: day }).optional(),
  preferential: z.boolean().optional(),
  language: z.enum(namedLanguages).optional(),
  callBackId: z.string().optional(),
  expiresAt: z.number(),
});
const storedCallBack = z.object({
  callBackId: z.string(),
  office: z.string(),
  at: z.string(),
  telephone: z.string(),
  about: z.string(),
  supplyCode: z.string().optional(),
  promisedAt: z.string(),
  promisedBy: z.string(),
  attempts: z.array(z.object({ at: z.string(), by: z.string(), result: z.enum(callBackResults), text: z.string() })),
});
const made = z.object({ callBackId: z.string().default(""), contentHash: z.string() });

const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000);
const endOf = (at: string): number => secondsOf(at) + keptDays.contacts * 86_400;
const keyOf = (callBackId: string) => ({ pk: `CALLBACK#${callBackId}`, sk: "CALLBACK" });
const orderOf = (at: string, callBackId: string): string => `${at}#${callBackId}`;

export function openContacts(table: Table): Contacts {
  const { client, name } = table;
  const queueOf = (office: string): string => queueKeyOf(office, "call-backs");
  return {
    entry: (contact) =>
      newItem(table, {
        pk: `SUPPLY#${contact.supplyCode}`,
        sk: `CONTACT#${contact.contactId}`,
        ...contact,
        expiresAt: endOf(contact.at),
      }),
    promise: (callBack) =>
      newItem(table, {
        ...keyOf(callBack.callBackId),
        ...callBack,
        queueKey: queueOf(callBack.office),
        queueOrder: orderOf(callBack.at, callBack.callBackId),
      }),
    ofSupply: async (supplyCode, limit, now) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :contact)",
          ExpressionAttributeValues: { ":pk": `SUPPLY#${supplyCode}`, ":contact": "CONTACT#" },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      // The table deletes an item some time after its end.
      const kept = Items.map((item) => stored.parse(item)).filter(({ expiresAt }) => expiresAt > secondsOf(now));
      return kept.map(({ expiresAt: _, ...contact }) => contact);
    },
    open: async (office, limit, after) =>
      (await queuePage(table, office, "call-backs", limit, after)).map((item) => storedCallBack.parse(item)),
    find: async (callBackId) => {
      const Key = keyOf(callBackId);
      const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
      return Item && storedCallBack.parse(Item);
    },
    found: async (callBackIds) =>
      (await itemsOf(table, callBackIds.map(keyOf))).map((item) => storedCallBack.parse(item)),
    ofRequest: async (key) => made.optional().parse(await findByIdempotencyKey(table, key)),
    attempt: async ({ callBackId, office, attempts }, attempt, again, write, also) => {
      const values = again
        ? { ":again": again, ":queue": queueOf(office), ":order": orderOf(again, callBackId) }
        : { ":ends": endOf(attempt.at) };
      const { done } = await transact(client, [
        requestWrite(table, write, attempt.at, { callBackId }),
        {
          Update: {
            TableName: name,
            Key: keyOf(callBackId),
            UpdateExpression: `SET attempts = list_append(attempts, :attempt), ${
              again
                ? "#at = :again, queueKey = :queue, queueOrder = :order"
                : "expiresAt = :ends REMOVE queueKey, queueOrder"
            }`,
            ConditionExpression: "size(attempts) = :count AND attribute_exists(queueKey)",
            ...(again && { ExpressionAttributeNames: { "#at": "at" } }),
            ExpressionAttributeValues: { ":attempt": [attempt], ":count": attempts.length, ...values },
          },
        },
        ...also,
      ]);
      return done;
    },
  };
}
