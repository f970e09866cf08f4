import type { ImportKind } from "../../shared/domain/billing/import.ts";
import type { LastLoad, LoadNotes } from "../../shared/storage/billing/load-notes.ts";
import { turn } from "./memory-table.ts";

/** The records of when each kind of file was last loaded, in memory, and their reader. */
export function memoryLoadNotes(): LoadNotes & LastLoad {
  const last = new Map<ImportKind, string>();
  return {
    note: async (kind, at) => {
      await turn();
      if ((last.get(kind) ?? "") < at) last.set(kind, at);
    },
    readReceipts: async () => {
      await turn();
      return last.get("receipts");
    },
    read: async () => {
      await turn();
      return [last.get("receipts"), last.get("payments")]
        .filter((at) => at !== undefined)
        .sort()
        .at(-1);
    },
  };
}
