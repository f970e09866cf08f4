import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Queue } from "../domain/work-list.ts";
import { type ListedHead, listedHeadOf } from "./case-head.ts";
import { queueKeyOf } from "./claim-keys.ts";
import type { Table } from "./dynamodb.ts";

/** A claim on the work lists by owner; `place` is its position there. */
export interface OwnedClaim {
  readonly head: ListedHead;
  readonly place: string;
}

/** Which rows of the lists by owner: those of one person on some lists, and only those after a position. */
export interface OwnedRows {
  /** The account id of the owner whose claims are wanted, or `noOwner` of `case-head.ts`. */
  readonly owner: string;
  readonly queues: readonly Queue[];
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The work lists by owner: a claim stands on them as the last write of its case left it. */
export interface OwnedWork {
  /**
   * Returns at most `limit` open claims of one owner on some lists, by legal day. Reads twice as many with each request
   * until it has them: what the owner has on other lists lies between.
   */
  claims(office: string, rows: OwnedRows): Promise<readonly OwnedClaim[]>;
}

const stored = z.object({ queueKey: z.string(), ownerOrder: z.string() });

export function openOwnedWork({ client, name }: Table): OwnedWork {
  return {
    claims: async (office, { owner, queues, after, limit }) => {
      const lists = new Set(queues.map((queue) => queueKeyOf(office, queue)));
      const found: OwnedClaim[] = [];
      let from: Record<string, unknown> | undefined;
      let Limit = limit;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: name,
            IndexName: "openByOwner",
            KeyConditionExpression: "office = :office AND ownerOrder BETWEEN :from AND :to",
            ExpressionAttributeValues: {
              ":office": office,
              // A place followed by anything comes after the place itself; `~` comes after every day and id.
              ":from": after === undefined ? `${owner}#` : `${after}#`,
              ":to": `${owner}#~`,
            },
            Limit,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        for (const item of Items) {
          const { queueKey, ownerOrder } = stored.parse(item);
          if (lists.has(queueKey)) found.push({ head: listedHeadOf(item), place: ownerOrder });
        }
        from = LastEvaluatedKey;
        Limit *= 2;
      } while (from && found.length < limit);
      return found.slice(0, limit);
    },
  };
}
