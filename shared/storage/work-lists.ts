import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Queue } from "../domain/work-list.ts";
import { headOf, type QueuePosition, queueOrderOf, type StoredHead } from "./case-head.ts";
import { queueKeyOf } from "./claim-keys.ts";
import type { Table } from "./dynamodb.ts";
import { queuePage } from "./queue-page.ts";
import { listToSign, type ToSign, type ToSignPosition, type WaitingFor } from "./signature-list.ts";

/** The lists of an office's work. A claim stands on them as its case was written last. */
export interface WorkLists {
  /** A list of an office from its first legal day on, after a position. */
  inQueue(office: string, queue: Queue, limit: number, after?: QueuePosition): Promise<readonly StoredHead[]>;
  /** How many stand on a list with a legal day up to `through`, counted up to `limit`. */
  countQueue(office: string, queue: Queue, through: string, limit: number): Promise<number>;
  /** Claims of an office with a queja that waits, by the day it counts from, after a place on that list. */
  withQuejas(office: string, limit: number, after?: string): Promise<readonly { claimId: string; place: string }[]>;
  /** Documents of an office that wait for a signature, or for a second look at one, after a place on that list. */
  toSign(office: string, waitsFor: WaitingFor, limit: number, after?: ToSignPosition): Promise<readonly ToSign[]>;
}

export function openWorkLists(table: Table): WorkLists {
  const { client, name } = table;
  return {
    inQueue: async (office, queue, limit, after) => {
      const items = await queuePage(table, office, queue, limit, after && queueOrderOf(after));
      return items.map(headOf);
    },
    countQueue: async (office, queue, through, limit) => {
      let counted = 0;
      let from: Record<string, unknown> | undefined;
      do {
        const { Count = 0, LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: name,
            IndexName: "byQueue",
            KeyConditionExpression: "queueKey = :queue AND queueOrder < :through",
            ExpressionAttributeValues: { ":queue": queueKeyOf(office, queue), ":through": `${through}#~` },
            Select: "COUNT",
            Limit: limit - counted,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        counted += Count;
        from = LastEvaluatedKey;
      } while (from && counted < limit);
      return counted;
    },
    withQuejas: async (office, limit, after) => {
      const items = await queuePage(table, office, "quejas", limit, after);
      return items.map((item) => {
        const { claimId, queueOrder: place } = z.object({ claimId: z.string(), queueOrder: z.string() }).parse(item);
        return { claimId, place };
      });
    },
    toSign: (office, waitsFor, limit, after) => listToSign(table, office, waitsFor, limit, after),
  };
}
