import type { StepSlug } from "./claim-steps.words.ts";

/** The step where each field of a claim is answered. */
const stepOfField: Readonly<Record<string, StepSlug>> = {
  linkId: "recibo",
  period: "recibo",
  receipts: "recibo",
  supplyCode: "recibo",
  receiptNumber: "recibo",
  receiptMonth: "recibo",
  reason: "motivo",
  leakCheck: "fugas",
  meterReading: "medidor",
  grounds: "relato",
  uploadIds: "archivos",
  meterTest: "contraste",
  visitPreference: "visita",
  request: "pedido",
  as: "quien",
  acts: "quien",
  standing: "quien",
  givenNames: "quien",
  paternalSurname: "quien",
  maternalSurname: "quien",
  companyName: "quien",
  kind: "quien",
  number: "quien",
  address: "quien",
  telephone: "avisos",
  borrowed: "avisos",
  email: "avisos",
  notifyByEmail: "avisos",
  hearingMode: "reunion",
  hearingTelephone: "reunion",
  languageChoice: "reunion",
  language: "reunion",
  otherLanguage: "reunion",
  interpreter: "reunion",
};

/**
 * Returns the step where a field is answered. A number, which is a file's index in the list of files, gives `archivos`;
 * an unknown field gives `revisar`.
 */
export function stepOf(field: string): StepSlug {
  return stepOfField[field] ?? (/^\d+$/.test(field) ? "archivos" : "revisar");
}
