import { bill } from "../../shared/domain/receipt/billing.ts";
import { type Cents, cents, formatCents, formatPrice } from "../../shared/domain/receipt/money.ts";
import type { ConceptCode } from "../../shared/domain/receipt/receipt.ts";
import type { BilledMonth } from "./receipt-row.ts";

/** A line of a month besides water, sewer and the fixed charge: a service done or a credit note. */
export interface ExtraLine {
  readonly concept: Extract<ConceptCode, "COLATERAL" | "NOTA_CREDITO">;
  readonly label: string;
  /** Positive; the line of a credit note subtracts it. */
  readonly amount: Cents;
}

const names = { AGUA: "AGUA POTABLE", ALCANTARILLADO: "ALCANTARILLADO" } as const;

/**
 * Returns the rows of file B for a month with an extra line: water and sewer by range, fixed charge, tax, earlier debt
 * and the extra line. They add up to the total due of the month's row of file A, if the month has no interest and no
 * instalment. Empty if `extra` is undefined: such a month has only its row of file A.
 */
export function lineRows(
  { number, input, previousDebt = cents(0) }: BilledMonth,
  extra: ExtraLine | undefined,
): readonly string[] {
  if (!extra) return [];
  const { lines, fixedCharge, tax } = bill(input);
  const used = lines.flatMap((line) =>
    line.concept === "CARGO_FIJO"
      ? []
      : [
          [
            line.concept,
            `${names[line.concept]} ${line.range}`,
            line.m3,
            formatPrice(line.unitPrice),
            formatCents(line.amount),
            "S",
          ],
        ],
  );
  const own = [extra.concept, extra.label, "", ""];
  const rows = [
    ...used,
    ["CARGO_FIJO", "CARGO FIJO", "", "", formatCents(fixedCharge), "S"],
    ...(extra.concept === "COLATERAL" ? [[...own, formatCents(extra.amount), "S"]] : []),
    ["IGV", "IGV 18 %", "", "", formatCents(tax), "N"],
    ...(previousDebt > 0 ? [["SALDO_ANTERIOR", "DEUDA ANTERIOR", "", "", formatCents(previousDebt), "N"]] : []),
    ...(extra.concept === "NOTA_CREDITO" ? [[...own, formatCents(cents(-extra.amount)), "N"]] : []),
  ];
  return rows.map((cells, at) => ["01", "S001", String(number).padStart(8, "0"), at + 1, ...cells].join(";"));
}
