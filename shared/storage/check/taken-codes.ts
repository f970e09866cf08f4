import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { itemsOf, newItem, type Table, type Write } from "../dynamodb.ts";

/** Every code that was given, in another table than what it names: if that one loses an item, its code stays taken. */
export interface TakenCodes {
  /** Returns the write that takes a code for what has this id. It is refused if the code was ever taken. */
  take(code: string, id: string): Write;
}

/**
 * Returns the partition key of the codes of a series, a prefix and a year such as `RE-2026`. One partition takes 500
 * filings a second: far more than an office has.
 */
const seriesKeyOf = (series: string): string => `CODES#${series}`;

const takenKeyOf = (code: string) => ({ pk: seriesKeyOf(code.replace(/-\d+-\d$/, "")), sk: code });

/** Returns the item that takes a code for what has this id. */
export const takenCodeItem = (code: string, id: string) => ({ ...takenKeyOf(code), id });

/** A code that was given, and the id of what it was given to. */
export interface GivenCode {
  readonly code: string;
  readonly id: string;
}

/** Reads which codes were given, and gives none. */
export interface GivenCodes {
  /** Returns at most `limit` codes of a series in their order; with `after`, only those after that one. */
  ofSeries(series: string, limit: number, after?: string): Promise<readonly GivenCode[]>;
  /** Returns those of these codes that were given. */
  given(codes: readonly string[]): Promise<readonly GivenCode[]>;
}

const stored = z.object({ sk: z.string(), id: z.string() });
const givenIn = (item: unknown): GivenCode => {
  const { sk: code, id } = stored.parse(item);
  return { code, id };
};

/** Opens the codes that were given, in the table `billing`. */
export function openTakenCodes(billing: Table): TakenCodes {
  return { take: (code, id) => newItem(billing, takenCodeItem(code, id)) };
}

/** Opens the codes that were given, in the table `billing`, to be read. */
export function openGivenCodes(billing: Table): GivenCodes {
  return {
    ofSeries: async (series, limit, after) => {
      const { Items = [] } = await billing.client.send(
        new QueryCommand({
          TableName: billing.name,
          KeyConditionExpression: after === undefined ? "pk = :pk" : "pk = :pk AND sk > :after",
          ExpressionAttributeValues: { ":pk": seriesKeyOf(series), ...(after !== undefined && { ":after": after }) },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return Items.map(givenIn);
    },
    given: async (codes) => (await itemsOf(billing, [...new Set(codes)].map(takenKeyOf))).map(givenIn),
  };
}
