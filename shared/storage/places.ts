import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table, Write } from "./dynamodb.ts";

/** What a place is taken for: a visit in a zone, a hearing of the office. */
export interface PlacesOf {
  readonly kind: "visit" | "hearing";
  readonly zone: string;
  readonly day: string;
}

/** What the manager is told of once a day: places of a zone that run out. */
export type NotedOf = PlacesOf;

/** Places of a day's bands: how many are taken of each. */
export interface Places {
  /** Taken places by band (`HH:MM` it starts). */
  taken(of: PlacesOf): Promise<ReadonlyMap<string, number>>;
  /** Takes one of `capacity` places; its condition refuses when none is left. Without a capacity it always takes one. */
  take(of: PlacesOf, from: string, capacity?: number): Write;
  /** Whether the manager was told of something, on its day. */
  isNoted(of: NotedOf): Promise<boolean>;
  /** Notes that the manager is told of something; its condition refuses when that was noted. */
  note(of: NotedOf): Write;
}

const stored = z.object({ sk: z.string(), taken: z.number() });

export function openPlaces({ client, name }: Table): Places {
  const pkOf = ({ kind, zone, day }: PlacesOf) => `PLACES#${kind}#${zone}#${day}`;
  const noteKeyOf = ({ kind, zone, day }: NotedOf) => ({ pk: `NOTED#${kind}#${zone}`, sk: day });
  const read = async (expression: string, values: Record<string, string>): Promise<readonly unknown[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: expression,
        ExpressionAttributeValues: values,
        ConsistentRead: true,
      }),
    );
    return Items;
  };
  return {
    taken: async (of) => {
      const items = await read("pk = :pk", { ":pk": pkOf(of) });
      return new Map(items.map((item) => stored.parse(item)).map(({ sk, taken }) => [sk, taken]));
    },
    take: (of, from, capacity) => ({
      Update: {
        TableName: name,
        Key: { pk: pkOf(of), sk: from },
        UpdateExpression: "ADD taken :one",
        ...(capacity !== undefined && { ConditionExpression: "attribute_not_exists(taken) OR taken < :capacity" }),
        ExpressionAttributeValues: { ":one": 1, ...(capacity !== undefined && { ":capacity": capacity }) },
      },
    }),
    isNoted: async (of) => {
      const { pk, sk } = noteKeyOf(of);
      return (await read("pk = :pk AND sk = :sk", { ":pk": pk, ":sk": sk })).length > 0;
    },
    note: (of) => ({
      Update: {
        TableName: name,
        Key: noteKeyOf(of),
        UpdateExpression: "SET noted = :noted",
        ConditionExpression: "attribute_not_exists(noted)",
        ExpressionAttributeValues: { ":noted": true },
      },
    }),
  };
}
