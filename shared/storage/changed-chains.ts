import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type CalendarDay, limaDay } from "../domain/calendar-day.ts";
import { type Envelope, headAt } from "./case-chain.ts";
import { changedChainKeyOf, envelopePrefix, headKeyOf } from "./claim-keys.ts";
import type { DayChain } from "./day-digests.ts";
import type { Table, Write } from "./dynamodb.ts";
import { envelopeOf } from "./stored-envelope.ts";

const stored = z.object({ claimCode: z.string(), claimId: z.string() });
type Noted = z.output<typeof stored>;

/** Chains read at the same time. */
const atOnce = 10;

/** The chains that were changed on each day. */
export interface ChangedChains {
  /** Returns the chains changed on a day, as of their last entry of that day, in the order of the claims' codes. */
  ofDay(day: CalendarDay): Promise<readonly DayChain[]>;
  /** Whether any chain was changed on a day. */
  any(day: CalendarDay): Promise<boolean>;
}

export function openChangedChains({ client, name }: Table): ChangedChains {
  const page = (day: CalendarDay, more: { readonly Limit?: number; readonly ExclusiveStartKey?: Readonly<Key> } = {}) =>
    client.send(
      new QueryCommand({
        TableName: name,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": changedChainKeyOf(day, "").pk },
        ConsistentRead: true,
        ...more,
      }),
    );
  /** Returns a chain as it was at the end of a day, from the envelopes recorded by then. */
  const chainAt = async ({ claimCode, claimId }: Noted, day: CalendarDay): Promise<DayChain> => {
    const links: { readonly envelope: Envelope }[] = [];
    let from: Key | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: name,
          KeyConditionExpression: "pk = :pk AND begins_with(sk, :envelopes)",
          ExpressionAttributeValues: { ":pk": headKeyOf(claimId).pk, ":envelopes": envelopePrefix },
          ConsistentRead: true,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      links.push(...Items.map(envelopeOf).filter(({ envelope: { at } }) => limaDay(at) <= day));
      from = LastEvaluatedKey;
    } while (from);
    const chainHead = headAt(links, links.length);
    if (chainHead === undefined) throw new Error(`claim ${claimCode} has no entry by ${day}`);
    return { claimCode, version: links.length, chainHead };
  };
  return {
    ofDay: async (day) => {
      const found: Noted[] = [];
      let from: Key | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await page(day, from && { ExclusiveStartKey: from });
        found.push(...Items.map((item) => stored.parse(item)));
        from = LastEvaluatedKey;
      } while (from);
      const chains: DayChain[] = [];
      for (let at = 0; at < found.length; at += atOnce)
        chains.push(...(await Promise.all(found.slice(at, at + atOnce).map((noted) => chainAt(noted, day)))));
      return chains;
    },
    any: async (day) => ((await page(day, { Limit: 1 })).Items ?? []).length > 0,
  };
}

type Key = Record<string, unknown>;

/**
 * Returns the write that lists a claim among the claims whose chain changed on a day in Lima. Made twice, it changes
 * nothing more.
 * @param name the name of the claims table
 */
export function chainWrite(name: string, noted: Noted, day: CalendarDay): Write {
  return { Put: { TableName: name, Item: { ...changedChainKeyOf(day, noted.claimCode), ...noted } } };
}
