import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { headsOf, type StoredHead } from "./case-head.ts";
import type { Table } from "./dynamodb.ts";

/** The claims of a supply. */
export interface SupplyClaims {
  /**
   * Returns the heads of the last `limit` claims of a supply, the last filed first. The claims in `first` come before
   * them and are not repeated: they may be so new that the index does not show them yet.
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
