import { PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type StaffRole, staffRoles } from "../domain/people.ts";
import type { Table, Write } from "./dynamodb.ts";

/** One of the staff as the office knows them. */
export interface StaffRecord {
  readonly sub: string;
  readonly name: string;
  readonly extension: string;
  /** The number of their document of identity: with it a signer's certificate is compared. */
  readonly document?: string | undefined;
  readonly roles: readonly StaffRole[];
  /** Whether they take new work. */
  readonly onDuty: boolean;
  /** Claims they own that are not over. */
  readonly openClaims: number;
}

/** The staff of an office, in one slim query. */
export interface StaffRegister {
  list(office: string): Promise<readonly StaffRecord[]>;
  /** Adds somebody, or changes what is known of them; the claims they own stay theirs. */
  save(office: string, record: Omit<StaffRecord, "openClaims">): Promise<void>;
  /** Counts claims more, or fewer, for an owner. */
  count(office: string, sub: string, by: 1 | -1): Write;
}

const stored = z.object({
  sub: z.string(),
  name: z.string(),
  extension: z.string(),
  document: z.string().optional(),
  roles: z.array(z.enum(staffRoles)),
  onDuty: z.boolean(),
});
const load = z.object({ sk: z.string(), openClaims: z.number() });

/** What is known of a person and how much they have are two items: the count is written with every filing. */
export function openStaffRegister({ client, name }: Table): StaffRegister {
  const pkOf = (office: string) => `STAFF#${office}`;
  return {
    list: async (office) => {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": pkOf(office) },
          ConsistentRead: true,
        }),
      );
      const loads = new Map(
        Items.flatMap((item) => load.safeParse(item).data ?? []).map(({ sk, openClaims }) => [sk, openClaims]),
      );
      return Items.flatMap((item) => stored.safeParse(item).data ?? []).map((record) => ({
        ...record,
        openClaims: loads.get(`OWNS#${record.sub}`) ?? 0,
      }));
    },
    save: async (office, record) => {
      await client.send(
        new PutCommand({ TableName: name, Item: { pk: pkOf(office), sk: `IS#${record.sub}`, ...record } }),
      );
    },
    count: (office, sub, by) => ({
      Update: {
        TableName: name,
        Key: { pk: pkOf(office), sk: `OWNS#${sub}` },
        UpdateExpression: "ADD openClaims :by",
        ExpressionAttributeValues: { ":by": by },
      },
    }),
  };
}
