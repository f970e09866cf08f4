import type { Key } from "../../shared/storage/billing/billing-keys.ts";

/** Items by partition and sort key; a partition is read in the order of its sort keys. */
export interface MemoryTable<Item> {
  get(key: Key): Item | undefined;
  put(key: Key, item: Item): void;
  delete(key: Key): void;
  /** Returns a partition, the lowest sort key first. */
  under(pk: string): readonly { readonly sk: string; readonly item: Item }[];
  /** Returns everything, ordered by key, so that two tables with the same items are equal. */
  all(): readonly (readonly [pk: string, sk: string, item: Item])[];
  /** How often `put` was called. */
  readonly writes: number;
}

/** Makes an empty table. */
export function memoryTable<Item>(): MemoryTable<Item> {
  const partitions = new Map<string, Map<string, Item>>();
  let writes = 0;
  const under: MemoryTable<Item>["under"] = (pk) =>
    [...(partitions.get(pk) ?? [])].map(([sk, item]) => ({ sk, item })).sort((a, b) => (a.sk < b.sk ? -1 : 1));
  return {
    get: ({ pk, sk }) => partitions.get(pk)?.get(sk),
    put: ({ pk, sk }, item) => {
      writes += 1;
      const partition = partitions.get(pk) ?? new Map<string, Item>();
      partitions.set(pk, partition.set(sk, item));
    },
    delete: ({ pk, sk }) => void partitions.get(pk)?.delete(sk),
    under,
    all: () => [...partitions.keys()].sort().flatMap((pk) => under(pk).map(({ sk, item }) => [pk, sk, item] as const)),
    get writes() {
      return writes;
    },
  };
}

/** A call to a store waits for this first: other calls get their turn, and then its own step runs whole. */
export const turn = (): Promise<void> => Promise.resolve();
