import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { OfficeDocument } from "../domain/issued-documents.ts";
import type { OutageTime } from "../domain/outage.ts";
import { isConditionRefused, type Table, transact } from "./dynamodb.ts";
import { officeDocument } from "./office-document.ts";
import { indexWrites } from "./verification-index.ts";

/** A time the document desk did not work: who saw it, by what, and the certificate of it. */
export interface OutageRecord extends OutageTime {
  readonly outageId: string;
  readonly number: string;
  /** The alarm that saw it, and what it says it saw. */
  readonly source: string;
  readonly evidence: string;
  readonly recordedAt: string;
  readonly certificate?: OfficeDocument | undefined;
}

/** Outages of the document desk, in the order they began. */
export interface Outages {
  /** Records one; the same again is the one that stands. */
  record(outage: Omit<OutageRecord, "certificate">): Promise<void>;
  find(outageId: string): Promise<OutageRecord | undefined>;
  /** Those that began from an instant on, the last first. */
  since(instant: string, limit: number): Promise<readonly OutageRecord[]>;
  /** Adds the certificate once it is made; again changes nothing. */
  addCertificate(outageId: string, certificate: OfficeDocument): Promise<void>;
}

const stored = z.object({
  outageId: z.string(),
  number: z.string(),
  source: z.string(),
  evidence: z.string(),
  from: z.string(),
  to: z.string(),
  recordedAt: z.string(),
  certificate: officeDocument.optional(),
});

/** Where they stand; the calendars are read with them. */
export const outagesKey = "OUTAGES";

/** When each outage was, and when it was recorded: what the terms it met are counted from. */
export const recordedOutage = stored.pick({ from: true, to: true, recordedAt: true });

const pk = outagesKey;

export function openOutages({ client, name }: Table): Outages {
  return {
    record: async (outage) => {
      try {
        await client.send(
          new PutCommand({
            TableName: name,
            Item: { pk, sk: outage.outageId, ...outage },
            ConditionExpression: "attribute_not_exists(pk)",
          }),
        );
      } catch (failure) {
        if (!isConditionRefused(failure)) throw failure;
      }
    },
    find: async (outageId) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: name, Key: { pk, sk: outageId }, ConsistentRead: true }),
      );
      return Item && stored.parse(Item);
    },
    since: async (instant, limit) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND sk >= :first",
          // An id begins with the digits of its instant.
          ExpressionAttributeValues: { ":pk": pk, ":first": instant.replace(/\D/g, "") },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return Items.map((item) => stored.parse(item));
    },
    addCertificate: async (outageId, certificate) => {
      await transact(client, [
        {
          Update: {
            TableName: name,
            Key: { pk, sk: outageId },
            UpdateExpression: "SET certificate = :certificate",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(certificate)",
            ExpressionAttributeValues: { ":certificate": certificate },
          },
        },
        ...indexWrites(name, certificate, { outageId }),
      ]);
    },
  };
}
