import type { SupplyTerm, SupplyTermWriter } from "../../shared/storage/supply/supply-terms.ts";
import { turn } from "./memory-table.ts";

/** The terms that imports wrote, by import, in memory. */
export function memorySupplyTerms(): SupplyTermWriter & { readonly written: Map<string, readonly SupplyTerm[]> } {
  const written = new Map<string, readonly SupplyTerm[]>();
  return {
    written,
    write: async (importId, _, batches) => {
      await turn();
      const all: SupplyTerm[] = [];
      for await (const terms of batches) all.push(...terms);
      written.set(importId, all);
    },
  };
}
