import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { NumberSeries } from "../../domain/resolution/resolution-number.ts";
import type { Table, Write } from "../dynamodb.ts";

/**
 * The numbers of resolutions and of letters: from 1 in each series (office, year and kind), without gaps. A voided
 * number is never given again; it stays with its reason.
 */
export interface ResolutionNumbers {
  /** Returns the number after the last one taken; 1 if none was. Takes nothing. */
  next(series: NumberSeries): Promise<number>;
  /** Returns the writes that take the number `next` returned. They are refused if somebody took it meanwhile. */
  take(series: NumberSeries, number: number, claimId: string): readonly Write[];
  /**
   * Returns the write that voids a number. It is refused unless the number was taken by this claim and is not void yet.
   */
  void(series: NumberSeries, number: number, claimId: string, reason: string): Write;
  /** Returns the claim and state of a number; `undefined` if it was not taken. */
  find(series: NumberSeries, number: number): Promise<TakenNumber | undefined>;
}

export interface TakenNumber {
  readonly claimId: string;
  readonly state: "issued" | "voided";
  readonly reason?: string | undefined;
}

const counter = z.object({ last: z.number() });
const taken = z.object({ claimId: z.string(), state: z.enum(["issued", "voided"]), reason: z.string().optional() });

export function openResolutionNumbers({ client, name }: Table): ResolutionNumbers {
  const pkOf = ({ office, year, of }: NumberSeries) => ["NUMBERS", office, year, ...(of ? [of] : [])].join("#");
  const keyOf = (series: NumberSeries, number: number) => ({
    pk: pkOf(series),
    sk: `N#${String(number).padStart(5, "0")}`,
  });
  const get = async (Key: Record<string, string>) => {
    const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
    return Item;
  };
  return {
    next: async (series) => {
      const item = await get({ pk: pkOf(series), sk: "LAST" });
      return item ? counter.parse(item).last + 1 : 1;
    },
    take: (series, number, claimId) => [
      {
        Update: {
          TableName: name,
          Key: { pk: pkOf(series), sk: "LAST" },
          UpdateExpression: "SET #last = :number",
          ConditionExpression: number === 1 ? "attribute_not_exists(pk)" : "#last = :before",
          ExpressionAttributeNames: { "#last": "last" },
          ExpressionAttributeValues: { ":number": number, ...(number > 1 && { ":before": number - 1 }) },
        },
      },
      {
        Put: {
          TableName: name,
          Item: { ...keyOf(series, number), claimId, state: "issued" },
          ConditionExpression: "attribute_not_exists(pk)",
        },
      },
    ],
    void: (series, number, claimId, reason) => ({
      Update: {
        TableName: name,
        Key: keyOf(series, number),
        UpdateExpression: "SET #state = :voided, reason = :reason",
        ConditionExpression: "claimId = :claimId AND #state = :issued",
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: {
          ":voided": "voided",
          ":issued": "issued",
          ":reason": reason,
          ":claimId": claimId,
        },
      },
    }),
    find: async (series, number) => {
      const item = await get(keyOf(series, number));
      return item && taken.parse(item);
    },
  };
}
