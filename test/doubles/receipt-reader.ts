import { lineOfRow } from "../../shared/domain/billing/line-file.ts";
import { type PaymentRow, paymentOfRow } from "../../shared/domain/billing/payment-file.ts";
import { receiptOfRow } from "../../shared/domain/billing/receipt-file.ts";
import { registeredOfRow } from "../../shared/domain/billing/register-file.ts";
import { controlOfRow } from "../../shared/domain/reading/control-file.ts";
import { correctionOf } from "../../shared/domain/receipt/corrected-receipt.ts";
import { receiptKey } from "../../shared/domain/receipt/receipt.ts";
import { heldPrefix, type Key, monthPrefix } from "../../shared/storage/billing/billing-keys.ts";
import type { ClaimedStanding } from "../../shared/storage/billing/receipt-reader.ts";
import { heldOf, type ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { type MemoryTable, turn } from "./memory-table.ts";
import type { LedgerItem } from "./receipt-ledger.ts";

/** Notes in memory how a claim's receipts of a supply stand. */
export const noteStanding = (table: MemoryTable<LedgerItem>, key: Key, standing: ClaimedStanding): void =>
  table.put(key, { row: JSON.stringify(standing), importId: "", line: 0 });

/** The reader in memory: it reads the whole supply, then selects. */
export function memoryReceiptReader(table: MemoryTable<LedgerItem>): ReceiptReader {
  const rows = async (pk: string, prefix: string): Promise<readonly string[]> => {
    await turn();
    return table.under(pk).flatMap(({ sk, item }) => (sk.startsWith(prefix) ? [item.row] : []));
  };
  return {
    linesOf: async (number) => (await rows(`R#${number}`, "L#")).map(lineOfRow),
    registeredOf: async (supplyCode, until = "9999-12-31") =>
      (await rows(`S#${supplyCode}`, "C#")).map(registeredOfRow).findLast(({ updatedOn }) => updatedOn <= until),
    controlOf: async (supplyCode, period) => (await rows(`S#${supplyCode}`, `E#${period}`)).map(controlOfRow)[0],
    lastMonths: async (supplyCode, months) => {
      await turn();
      const all = table.under(`S#${supplyCode}`).filter(({ sk }) => sk.startsWith(monthPrefix));
      const stored = all.filter(({ sk }) => !sk.startsWith(heldPrefix));
      const standings = all.flatMap(({ sk, item }) =>
        sk.startsWith(heldPrefix) ? (JSON.parse(item.row) as ClaimedStanding) : [],
      );
      const corrections = standings.flatMap(({ corrected }) => corrected);
      const isPayment = (sk: string) => sk.includes("#P#");
      const receipts = stored
        .filter(({ sk }) => !isPayment(sk))
        .map(({ item }) => receiptOfRow(item.row))
        .reverse();
      const payments = stored.filter(({ sk }) => isPayment(sk)).map(({ item }) => paymentOfRow(item.row));
      const periods = [...new Set(receipts.map(({ period }) => period))].slice(0, months);
      return receipts
        .filter(({ period }) => periods.includes(period))
        .map((receipt) => {
          const { supplyCode: delivered, period, number } = receiptKey(receipt);
          const corrected = correctionOf(receipt, corrections);
          const isOwn = (each: PaymentRow) => each.period === period && each.receiptNumber === number;
          return {
            receipt,
            payments: payments.filter(isOwn).map((each) => ({ ...each, supplyCode: delivered })),
            ...heldOf(standings, number),
            ...(corrected && { corrected }),
          };
        });
    },
  };
}
