import { QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table, Write } from "./dynamodb.ts";

/** A hold on a receipt because of a claim, as it was last told to the commercial system. */
export interface HoldChange {
  readonly supplyCode: string;
  readonly receiptNumber: string;
  readonly period: string;
  readonly claimId: string;
  readonly code: string;
  /** 1 when the receipt is first held, and one more with each change, whichever claim makes it. */
  readonly version: number;
  readonly action: "set" | "released";
  readonly at: string;
}

/** A change as a day's file tells it, and what came back. */
export interface ExchangedHold extends HoldChange {
  readonly acknowledgedAt?: string | undefined;
  readonly reference?: string | undefined;
}

/** Holds of receipts: kept with the supply, told by the day. */
export interface Holds {
  /**
   * The writes that change the hold of a claim: the supply's own item, and the entry of the day's exchange. A receipt that
   * another claim still holds is not told as released.
   */
  change(change: Omit<HoldChange, "version">, day: string): Promise<readonly Write[]>;
  /** What was set and released on a day, in order. */
  ofDay(day: string): Promise<readonly ExchangedHold[]>;
  /** Records an acknowledgement; the reference that stands, the first that came. Throws if there is no such change. */
  acknowledge(day: string, change: HoldChange, at: string, reference: string): Promise<string>;
}

const stored = z.object({
  supplyCode: z.string(),
  receiptNumber: z.string(),
  period: z.string(),
  claimId: z.string(),
  code: z.string(),
  version: z.number(),
  action: z.enum(["set", "released"]),
  at: z.string(),
  acknowledgedAt: z.string().optional(),
  reference: z.string().optional(),
});

const storedHold = z.object({ sk: z.string(), held: z.boolean().default(false), version: z.number() });

/**
 * @param claims the table of the exchange
 * @param billing the table where the holds of a supply stand beside its receipts
 */
export function openHolds(claims: Table, billing: Table): Holds {
  const { client } = claims;
  const entryKeyOf = (day: string, { at, code, version }: Pick<HoldChange, "at" | "code" | "version">) => ({
    pk: `EXCHANGE#${day}`,
    sk: `${at}#${code}#${version}`,
  });
  return {
    change: async (change, day) => {
      const { supplyCode, period, receiptNumber, claimId, action, at, code } = change;
      const pk = `S#${supplyCode}`;
      const receipt = `H#${period}#${receiptNumber}#`;
      const own = `${receipt}${claimId}`;
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: billing.name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :receipt)",
          ExpressionAttributeValues: { ":pk": pk, ":receipt": receipt },
          ConsistentRead: true,
        }),
      );
      const items = Items.map((item) => storedHold.parse(item));
      const before = items.find(({ sk }) => sk === receipt)?.version ?? 0;
      const version = before + 1;
      const heldByAnother = items.some(({ sk, held }) => held && sk !== own);
      return [
        // Who changes the same receipt at the same moment decides again: one order, and the last to release tells it.
        {
          Update: {
            TableName: billing.name,
            Key: { pk, sk: receipt },
            UpdateExpression: "SET #version = :version",
            ConditionExpression: before === 0 ? "attribute_not_exists(#version)" : "#version = :before",
            ExpressionAttributeNames: { "#version": "version" },
            ExpressionAttributeValues: { ":version": version, ...(before > 0 && { ":before": before }) },
          },
        },
        {
          Put: {
            TableName: billing.name,
            Item: { pk, sk: own, held: action === "set", version, changedAt: at, code },
          },
        },
        ...(action === "released" && heldByAnother
          ? []
          : [
              {
                Put: {
                  TableName: claims.name,
                  Item: { ...entryKeyOf(day, { at, code, version }), ...change, version },
                },
              },
            ]),
      ];
    },
    ofDay: async (day) => {
      const found: ExchangedHold[] = [];
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: claims.name,
            KeyConditionExpression: "pk = :pk",
            ExpressionAttributeValues: { ":pk": `EXCHANGE#${day}` },
            ConsistentRead: true,
            ...(from && { ExclusiveStartKey: from }),
          }),
        );
        found.push(...Items.map((item) => stored.parse(item)));
        from = LastEvaluatedKey;
      } while (from);
      return found;
    },
    acknowledge: async (day, change, at, reference) => {
      const { Attributes } = await client.send(
        new UpdateCommand({
          TableName: claims.name,
          Key: entryKeyOf(day, change),
          UpdateExpression:
            "SET acknowledgedAt = if_not_exists(acknowledgedAt, :at), #reference = if_not_exists(#reference, :reference)",
          ConditionExpression: "attribute_exists(pk)",
          ExpressionAttributeNames: { "#reference": "reference" },
          ExpressionAttributeValues: { ":at": at, ":reference": reference },
          ReturnValues: "ALL_NEW",
        }),
      );
      return stored.required({ reference: true }).parse(Attributes).reference;
    },
  };
}
