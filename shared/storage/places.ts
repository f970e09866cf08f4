import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table, Write } from "./dynamodb.ts";

/** What a place is taken for: a visit in a zone, a hearing of the office. */
export interface PlacesOf {
  readonly kind: "visit" | "hearing";
  readonly zone: string;
  readonly day: string;
}

/** Places of a day's bands: how many are taken of each. */
export interface Places {
  /** Taken places by band (`HH:MM` it starts). */
  taken(of: PlacesOf): Promise<ReadonlyMap<string, number>>;
  /** Takes one of `capacity` places; its condition refuses when none is left. Without a capacity it always takes one. */
  take(of: PlacesOf, from: string, capacity?: number): Write;
}

const stored = z.object({ sk: z.string(), taken: z.number() });

export function openPlaces({ client, name }: Table): Places {
  const pkOf = ({ kind, zone, day }: PlacesOf) => `PLACES#${kind}#${zone}#${day}`;
  return {
    taken: async (of) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": pkOf(of) },
          ConsistentRead: true,
        }),
      );
      return new Map(Items.map((item) => stored.parse(item)).map(({ sk, taken }) => [sk, taken]));
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
  };
}
