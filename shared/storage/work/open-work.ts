import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Queue } from "../../domain/work/work-list.ts";
import { type ListedHead, listedHeadOf } from "../case/case-head.ts";
import { queueKeyOf } from "../case/claim-keys.ts";
import type { Table } from "../dynamodb.ts";

/** A claim on the work lists; `place` is its position there, by which they are ordered as texts. */
export interface OpenClaim {
  readonly head: ListedHead;
  readonly place: string;
}

/** Which rows are wanted: those of some lists, and only those after a position. */
export interface OpenRows {
  readonly queues: readonly Queue[];
  readonly after?: string | undefined;
  readonly limit: number;
}

/** All work lists as one: a claim stands on them as the last write of its case left it. */
export interface OpenWork {
  /**
   * Returns at most `limit` open claims with which the office is to do something (`isToDo`), by legal day. Reads twice
   * as many with each request until it has them: those of lists that are not asked for lie between.
   */
  toDo(office: string, rows: OpenRows): Promise<readonly OpenClaim[]>;
  /** Returns the same of all open claims of one owner: an account id, or `noOwner` of `case-head.ts`. */
  ofOwner(office: string, owner: string, rows: OpenRows): Promise<readonly OpenClaim[]>;
}

const text = z.string().optional();
const stored = z.object({ queueKey: z.string(), queueOrder: text, ownerOrder: text });

export function openOpenWork({ client, name }: Table): OpenWork {
  /** Reads one index, in the order of its sort key `order`, from after a place to `to`. */
  const read = async (
    IndexName: "openByDay" | "openByOwner",
    [partition, order]: readonly ["openIn", "queueOrder"] | readonly ["office", "ownerOrder"],
    { office, from: first, to }: { readonly office: string; readonly from: string; readonly to: string },
    { queues, after, limit }: OpenRows,
  ): Promise<readonly OpenClaim[]> => {
    const lists = new Set(queues.map((queue) => queueKeyOf(office, queue)));
    const found: OpenClaim[] = [];
    let from: Record<string, unknown> | undefined;
    let Limit = limit;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName,
          KeyConditionExpression: `${partition} = :office AND ${order} BETWEEN :from AND :to`,
          // A place followed by anything comes after the place itself.
          ExpressionAttributeValues: {
            ":office": office,
            ":from": after === undefined ? first : `${after}#`,
            ":to": to,
          },
          Limit,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      for (const item of Items) {
        const { queueKey, [order]: place } = stored.parse(item);
        if (place !== undefined && lists.has(queueKey)) found.push({ head: listedHeadOf(item), place });
      }
      from = LastEvaluatedKey;
      Limit *= 2;
    } while (from && found.length < limit);
    return found.slice(0, limit);
  };
  // `~` comes after every day and id.
  return {
    toDo: (office, rows) => read("openByDay", ["openIn", "queueOrder"], { office, from: "0", to: "~" }, rows),
    ofOwner: (office, owner, rows) =>
      read("openByOwner", ["office", "ownerOrder"], { office, from: `${owner}#`, to: `${owner}#~` }, rows),
  };
}
