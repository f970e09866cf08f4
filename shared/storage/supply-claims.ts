import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { headsOf, type StoredHead } from "./case-head.ts";
import type { Table } from "./dynamodb.ts";

/** The claims of a supply. */
export interface SupplyClaims {
  /**
   * The heads of the last `limit` claims of a supply, the last filed first; those of `first` come before them, once: the
   * index may not show them yet.
   */
  heads(supplyCode: string, limit: number, first?: readonly string[]): Promise<readonly StoredHead[]>;
}

export function openSupplyClaims(table: Table): SupplyClaims {
  return {
    heads: async (supplyCode, limit, first = []) => {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: "bySupply",
          KeyConditionExpression: "supplyKey = :supply",
          ExpressionAttributeValues: { ":supply": supplyCode },
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      const indexed = Items.map((item) => z.object({ claimId: z.string() }).parse(item).claimId);
      return headsOf(table, [...new Set([...first, ...indexed])]);
    },
  };
}
