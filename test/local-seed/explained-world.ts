import { tenant } from "../../settings.ts";
import { receiptRules } from "../../shared/casework/receipt/receipt-rules.ts";
import { explanationView } from "../../shared/casework/receipt/receipt-sheet.ts";
import { type Cents, parseCents } from "../../shared/domain/receipt/money.ts";
import { type ImportWorld, importedAt } from "../functions/import-receipts/import-world.ts";

const rules = receiptRules(tenant, importedAt);

function amountOf(text: string): Cents {
  const amount = parseCents(text);
  if (amount === undefined) throw new Error(`no amount: ${text}`);
  return amount;
}

/**
 * Every receipt of a world that has one before it, explained: how many there are, and those whose factors do not add
 * up.
 */
export async function explainAll(world: ImportWorld): Promise<{ explained: number; offSum: readonly string[] }> {
  const supplies = new Set(world.table.all().map(([pk]) => pk.slice("S#".length)));
  const offSum: string[] = [];
  let explained = 0;
  for (const supply of supplies) {
    const receipts = await world.reader.lastMonths(supply, 100);
    for (const { receipt } of receipts.slice(0, -1)) {
      const { baseline, previousPeriod, previousTotalDue = "", factors } = explanationView(receipts, receipt, rules);
      const name = `${supply} ${receipt.period}`;
      if (baseline !== "previous-receipt") {
        offSum.push(`${name}: ${baseline}`);
        continue;
      }
      explained += 1;
      const sum = factors.reduce((total, { amount }) => total + amountOf(amount), 0);
      const previous = receipts.find((each) => each.receipt.period < receipt.period)?.receipt;
      const isPrevious = previous?.period === previousPeriod && previous?.totalDue === amountOf(previousTotalDue);
      if (!isPrevious || sum !== receipt.totalDue - amountOf(previousTotalDue)) offSum.push(`${name}: ${sum}`);
      if (factors.some(({ amount }) => amountOf(amount) === 0)) offSum.push(`${name}: a factor of nothing`);
    }
  }
  return { explained, offSum };
}
