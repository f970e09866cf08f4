import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table } from "../dynamodb.ts";

const place = z.object({
  /** The day in Lima on whose night the check was due. */
  night: z.string(),
  /** What is read now: the codes that were given, the claims of the months, the kept attachments, or nothing more. */
  part: z.enum(["codes", "claims", "attachments", "done"]),
  /** The series of codes, or the month; absent before the first. */
  of: z.string().optional(),
  /** The last code, claim or attachment of it that was checked; absent before its first. */
  after: z.string().optional(),
  /** What was checked and found wrong so far. */
  codes: z.number(),
  claims: z.number(),
  files: z.number(),
  faults: z.number(),
});

/** How far the check of a night is. */
export type CheckPlace = z.output<typeof place>;

/** The place of the check of the records, one of an office: each replaces the one before. */
export interface CheckPlaces {
  find(office: string): Promise<CheckPlace | undefined>;
  keep(office: string, place: CheckPlace): Promise<void>;
}

const keyOf = (office: string) => ({ pk: `CHECKED#${office}`, sk: "PLACE" });

export function openCheckPlaces({ client, name }: Table): CheckPlaces {
  return {
    find: async (office) => {
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: keyOf(office), ConsistentRead: true }));
      return Item && place.parse(Item);
    },
    keep: async (office, at) => {
      await client.send(new PutCommand({ TableName: name, Item: { ...keyOf(office), ...at } }));
    },
  };
}
