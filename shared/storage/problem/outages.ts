import { GetCommand, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { OfficeDocument } from "../../domain/case/issued-documents.ts";
import type { OutageTime } from "../../domain/problem/outage.ts";
import { isConditionRefused, type Table, transactOnce } from "../dynamodb.ts";
import { officeDocument } from "../seal/office-document.ts";
import { indexWrites } from "../seal/verification-index.ts";

/** An outage of the document desk: what noticed it, its evidence, and its certificate. */
export interface OutageRecord extends OutageTime {
  readonly outageId: string;
  readonly number: string;
  /** The alarm that noticed it, and the alarm's own reason. */
  readonly source: string;
  readonly evidence: string;
  readonly recordedAt: string;
  readonly certificate?: OfficeDocument | undefined;
}

/** Outages of the document desk. `find` returns undefined if there is none with that id. */
export interface Outages {
  /** Records an outage; one with the same id is kept as it was first recorded. */
  record(outage: Omit<OutageRecord, "certificate">): Promise<void>;
  find(outageId: string): Promise<OutageRecord | undefined>;
  /** Returns at most `limit` outages that began at an instant or later, newest first; empty if there were none. */
  since(instant: string, limit: number): Promise<readonly OutageRecord[]>;
  /**
   * Adds the certificate of an outage and indexes it by its code and its bytes. Writes nothing if the outage has a
   * certificate or does not exist. Throws while other transactions keep the items busy.
   */
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

/** The partition of the outages. The calendars read it too, because an outage moves terms. */
export const outagesKey = "OUTAGES";

/** The part of an outage that terms are counted by. */
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
      await transactOnce(client, [
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
