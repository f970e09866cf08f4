import { bill, billInput, totalDueWith } from "../receipt/billing.ts";
import { addCents, type Cents, cents, printedCents, subtractCents, taxHalfUp } from "../receipt/money.ts";
import { type Receipt, receiptKey } from "../receipt/receipt.ts";
import { monthAndYear } from "../receipt/spanish-months.ts";
import type { TariffList } from "../receipt/tariff.ts";

/** The concepts of a month, in the order a receipt shows them; IGV last. */
export const rebilledConcepts = ["AGUA", "ALCANTARILLADO", "CARGO_FIJO", "OTROS", "IGV"] as const;
export type RebilledConcept = (typeof rebilledConcepts)[number];

/** A concept as it was billed and as it is after the re-billing; `difference` is the reduction, never negative. */
export type ConceptChange = {
  readonly concept: RebilledConcept;
  readonly before: Cents;
  readonly after: Cents;
  readonly difference: Cents;
};

/** The content of an electronic credit note for a re-billing: the difference, with its IGV apart. */
export type CreditNote = {
  /** The receipt it corrects, "S001-00045001". */
  readonly receiptNumber: string;
  readonly base: Cents;
  readonly tax: Cents;
  readonly total: Cents;
};

/** What remains of the money: `overpaid` is refunded or credited (interest apart), `owed` is still to pay. */
export type Settlement = {
  /** What the receipt is due once the month is billed again: `monthTotal` with interest and debt. */
  readonly totalDue: Cents;
  readonly paid: Cents;
  readonly overpaid: Cents;
  readonly owed: Cents;
};

/** A month billed again: before and after, and what follows. */
export type Rebilling = {
  readonly before: { readonly m3: number; readonly monthTotal: Cents };
  readonly after: { readonly m3: number; readonly monthTotal: Cents };
  readonly concepts: readonly ConceptChange[];
  /** Absent if nothing changes. */
  readonly creditNote?: CreditNote | undefined;
  readonly settlement: Settlement;
  readonly explanation: readonly string[];
};

/**
 * Returns a month billed again at `m3`, the volume for all units of use together (digest 7.6). Water and sewerage are
 * computed by the tariff list, and IGV on the new subtotal; none of these amounts becomes higher than billed. Fixed
 * charge, other items, interest and debt stay. If `m3` is the billed volume or more, nothing changes and there is no
 * credit note.
 * @param paid what was paid on the receipt
 */
export function rebill(receipt: Receipt, list: TariffList, m3: number, paid: Cents): Rebilling {
  return rebilled(receipt, list, { m3, otherTaxed: receipt.otherTaxed }, paid);
}

/**
 * Returns a month billed again without its other items (conceptos, `otherTaxed`), which the claimant disputed. Volume,
 * water, sewerage and fixed charge stay. IGV is computed on the new subtotal and never raised. If the month has no
 * other items, or they are a discount (below 0), nothing changes.
 * @param paid what was paid on the receipt
 */
export function rebillWithoutCharge(receipt: Receipt, list: TariffList, paid: Cents): Rebilling {
  return rebilled(receipt, list, { m3: receipt.billedM3, otherTaxed: least(receipt.otherTaxed, cents(0)) }, paid);
}

function rebilled(
  receipt: Receipt,
  list: TariffList,
  { m3: asked, otherTaxed }: { readonly m3: number; readonly otherTaxed: Cents },
  paid: Cents,
): Rebilling {
  const { billedM3, waterAmount, sewerAmount, fixedCharge, taxAmount, monthTotal } = receipt;
  const m3 = Math.min(asked, billedM3);
  const computed = bill({ ...billInput(receipt, list), billedM3: m3 });
  const unchanged = m3 === billedM3;
  const water = unchanged ? waterAmount : least(waterAmount, computed.water);
  const sewer = unchanged ? sewerAmount : least(sewerAmount, computed.sewer);
  const subtotal = addCents(water, sewer, fixedCharge, otherTaxed);
  const tax =
    unchanged && otherTaxed === receipt.otherTaxed ? taxAmount : least(taxAmount, taxHalfUp(subtotal, list.taxRate));
  const concepts = [
    change("AGUA", waterAmount, water),
    change("ALCANTARILLADO", sewerAmount, sewer),
    change("CARGO_FIJO", fixedCharge, fixedCharge),
    change("OTROS", receipt.otherTaxed, otherTaxed),
    change("IGV", taxAmount, tax),
  ];
  const taken = addCents(...concepts.map(({ difference }) => difference));
  const taxTaken = subtractCents(taxAmount, tax);
  const after = { m3, monthTotal: subtractCents(monthTotal, taken) };
  const note = { receiptNumber: receiptKey(receipt).number, base: subtractCents(taken, taxTaken), tax: taxTaken };
  const result = {
    before: { m3: billedM3, monthTotal },
    after,
    concepts,
    ...(taken > 0 && { creditNote: { ...note, total: taken } }),
    settlement: settled(totalDueWith(after.monthTotal, receipt), paid),
  };
  return { ...result, explanation: rebillingWords(receipt, result) };
}

function least(one: Cents, other: Cents): Cents {
  return one < other ? one : other;
}

function change(concept: RebilledConcept, before: Cents, after: Cents): ConceptChange {
  return { concept, before, after, difference: subtractCents(before, after) };
}

function settled(totalDue: Cents, paid: Cents): Settlement {
  const rest = subtractCents(totalDue, paid);
  return { totalDue, paid, overpaid: cents(Math.max(0, -rest)), owed: cents(Math.max(0, rest)) };
}

const conceptNames: Readonly<Record<RebilledConcept, string>> = {
  AGUA: "agua potable",
  ALCANTARILLADO: "alcantarillado",
  CARGO_FIJO: "cargo fijo",
  OTROS: "otros conceptos",
  IGV: "IGV",
};

const soles = (amount: Cents): string => `S/ ${printedCents(amount)}`;

function rebillingWords(receipt: Receipt, result: Omit<Rebilling, "explanation">): readonly string[] {
  const { before, after, concepts, creditNote, settlement } = result;
  const month = `El recibo de ${monthAndYear(receipt.period)}`;
  if (!creditNote) return [`${month} queda como se facturó: ${before.m3} m³ y ${soles(before.monthTotal)}.`];
  const changed = concepts
    .filter(({ difference }) => difference > 0)
    .map(({ concept, before: old, after: now }) => `${conceptNames[concept]} de ${soles(old)} a ${soles(now)}`);
  const { overpaid, owed } = settlement;
  return [
    `${month} pasa de ${before.m3} m³ a ${after.m3} m³ y de ${soles(before.monthTotal)} a ${soles(after.monthTotal)}: ${changed.join("; ")}. Los demás conceptos no cambian.`,
    `Se emite una nota de crédito por ${soles(creditNote.total)}: ${soles(creditNote.base)} más IGV de ${soles(creditNote.tax)}.`,
    overpaid > 0
      ? `Como ya se pagaron ${soles(settlement.paid)}, se devuelven o se abonan en los próximos recibos ${soles(overpaid)}, más los intereses que correspondan.`
      : `Queda por pagar ${soles(owed)}.`,
  ];
}
