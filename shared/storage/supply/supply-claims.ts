import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { headsOf, type StoredHead } from "../case/case-head.ts";
import type { Table } from "../dynamodb.ts";

/** The claims of a supply. */
export interface SupplyClaims {
  /**
   * Returns the heads of the last `limit` claims of a supply, the last filed first. The claims in `first` come before
   * them and are not repeated: they may be so new that the index does not show them yet. A claim among `known` is not
   * read.
   */
  heads(
    supplyCode: string,
    limit: number,
    first?: readonly string[],
    known?: readonly StoredHead[],
  ): Promise<readonly StoredHead[]>;
}

/**
 * Returns a `SupplyClaims` that keeps its answers: called again with the same supply, limit and `first`, `heads`
 * returns what it read the first time. Claims in `known` are not read: where they are asked for, their heads are
 * returned as given. A `known` passed to `heads` is ignored.
 */
export function readOnce(supplyClaims: SupplyClaims, known: readonly StoredHead[]): SupplyClaims {
  const read = new Map<string, Promise<readonly StoredHead[]>>();
  return {
    heads: (supplyCode, limit, first = []) => {
      const asked = `${supplyCode} ${limit} ${first.join()}`;
      const heads = read.get(asked) ?? supplyClaims.heads(supplyCode, limit, first, known);
      read.set(asked, heads);
      return heads;
    },
  };
}

const indexed = z.object({ claimId: z.string() });

export function openSupplyClaims(table: Table): SupplyClaims {
  return {
    heads: async (supplyCode, limit, first = [], known = []) => {
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
      const listed = Items.map((item) => indexed.parse(item).claimId);
      const wanted = [...new Set([...first, ...listed])];
      const isKnown = (claimId: string): boolean => known.some((head) => head.claimId === claimId);
      const heads = [
        ...known,
        ...(await headsOf(
          table,
          wanted.filter((claimId) => !isKnown(claimId)),
        )),
      ];
      return wanted.flatMap((claimId) => heads.find((head) => head.claimId === claimId) ?? []);
    },
  };
}
