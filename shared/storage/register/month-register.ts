import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { monthKeyOf, type RegisteredKind } from "../case/claim-keys.ts";
import type { Table } from "../dynamodb.ts";

/**
 * The ids of what was filed in a month of an office, by its filing day (`filedOn`), in ascending order. `ids` returns
 * at most `limit` of them; with `after`, only ids greater than that one.
 */
export interface MonthRegister {
  ids(office: string, month: string, kind: RegisteredKind, limit: number, after?: string): Promise<readonly string[]>;
  /** Returns all ids of a month. It reads the ids only, not what they name. */
  allIds(office: string, month: string, kind: RegisteredKind): Promise<readonly string[]>;
}

/** Months without a claim after which no earlier month is looked at. */
export const emptyMonths = 12;

const stored = z.object({ sk: z.string() });

export function openMonthRegister({ client, name }: Table): MonthRegister {
  const page = async (
    office: string,
    month: string,
    kind: RegisteredKind,
    more: { readonly Limit?: number; readonly after?: string | undefined },
  ) => {
    const { pk, sk: prefix } = monthKeyOf(office, month, kind, "");
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :first AND :last",
        ExpressionAttributeValues: {
          ":pk": pk,
          // After the position: ids are made of letters and digits, and a blank sorts before them.
          ":first": more.after === undefined ? prefix : `${prefix}${more.after} `,
          ":last": `${prefix}~`,
        },
        ...(more.Limit !== undefined && { Limit: more.Limit }),
      }),
    );
    return {
      ids: Items.map((item) => stored.parse(item).sk.slice(prefix.length)),
      isLast: LastEvaluatedKey === undefined,
    };
  };
  return {
    ids: async (office, month, kind, limit, after) => (await page(office, month, kind, { Limit: limit, after })).ids,
    allIds: async (office, month, kind) => {
      const all: string[] = [];
      for (;;) {
        const { ids, isLast } = await page(office, month, kind, { after: all.at(-1) });
        all.push(...ids);
        if (isLast || ids.length === 0) return all;
      }
    },
  };
}
