import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table, Write } from "./dynamodb.ts";

/** What a place is taken for: a visit in a zone, a hearing of the office. */
export interface SlotsOf {
  readonly kind: "visit" | "hearing";
  readonly zone: string;
  readonly day: string;
}

/** How many claims of a supply were filed on a day, with the id and account of the first ones. */
export interface FiledOf {
  readonly filed: number;
  readonly claims: readonly { readonly claimId: string; readonly sub?: string | undefined }[];
}

/** What the manager is alerted to once a day: a zone whose places run out, or a supply whose claims wait for places. */
export interface NotedOf {
  readonly kind: SlotsOf["kind"] | "waiting";
  readonly zone: string;
  readonly day: string;
}

/** Places of a day's bands: how many are taken of each. */
export interface AppointmentSlots {
  /** Taken places by band (`HH:MM` it starts). */
  taken(of: SlotsOf): Promise<ReadonlyMap<string, number>>;
  /** Takes one of `capacity` places; its condition refuses when none is left. Without a capacity it always takes one. */
  take(of: SlotsOf, from: string, capacity?: number): Write;
  /** Claims filed on a day of a supply, and the first of them by name. */
  filedOf(day: string, supplyCode: string): Promise<FiledOf>;
  /** Claims an account filed on a day, and those of them that were not its first of their supply. */
  filedBy(day: string, sub: string): Promise<{ readonly filed: number; readonly more: number }>;
  /** Counts a claim of a supply; one of the first is named, and its condition refuses when more than `after` are counted. */
  countOf(
    day: string,
    supplyCode: string,
    first: { readonly claimId: string; readonly sub: string | undefined; readonly after: number } | undefined,
  ): readonly Write[];
  /** Counts a claim of an account; with a limit it refuses one more than its first of a supply at that limit. */
  countBy(day: string, sub: string, claim: { readonly isMore: boolean; readonly below: number | undefined }): Write;
  /** Whether the manager was alerted to something on its day. */
  isNoted(of: NotedOf): Promise<boolean>;
  /** Notes that the manager is alerted to something; its condition refuses when that was noted before. */
  note(of: NotedOf): Write;
}

const stored = z.object({ sk: z.string(), taken: z.number() });
const counted = z.object({ filed: z.number(), more: z.number().default(0) });
const named = z.object({ claimId: z.string(), sub: z.string().optional() });

/** Counts of a day are of no use after it. */
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
