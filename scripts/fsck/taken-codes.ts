import { paginateQuery } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Table } from "../../shared/storage/dynamodb.ts";
import { seriesKeyOf } from "../../shared/storage/taken-codes.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

const stored = z.object({ sk: z.string(), id: z.string() });

/**
 * Returns every code that was taken in `billing`, with the id of what it was given to. Looks at all the office's series
 * of next year, this year and last year, and of earlier years back to one in which no code was taken.
 */
export async function takenCodes(
  { client, name }: Table,
  { office: { claimCode, problemCode, submissionCode, observationCode } }: Tenant,
  now: string,
): Promise<ReadonlyMap<string, string>> {
  const formats = [claimCode, problemCode, submissionCode, observationCode];
  const prefixes = new Set(formats.map(({ value }) => value.prefix));
  const taken = new Map<string, string>();
  const note = async (series: string): Promise<void> => {
    const asked = {
      TableName: name,
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": seriesKeyOf(series) },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client }, asked))
      for (const { sk, id } of Items.map((item) => stored.parse(item))) taken.set(sk, id);
  };
  const thisYear = Number(now.slice(0, 4));
  for (let year = thisYear + 1, before = -1; year >= thisYear - 1 || taken.size > before; year -= 1) {
    before = taken.size;
    for (const prefix of prefixes) await note(`${prefix}-${year}`);
  }
  return taken;
}
