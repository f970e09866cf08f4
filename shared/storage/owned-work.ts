import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Queue } from "../domain/work-list.ts";
import { queueKeyOf } from "./claim-keys.ts";
import type { Table } from "./dynamodb.ts";

/** A claim on a work list by owner; `place` is its position there. */
export interface OwnedClaim {
  readonly claimId: string;
  readonly dueOn: string;
  readonly place: string;
}

/** Which rows of a list by owner: those of one person, and only those after a position. */
export interface OwnedRows {
  /** The account id of the owner whose claims are wanted, or `noOwner` of `case-head.ts`. */
  readonly owner: string;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** The work lists by owner: a claim stands on them as the last write of its case left it. */
export interface OwnedWork {
  /**
   * Returns at most `limit` claims of one owner on a list, by legal day. Reads no more than that.
   */
  inQueue(office: string, queue: Queue, rows: OwnedRows): Promise<readonly OwnedClaim[]>;
}

const stored = z.object({ ownerOrder: z.string() }).transform(({ ownerOrder }): OwnedClaim => {
  const [, dueOn = "", claimId = ""] = ownerOrder.split("#");
  return { claimId, dueOn, place: ownerOrder };
});

export function openOwnedWork({ client, name }: Table): OwnedWork {
  return {
    inQueue: async (office, queue, { owner, after, limit }) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          IndexName: "byOwner",
          KeyConditionExpression: "queueKey = :queue AND ownerOrder BETWEEN :from AND :to",
          ExpressionAttributeValues: {
            ":queue": queueKeyOf(office, queue),
            // A place followed by anything comes after the place itself; `~` comes after every day and id.
            ":from": after === undefined ? `${owner}#` : `${after}#`,
            ":to": `${owner}#~`,
          },
          Limit: limit,
        }),
      );
      return Items.map((item) => stored.parse(item));
    },
  };
}
