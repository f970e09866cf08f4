import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type CalendarDay, limaDay } from "../../domain/term/calendar-day.ts";
import { headAt } from "../case/case-chain.ts";
import { changedChainKeyOf, envelopePrefix, headKeyOf } from "../case/claim-keys.ts";
import { itemsFrom, queried, type Table, type Write } from "../dynamodb.ts";
import { envelopeOf } from "../stored-envelope.ts";
import type { DayChain } from "./day-digests.ts";

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

export function openChangedChains(table: Table): ChangedChains {
  /** Returns a chain as it was at the end of a day, from the envelopes recorded by then. */
  const chainAt = async ({ claimCode, claimId }: Noted, day: CalendarDay): Promise<DayChain> => {
    const items = await queried(table, {
      KeyConditionExpression: "pk = :pk AND begins_with(sk, :envelopes)",
      ExpressionAttributeValues: { ":pk": headKeyOf(claimId).pk, ":envelopes": envelopePrefix },
      ConsistentRead: true,
    });
    const links = items.map(envelopeOf).filter(({ envelope: { at } }) => limaDay(at) <= day);
    const chainHead = headAt(links, links.length);
    if (chainHead === undefined) throw new Error(`claim ${claimCode} has no entry by ${day}`);
    return { claimCode, version: links.length, chainHead };
  };
  return {
    ofDay: async (day) => {
      const found = (await itemsFrom(table, changedChainKeyOf(day, "").pk, true)).map((item) => stored.parse(item));
      const chains: DayChain[] = [];
      for (let at = 0; at < found.length; at += atOnce)
        chains.push(...(await Promise.all(found.slice(at, at + atOnce).map((noted) => chainAt(noted, day)))));
      return chains;
    },
    any: async (day) => {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": changedChainKeyOf(day, "").pk },
          ConsistentRead: true,
          Limit: 1,
        }),
      );
      return Items.length > 0;
    },
  };
}

/**
 * Returns the write that lists a claim among the claims whose chain changed on a day in Lima. Made twice, it changes
 * nothing more.
 * @param name the name of the claims table
 */
export function chainWrite(name: string, noted: Noted, day: CalendarDay): Write {
  return { Put: { TableName: name, Item: { ...changedChainKeyOf(day, noted.claimCode), ...noted } } };
}
