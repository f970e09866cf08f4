import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type StaffRole, staffRoles } from "../../domain/work/people.ts";
import { newItem, type Table, transact } from "../dynamodb.ts";
import type { StaffRecord } from "../register/staff-register.ts";

/** A change of somebody's access to the desk. */
export interface AccessChange {
  readonly number: number;
  readonly at: string;
  /** Who made it, and whose access it is. */
  readonly by: string;
  readonly sub: string;
  readonly before: readonly StaffRole[];
  readonly after: readonly StaffRole[];
  readonly reason: string;
}

/** Who has access, and every change of it, numbered from 1: one after the other, also when two are made at once. */
export interface AccessChanges {
  /** Returns the number of the last change; 0 before the first. Reads consistently. */
  last(office: string): Promise<number>;
  /**
   * Stores a change and the person's record as it leaves it, both or none. Returns `false`, with nothing stored, if
   * another change has its number.
   */
  make(office: string, change: AccessChange, record: Omit<StaffRecord, "openClaims">): Promise<boolean>;
  /** Returns at most `limit` changes, newest first; with `before`, only those of a smaller number. */
  list(office: string, limit: number, before?: number): Promise<readonly AccessChange[]>;
}

const stored = z.object({
  number: z.number(),
  at: z.string(),
  by: z.string(),
  sub: z.string(),
  before: z.array(z.enum(staffRoles)),
  after: z.array(z.enum(staffRoles)),
  reason: z.string(),
});

const digits = 8;
const skOf = (number: number): string => `C#${String(number).padStart(digits, "0")}`;

export function openAccessChanges({ client, name }: Table): AccessChanges {
  const pkOf = (office: string): string => `ACCESS#${office}`;
  const newest = async (office: string, limit: number, before?: number): Promise<readonly AccessChange[]> => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk AND sk < :before",
        ExpressionAttributeValues: { ":pk": pkOf(office), ":before": before === undefined ? "D" : skOf(before) },
        ScanIndexForward: false,
        Limit: limit,
        ConsistentRead: true,
      }),
    );
    return Items.map((item) => stored.parse(item));
  };
  return {
    last: async (office) => (await newest(office, 1))[0]?.number ?? 0,
    list: newest,
    make: async (office, change, record) => {
      const done = await transact(client, [
        newItem({ client, name }, { pk: pkOf(office), sk: skOf(change.number), ...change }),
        { Put: { TableName: name, Item: { pk: `STAFF#${office}`, sk: `IS#${record.sub}`, ...record } } },
      ]);
      return done.done;
    },
  };
}
