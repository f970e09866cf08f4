import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Table } from "../../shared/storage/dynamodb.ts";
import type { Item } from "./partitions.ts";

/** The accounts that supplies are linked to, and the links that accounts have; noted in any order. */
export interface Links {
  note(item: Item): void;
  /** Returns the accounts that a supply names and that have no such link, as the items of the supply. */
  unlinked(): readonly Item[];
}

export function openLinks(): Links {
  const ofAccounts = new Set<string>();
  const ofSupplies = new Map<string, Item>();
  return {
    note: (item) => {
      const [pk, sk] = [String(item["pk"]), String(item["sk"])];
      if (!sk.startsWith("LINK#")) return;
      if (pk.startsWith("SUPPLY#")) ofSupplies.set(sk, item);
      else if (item["endedAt"] === undefined) ofAccounts.add(sk);
    },
    unlinked: () => [...ofSupplies].flatMap(([sk, item]) => (ofAccounts.has(sk) ? [] : [item])),
  };
}

/**
 * Returns a line for each account that a supply still names after its link was ended or removed. Both items are read
 * again first, since people may link and unlink meanwhile.
 */
export async function endedLinks(claims: Table, links: Links): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { pk, sk, sub } of links.unlinked()) {
    const [own, there] = await Promise.all([itemOf(claims, `ACCOUNT#${sub}`, sk), itemOf(claims, pk, sk)]);
    if (there && (!own || own["endedAt"] !== undefined)) faults.push(`link: ${pk} ${sk} is of an account without it`);
  }
  return faults;
}

async function itemOf({ client, name }: Table, pk: unknown, sk: unknown): Promise<Item | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName: name, Key: { pk, sk }, ConsistentRead: true }));
  return Item;
}
