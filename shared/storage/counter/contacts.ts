import { GetCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type CallBack,
  type CallBackAttempt,
  type Contact,
  callBackResults,
  linkedPages,
  type SentLink,
} from "../../domain/counter/contact.ts";
import { namedLanguages } from "../../domain/notice/language.ts";
import { keptDays } from "../../domain/register/retention.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import { officeChannels } from "../../domain/term/office-hours.ts";
import { queueKeyOf } from "../case/claim-keys.ts";
import { undeliveredSince } from "../check/outbox.ts";
import { isConditionRefused, itemsOf, newItem, type Table, transact, type Write } from "../dynamodb.ts";
import { findByIdempotencyKey, requestWrite, type WriteMark } from "../idempotency-records.ts";
import { queuePage } from "../queue-page.ts";
import { promisedTermWrite } from "./filed-terms.ts";

/** The contacts of each supply, and the calls that were promised. Both are deleted `keptDays.contacts` days later. */
export interface Contacts {
  /** Returns the write that adds a contact to its supply. */
  entry(contact: Contact): Write;
  /**
   * Records a contact in which a link is sent, and puts it in the outbox. Returns `false`, with nothing written, if the
   * write's key was used or other transactions kept conflicting.
   */
  sendLink(contact: LinkContact, write: WriteMark): Promise<boolean>;
  /** Returns what `sendLink` recorded under a write key. */
  linkOf(key: string): Promise<{ readonly contentHash: string; readonly contact?: LinkContact } | undefined>;
  /** Returns the writes that put a new call back on the list, and let the search find it by its telephone. */
  promise(callBack: CallBack): readonly Write[];
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

/** A contact in which a link is sent. */
export type LinkContact = Contact & { readonly link: SentLink };

/** The links that wait to be sent, as the worker that sends them reads and notes them. */
export interface SentLinks {
  find(supplyCode: string, contactId: string): Promise<LinkContact | undefined>;
  /** Notes that a link's message left at `now`, or was refused. It changes nothing if that was noted already. */
  note(contact: LinkContact, now: string, refused: boolean): Promise<void>;
}

const day = z.string().transform((text): CalendarDay => text as CalendarDay);
const storedLink = z.object({
  page: z.enum(linkedPages),
  claimId: z.string().optional(),
  offerId: z.string().optional(),
  channel: z.enum(["sms", "email"]),
  to: z.string(),
  sentAt: z.string().optional(),
  refused: z.boolean().optional(),
});
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
  link: storedLink.optional(),
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
const madeLink = z.object({
  supplyCode: z.string().optional(),
  contactId: z.string().optional(),
  contentHash: z.string(),
});

const secondsOf = (at: string): number => Math.floor(Date.parse(at) / 1000);
const endOf = (at: string): number => secondsOf(at) + keptDays.contacts * 86_400;
const contactKeyOf = (supplyCode: string, contactId: string) => ({
  pk: `SUPPLY#${supplyCode}`,
  sk: `CONTACT#${contactId}`,
});
const keyOf = (callBackId: string) => ({ pk: `CALLBACK#${callBackId}`, sk: "CALLBACK" });
const orderOf = (at: string, callBackId: string): string => `${at}#${callBackId}`;

const itemOf = (contact: Contact) => ({
  ...contactKeyOf(contact.supplyCode, contact.contactId),
  ...contact,
  expiresAt: endOf(contact.at),
});

async function linkContact(
  { client, name }: Table,
  supplyCode: string,
  contactId: string,
): Promise<LinkContact | undefined> {
  const Key = contactKeyOf(supplyCode, contactId);
  const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
  if (!Item) return undefined;
  const { expiresAt: _, link, ...contact } = stored.parse(Item);
  return link && { ...contact, link };
}

export function openSentLinks(table: Table): SentLinks {
  return {
    find: (supplyCode, contactId) => linkContact(table, supplyCode, contactId),
    note: async ({ supplyCode, contactId }, now, refused) => {
      try {
        await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: contactKeyOf(supplyCode, contactId),
            UpdateExpression: "SET link.sentAt = :now, link.refused = :refused",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(link.sentAt)",
            ExpressionAttributeValues: { ":now": now, ":refused": refused },
          }),
        );
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
      }
    },
  };
}

export function openContacts(table: Table): Contacts {
  const { client, name } = table;
  const queueOf = (office: string): string => queueKeyOf(office, "call-backs");
  return {
    entry: (contact) => newItem(table, itemOf(contact)),
    sendLink: async (contact, write) => {
      const { supplyCode, contactId, at } = contact;
      const { done } = await transact(client, [
        requestWrite(table, write, at, { supplyCode, contactId }),
        newItem(table, { ...itemOf(contact), ...undeliveredSince(at) }),
      ]);
      return done;
    },
    linkOf: async (key) => {
      const before = madeLink.optional().parse(await findByIdempotencyKey(table, key));
      if (!before) return undefined;
      const { supplyCode = "", contactId = "", contentHash } = before;
      const contact = contactId === "" ? undefined : await linkContact(table, supplyCode, contactId);
      return { contentHash, ...(contact && { contact }) };
    },
    promise: (callBack) => [
      newItem(table, {
        ...keyOf(callBack.callBackId),
        ...callBack,
        queueKey: queueOf(callBack.office),
        queueOrder: orderOf(callBack.at, callBack.callBackId),
      }),
      promisedTermWrite(table, callBack),
    ],
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
    attempt: async (callBack, attempt, again, write, also) => {
      const { callBackId, office, attempts } = callBack;
      const after = { ...callBack, at: again ?? callBack.at, attempts: [...attempts, attempt] };
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
        promisedTermWrite(table, after, again ? undefined : endOf(attempt.at)),
        ...also,
      ]);
      return done;
    },
  };
}
