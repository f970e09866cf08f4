import type { lookUpReceipt } from "../../contract/receipt/receipt-routes.ts";
import type { AnswerOf } from "../../contract/route.ts";
import { type BillLine, bill, billInput } from "../../domain/receipt/billing.ts";
import { addCents, cents, formatCents, formatPrice } from "../../domain/receipt/money.ts";
import { type ConceptCode, type Receipt, type ReceiptLine, receiptKey } from "../../domain/receipt/receipt.ts";
import type { TariffList } from "../../domain/receipt/tariff.ts";
import type { PaidReceipt, ReceiptReader } from "../../storage/billing/receipt-reader.ts";

type Line = AnswerOf<typeof lookUpReceipt>["receipt"]["lines"][number];
type Part = Line["part"];

/**
 * Returns the receipt with its lines from file B. Reads the lines only if the receipt has other taxed concepts or a
 * credit to itemise; otherwise returns the receipt unchanged.
 */
export async function withLines(reader: ReceiptReader, paid: PaidReceipt): Promise<PaidReceipt> {
  if (paid.receipt.otherTaxed === 0 && paid.receipt.credit === 0) return paid;
  const lines = await reader.linesOf(receiptKey(paid.receipt).number);
  return { ...paid, receipt: { ...paid.receipt, lines } };
}

const parts: Readonly<Partial<Record<ConceptCode, Part>>> = {
  AGUA: "waterAmount",
  ALCANTARILLADO: "sewerAmount",
  CARGO_FIJO: "fixedCharge",
  COLATERAL: "otherTaxed",
  VMA: "otherTaxed",
  SALDO_FAVOR: "credit",
};

/** The amount of the receipt a line is part of. A credit note is taxed if the charge it gives back was. */
function partOf({ conceptCode, taxed }: ReceiptLine): Part | undefined {
  if (conceptCode === "NOTA_CREDITO") return taxed ? "otherTaxed" : "credit";
  return parts[conceptCode];
}

/**
 * Returns the lines that make up the amounts of a receipt: water, sewer, fixed charge, other taxed concepts and credit,
 * in this order. For each amount these are the receipt's own `lines` (file B) if they add up to the amount. Otherwise
 * water, sewer and fixed charge have lines computed from `list`, none without a list; other taxed concepts and credit
 * have none.
 */
export function linesOf(receipt: Receipt, list: TariffList | undefined): readonly Line[] {
  const computed = list ? bill(billInput(receipt, list)).lines.map(computedLine) : [];
  const brought = Map.groupBy(receipt.lines ?? [], partOf);
  return (["waterAmount", "sewerAmount", "fixedCharge", "otherTaxed", "credit"] as const).flatMap((part) => {
    const own = brought.get(part) ?? [];
    const whole = part === "credit" ? cents(-receipt.credit) : receipt[part];
    const isWhole = own.length > 0 && addCents(...own.map(({ amount }) => amount)) === whole;
    return isWhole ? own.map((line) => broughtLine(line, part)) : computed.filter((line) => line.part === part);
  });
}

function computedLine(line: BillLine): Line {
  const amount = formatCents(line.amount);
  const { concept } = line;
  if (concept === "CARGO_FIJO") return { concept, part: "fixedCharge", label: "", amount };
  const part = concept === "AGUA" ? "waterAmount" : "sewerAmount";
  return { concept, part, label: line.range, m3: line.m3, unitPrice: formatPrice(line.unitPrice), amount };
}

function broughtLine({ conceptCode: concept, label, baseM3: m3, unitPrice, amount }: ReceiptLine, part: Part): Line {
  return {
    concept,
    part,
    label,
    ...(m3 !== undefined && { m3 }),
    ...(unitPrice !== undefined && { unitPrice: formatPrice(unitPrice) }),
    amount: formatCents(amount),
  };
}
