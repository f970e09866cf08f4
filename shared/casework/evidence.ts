import { type EvidenceItem, entriesOf } from "../domain/case-events.ts";
import { receiptKey } from "../domain/receipt.ts";
import type { PaidReceipt } from "../storage/receipt-reader.ts";
import type { CaseAt } from "./case-at.ts";

/** An item of the evidence list as staff read it: its name in Spanish, and whether it is in the file. */
export interface EvidenceView extends Pick<EvidenceItem, "status"> {
  readonly item: EvidenceKind;
  readonly name: string;
}

/** The evidence of consumo medido (digest 2.1, F01; 2.4: that the user was told of the meter test). */
const evidenceKinds = [
  "bills",
  "readings-history",
  "billing-history",
  "payments-history",
  "cuts-history",
  "external-inspection",
  "internal-inspection",
  "meter-test-right",
  "meter-test",
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

const evidenceNames: Readonly<Record<EvidenceKind, string>> = {
  bills: "Recibos reclamados",
  "readings-history": "Historial de lecturas",
  "billing-history": "Historial de facturación",
  "payments-history": "Historial de pagos",
  "cuts-history": "Historial de cortes y reaperturas",
  "external-inspection": "Inspección externa",
  "internal-inspection": "Inspección interna",
  "meter-test-right": "Constancia de que se informó el derecho a la contrastación",
  "meter-test": "Contrastación del medidor",
};

const inFile = (there: boolean): EvidenceView["status"] => (there ? "present" : "missing");

/**
 * The evidence the claim's type asks for and whether it is there. Histories are there when the ledger holds their months
 * (`evidence.historyMonths`); cuts and reopenings have no source yet. A visit that was not let in still saw the outside.
 * Throws `RangeError` for a type without a list: none is filed but consumo medido (F01).
 * @param receipts of the supply, the last `historyMonths` months, newest first
 */
export function evidenceOf({ file, filing, law }: CaseAt, receipts: readonly PaidReceipt[]): readonly EvidenceView[] {
  const { claimType, details } = filing;
  if (claimType !== "F01") throw new RangeError(`no evidence list for ${claimType}`);
  const { receipts: claimed, meterTest } = details.form;
  const numbers = new Set(receipts.map(({ receipt }) => receiptKey(receipt).number));
  const months = new Set(receipts.map(({ receipt }) => receipt.period));
  const history = inFile(months.size >= law.evidence.historyMonths);
  const reports = entriesOf(file.events, "inspection-reported");
  const statuses: Readonly<Record<EvidenceKind, EvidenceView["status"]>> = {
    bills: inFile(claimed.every(({ number }) => numbers.has(number))),
    "readings-history": history,
    "billing-history": history,
    "payments-history": history,
    "cuts-history": "missing",
    "external-inspection": inFile(reports.length > 0),
    "internal-inspection": inFile(reports.some(({ outcome }) => outcome === "whole" || outcome === "partial")),
    "meter-test-right": inFile(meterTest !== undefined),
    "meter-test": meterTest ? "missing" : "not-asked",
  };
  return evidenceKinds.map((item) => ({ item, name: evidenceNames[item], status: statuses[item] }));
}

/** What of the evidence is missing, by its names: what an acta lists. */
export function missingNames(evidence: readonly EvidenceView[]): readonly string[] {
  return evidence.filter(({ status }) => status === "missing").map(({ name }) => name);
}
