import type { S3Client } from "@aws-sdk/client-s3";
import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { takenCodeItem } from "../../shared/storage/check/taken-codes.ts";
import { isConditionRefused, type Table } from "../../shared/storage/dynamodb.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import { filingsSealed } from "../fsck/lost-filings.ts";
import { partitionsOf } from "../fsck/partitions.ts";
import { takenCodes } from "../fsck/taken-codes.ts";

interface TakingCodes {
  /** The tables whose codes are to be taken: the one that people work with, and one restored beside it. */
  readonly from: readonly Table[];
  readonly evidence: { readonly client: S3Client; readonly bucket: string };
  readonly billing: Table;
  readonly tenant: Tenant;
  readonly now: string;
  /** Without it nothing is written. */
  readonly write: boolean;
}

/** How many codes were given, and how many of them were not taken: taken now, or to be taken. */
export interface Taken {
  readonly given: number;
  readonly free: number;
}

const putAtOnce = 32;

/**
 * Takes each code that an item of the tables bears or a sealed cargo states, unless it is taken: it is then never drawn
 * again. Covers what was filed by a release that took no codes, and a billing table that was brought back from before.
 * It can be run again, and while people work.
 */
export async function takeCodes({ from, evidence, billing, tenant, now, write }: TakingCodes): Promise<Taken> {
  const given = new Map<string, string>();
  for (const table of from)
    for await (const [{ pk, sk, ...named } = {}] of partitionsOf(table))
      if (sk === "CODE") given.set(String(pk).slice("CODE#".length), String(Object.values(named)[0]));
  for await (const { number, key } of filingsSealed(evidence, () => false))
    if (!given.has(number)) given.set(number, key);
  const taken = await takenCodes(billing, tenant, now);
  const free = [...given].filter(([code]) => !taken.has(code));
  if (write)
    for (let at = 0; at < free.length; at += putAtOnce)
      await Promise.all(free.slice(at, at + putAtOnce).map(([code, id]) => takeOne(billing, code, id)));
  return { given: given.size, free: free.length };
}

/** Takes a code, unless somebody took it meanwhile. */
async function takeOne({ client, name }: Table, code: string, id: string): Promise<void> {
  const Item = takenCodeItem(code, id);
  try {
    await client.send(new PutCommand({ TableName: name, Item, ConditionExpression: "attribute_not_exists(pk)" }));
  } catch (failure) {
    if (!isConditionRefused(failure)) throw failure;
  }
}
