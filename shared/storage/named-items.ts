import type { ClaimsKey } from "./case/claim-keys.ts";
import { unpackedHead } from "./case/packed-head.ts";
import { itemsOf, type Table } from "./dynamodb.ts";

export type NamedItem = Readonly<Record<string, unknown>>;

/** Items of the claims table, by keys that other items name. */
export interface NamedItems {
  /**
   * Returns a function that gives the item of each of these keys as it is now, a claim's head with its attributes
   * apart; of one that is missing, undefined.
   */
  read(keys: readonly ClaimsKey[]): Promise<(key: ClaimsKey) => NamedItem | undefined>;
}

const nameOf = ({ pk, sk }: ClaimsKey | NamedItem): string => `${pk} ${sk}`;

export function openNamedItems(table: Table): NamedItems {
  return {
    read: async (keys) => {
      const once = new Map(keys.map((key) => [nameOf(key), key]));
      const found = new Map(
        (await itemsOf(table, [...once.values()])).map((item) => [nameOf(item), unpackedHead(item)]),
      );
      return (key) => found.get(nameOf(key));
    },
  };
}
