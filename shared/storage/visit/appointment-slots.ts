import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table, Write } from "../dynamodb.ts";

/** Which slots: those of a day for a zone's visits, or for the office's hearings. */
export interface SlotsOf {
  readonly kind: "visit" | "hearing";
  readonly zone: string;
  readonly day: string;
}

/** How many claims of a supply were filed on a day, and the first ones by id and account. */
export interface FiledOf {
  readonly filed: number;
  readonly claims: readonly { readonly claimId: string; readonly sub?: string | undefined }[];
}

/**
 * What the manager is alerted to once a day: a zone whose slots run out, or a supply whose claims wait for
 * appointments.
 */
export interface NotedOf {
  readonly kind: SlotsOf["kind"] | "waiting";
  readonly zone: string;
  readonly day: string;
}

/** How many appointments each slot of a day has taken, and the counts that limit what is filed on a day. */
export interface AppointmentSlots {
  /**
   * Returns how many appointments each slot has taken, by the hour it starts (`HH:MM`); slots with none are left out,
   * so the map may be empty.
   */
  taken(of: SlotsOf): Promise<ReadonlyMap<string, number>>;
  /**
   * Returns the write that adds one appointment to the slot that starts at `from` (`HH:MM`). It is refused if the slot
   * already has `capacity` of them. Without `capacity` it is never refused.
   */
  take(of: SlotsOf, from: string, capacity?: number): Write;
  /** Returns the write that takes one appointment off the slot that starts at `from`. It is refused if it has none. */
  giveBack(of: SlotsOf, from: string): Write;
  /** Returns how many claims of a supply were filed on a day, and those that `countOf` recorded as its first ones. */
  filedOf(day: string, supplyCode: string): Promise<FiledOf>;
  /**
   * Returns how many claims an account filed on a day (`filed`), and how many of them were not its first of their
   * supply (`more`).
   */
  filedBy(day: string, sub: string): Promise<{ readonly filed: number; readonly more: number }>;
  /**
   * Returns the writes that add one to the claims of a supply filed on a day. With `first` they also record that
   * claim's id and account, and are refused unless exactly `first.after` claims were counted before.
   */
  countOf(
    day: string,
    supplyCode: string,
    first: { readonly claimId: string; readonly sub: string | undefined; readonly after: number } | undefined,
  ): readonly Write[];
  /**
   * Returns the write that adds one to the claims an account filed on a day. If `isMore` (not its first claim of the
   * supply) it also adds one to `more`. It is then refused if `more` has reached `below`, where `below` is given.
   */
  countBy(day: string, sub: string, claim: { readonly isMore: boolean; readonly below: number | undefined }): Write;
  isNoted(of: NotedOf): Promise<boolean>;
  /** Returns the write that records an alert to the manager. It is refused if that alert was recorded before. */
  note(of: NotedOf): Write;
}

const stored = z.object({ sk: z.string(), taken: z.number() });
const counted = z.object({ filed: z.number(), more: z.number().default(0) });
const named = z.object({ claimId: z.string(), sub: z.string().optional() });

/** Days that the counts of a day are kept: they are of no use after it. */
const countDays = 3;
const expiryOf = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / 1000) + countDays * 86_400;

export function openAppointmentSlots({ client, name }: Table): AppointmentSlots {
  const pkOf = ({ kind, zone, day }: SlotsOf) => `SLOTS#${kind}#${zone}#${day}`;
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
  const supplyKey = (day: string, supplyCode: string) => `FILED#SUPPLY#${supplyCode}#${day}`;
  const accountKey = (day: string, sub: string) => `FILED#ACCOUNT#${sub}#${day}`;
  const count = "COUNT";
  return {
    filedOf: async (day, supplyCode) => {
      const items = await read("pk = :pk", { ":pk": supplyKey(day, supplyCode) });
      const [total] = items.flatMap((item) => counted.safeParse(item).data ?? []);
      return { filed: total?.filed ?? 0, claims: items.flatMap((item) => named.safeParse(item).data ?? []) };
    },
    filedBy: async (day, sub) => {
      const [item] = await read("pk = :pk AND sk = :sk", { ":pk": accountKey(day, sub), ":sk": count });
      return item === undefined ? { filed: 0, more: 0 } : counted.parse(item);
    },
    countOf: (day, supplyCode, first) => {
      const pk = supplyKey(day, supplyCode);
      const expiry = expiryOf(day);
      return [
        {
          Update: {
            TableName: name,
            Key: { pk, sk: count },
            UpdateExpression: "SET expiresAt = :expiry ADD filed :one",
            ...(first && {
              ConditionExpression: first.after === 0 ? "attribute_not_exists(filed)" : "filed = :after",
            }),
            ExpressionAttributeValues: {
              ":one": 1,
              ":expiry": expiry,
              ...(first && first.after > 0 && { ":after": first.after }),
            },
          },
        },
        ...(first
          ? [
              {
                Update: {
                  TableName: name,
                  Key: { pk, sk: `CLAIM#${first.claimId}` },
                  UpdateExpression: `SET expiresAt = :expiry, claimId = :claimId${first.sub === undefined ? "" : ", #sub = :sub"}`,
                  ...(first.sub !== undefined && { ExpressionAttributeNames: { "#sub": "sub" } }),
                  ExpressionAttributeValues: {
                    ":expiry": expiry,
                    ":claimId": first.claimId,
                    ...(first.sub !== undefined && { ":sub": first.sub }),
                  },
                },
              },
            ]
          : []),
      ];
    },
    countBy: (day, sub, { isMore, below }) => ({
      Update: {
        TableName: name,
        Key: { pk: accountKey(day, sub), sk: count },
        UpdateExpression: "SET expiresAt = :expiry ADD filed :one, more :more",
        ...(isMore && below !== undefined && { ConditionExpression: "attribute_not_exists(more) OR more < :below" }),
        ExpressionAttributeValues: {
          ":one": 1,
          ":more": isMore ? 1 : 0,
          ":expiry": expiryOf(day),
          ...(isMore && below !== undefined && { ":below": below }),
        },
      },
    }),
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
    giveBack: (of, from) => ({
      Update: {
        TableName: name,
        Key: { pk: pkOf(of), sk: from },
        UpdateExpression: "ADD taken :less",
        ConditionExpression: "taken >= :one",
        ExpressionAttributeValues: { ":less": -1, ":one": 1 },
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
