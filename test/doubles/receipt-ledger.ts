import { replacedKeyOf } from "../../shared/storage/billing/billing-keys.ts";
import type { LedgerEntry, LedgerRow, ReceiptLedger } from "../../shared/storage/billing/receipt-ledger.ts";
import { type MemoryTable, turn } from "./memory-table.ts";

/** An entry of the table; if it was replaced, it names the import that did so. */
export type LedgerItem = LedgerEntry & { readonly replacedBy?: string };

/** The ledger in memory: it reads the stored entry and writes in one step. */
export function memoryReceiptLedger(table: MemoryTable<LedgerItem>): ReceiptLedger {
  return {
    read: async (keys) => {
      await turn();
      return keys.map((key) => {
        const item = table.get(key);
        return item && { row: item.row, importId: item.importId, line: item.line };
      });
    },
    store: async (written, importId, found) => {
      await turn();
      if (found && stays(found, written, importId)) return;
      const standing = table.get(written.key);
      if (standing && stays(standing, written, importId)) return;
      if (standing && standing.importId !== importId) {
        table.put(replacedKeyOf(written.key, standing.importId), { ...standing, replacedBy: importId });
      }
      table.put(written.key, { row: written.row, importId, line: written.line });
    },
  };
}

function stays(standing: LedgerEntry, written: LedgerRow, importId: string): boolean {
  if (standing.importId === importId) return standing.line <= written.line;
  return standing.importId > importId || standing.row === written.row;
}
