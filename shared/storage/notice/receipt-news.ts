import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { isConditionRefused, newItem, type Table, transact } from "../dynamodb.ts";

/** An account that agreed to be written to about new receipts. */
export interface ReceiptNews {
  readonly sub: string;
  /** An instant. */
  readonly agreedAt: string;
  /** The number of the last receipt that was announced, by the id of the link to its supply. */
  readonly announced: Readonly<Record<string, string>>;
  /** What ends the consent without signing in; absent if it is older than these keys. */
  readonly newsKey?: string | undefined;
}

/** Which accounts agree to be written to about new receipts. */
export interface ReceiptNewsConsents {
  find(sub: string): Promise<ReceiptNews | undefined>;
  /**
   * Records that an account agrees, and that `newsKey`, a new secret, ends that. If it agreed before, changes nothing.
   */
  agree(sub: string, now: string, newsKey: string): Promise<void>;
  /** Forgets that an account agreed; changes nothing if it did not. */
  stop(sub: string): Promise<void>;
  /**
   * Forgets that the account of a key agreed, with whatever key it agreed last. Changes nothing if it agrees no more.
   * Returns `false` if no consent ever had the key.
   */
  stopByKey(newsKey: string): Promise<boolean>;
}

/** The accounts that agree, for the hourly task, and the load of receipts up to which all were asked about. */
export interface ReceiptNewsList {
  /** Returns at most `limit` accounts in the order of their `sub`; with `after`, only those after it. */
  agreed(limit: number, after?: string): Promise<readonly string[]>;
  /** Returns the instant of the last load that was announced; `undefined` before the first. */
  announcedLoad(): Promise<string | undefined>;
  noteLoad(loadedAt: string): Promise<void>;
}

/** What the worker that announces receipts notes. */
export interface AnnouncedReceipts {
  find(sub: string): Promise<ReceiptNews | undefined>;
  /** Notes the last receipt announced of a link. Changes nothing if the account agrees no more. */
  note(sub: string, linkId: string, receiptNumber: string): Promise<void>;
}

const stored = z.object({
  sub: z.string(),
  agreedAt: z.string(),
  announced: z.record(z.string(), z.string()),
  newsKey: z.string().optional(),
});

/** One partition, since it is read whole by one task and written when somebody decides or is written to. */
const pk = "RECEIPT-NEWS#AGREED";
const keyOf = (sub: string) => ({ pk, sk: `ACCOUNT#${sub}` });
const keyOfKey = (newsKey: string) => ({ pk: `NEWS-KEY#${newsKey}`, sk: "NEWS-KEY" });
const loadKey = { pk: "RECEIPT-NEWS#LOAD", sk: "LOAD" };

async function found({ client, name }: Table, sub: string): Promise<ReceiptNews | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: keyOf(sub), ConsistentRead: true }));
  return Item && stored.parse(Item);
}

export function openReceiptNewsConsents(table: Table): ReceiptNewsConsents {
  const { client, name } = table;
  const stop = async (sub: string): Promise<void> => {
    await client.send(new DeleteCommand({ TableName: name, Key: keyOf(sub) }));
  };
  return {
    find: (sub) => found(table, sub),
    agree: async (sub, now, newsKey) => {
      const agreed = await transact(client, [
        newItem(table, { ...keyOf(sub), sub, agreedAt: now, announced: {}, newsKey }),
        newItem(table, { ...keyOfKey(newsKey), sub }),
      ]);
      if (!agreed.done && agreed.refused.length === 0) throw new Error("others keep writing the consent of an account");
    },
    stop,
    stopByKey: async (newsKey) => {
      const Key = keyOfKey(newsKey);
      const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
      if (Item) await stop(z.object({ sub: z.string() }).parse(Item).sub);
      return Item !== undefined;
    },
  };
}

export function openReceiptNewsList({ client, name }: Table): ReceiptNewsList {
  return {
    agreed: async (limit, after = "") => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND sk > :after",
          ExpressionAttributeValues: { ":pk": pk, ":after": keyOf(after).sk },
          Limit: limit,
        }),
      );
      return Items.map((item) => stored.parse(item).sub);
    },
    announcedLoad: async () => {
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: loadKey, ConsistentRead: true }));
      return Item && z.object({ loadedAt: z.string() }).parse(Item).loadedAt;
    },
    noteLoad: async (loadedAt) => {
      await client.send(new PutCommand({ TableName: name, Item: { ...loadKey, loadedAt } }));
    },
  };
}

export function openAnnouncedReceipts(table: Table): AnnouncedReceipts {
  return {
    find: (sub) => found(table, sub),
    note: async (sub, linkId, receiptNumber) => {
      try {
        await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: keyOf(sub),
            UpdateExpression: "SET announced.#link = :number",
            ConditionExpression: "attribute_exists(pk)",
            ExpressionAttributeNames: { "#link": linkId },
            ExpressionAttributeValues: { ":number": receiptNumber },
          }),
        );
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
      }
    },
  };
}
