import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Queue } from "../domain/work-list.ts";
import { headOf, type QueuePosition, queueOrderOf, type StoredHead } from "./case-head.ts";
import { queueKeyOf } from "./claim-keys.ts";
import type { Table } from "./dynamodb.ts";
import { queuePage } from "./queue-page.ts";
import { listToSign, type ToSign, type ToSignPosition, type WaitingFor } from "./signature-list.ts";

/**
 * The lists of an office's work, ordered by legal day: a claim stands on them as the last write of its case left it.
 */
export interface WorkLists {
  /** Reads up to `limit` claims of a list, the first legal day first, from after a position on. */
  inQueue(office: string, queue: Queue, limit: number, after?: QueuePosition): Promise<readonly StoredHead[]>;
  /** Counts the claims of a list with a legal day up to `through`, at most `limit` of them. */
  countQueue(office: string, queue: Queue, through: string, limit: number): Promise<number>;
  /** Reads up to `limit` claims with a pending queja, by the day its term counts from, after a `place` given before. */
  withQuejas(office: string, limit: number, after?: string): Promise<readonly { claimId: string; place: string }[]>;
  /** Reads up to `limit` documents that wait for a signature, or for a second look at one, from after a position on. */
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
