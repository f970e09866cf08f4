/** Billing claims by the code of the digest 2.1, which is ours. Consumo medido is F01. */
export const billingTypes = [
  "F01",
  "F02",
  "F03",
  "F04",
  "F05",
  "F06",
  "F07",
  "F08",
  "F09",
  "F10",
  "F11",
  "F12",
] as const;
export type BillingClaimType = (typeof billingTypes)[number];

/**
 * Problems with the service, which the company is asked to solve before they can be claimed (digest 2.2, 2.3): N
 * commercial, O operational, then the group.
 */
export const problemTypes = [
  "N-A1",
  "N-A2",
  "N-A3",
  "N-A4",
  "N-A5",
  "N-A6",
  "N-A7",
  "N-B1",
  "N-B2",
  "N-B3",
  "N-B4",
  "N-B5",
  "N-C1",
  "N-C2",
  "N-D1",
  "N-D2",
  "N-D3",
  "O-F1",
  "O-P1",
  "O-P2",
  "O-S1",
  "O-S2",
  "O-R1",
] as const;
export type ProblemType = (typeof problemTypes)[number];

/** Everything that a claim may be about. */
export const claimTypes = [...billingTypes, ...problemTypes] as const;
export type ClaimType = (typeof claimTypes)[number];

/** The families of claims: about a receipt, or about a problem that was not solved in time. */
export type ClaimFamily = "billing" | "commercial" | "operational";

/**
 * Returns whether a type is about receipts (`F01` to `F12`). Only claims about receipts have claimed months, a hold and
 * a term to claim.
 */
export function isBilling(type: ClaimType): type is BillingClaimType {
  return familyOf(type) === "billing";
}

/** Returns the family of a type by its first letter: `F` is billing, `N` commercial, any other operational. */
export function familyOf(type: ClaimType): ClaimFamily {
  if (type.startsWith("F")) return "billing";
  return type.startsWith("N") ? "commercial" : "operational";
}

/** Evidence that staff may add to a file by hand, because the office's own systems do not hold it, or not all of it. */
export const reportKinds = [
  "bills",
  "readings-history",
  "billing-history",
  "payments-history",
  "cuts-history",
  "units-history",
  "regime-report",
  "average-report",
  "assignment-report",
  "unbilled-settlement",
  "service-orders",
  "reconnection-settlement",
  "months-owed",
  "billed-after-closing",
  "former-user-liability",
  "collection-measures",
  "collection-notices",
  "paid-bill",
  "billed-again",
  "concept-support",
  "units-report",
  "premises-sketch",
  "frontage-description",
  "discharge-report",
  "attention-report",
] as const;
export type ReportKind = (typeof reportKinds)[number];

/** Kinds of reports that may have nothing to show: that somebody searched and found no record is evidence too. */
export const recordKinds: readonly ReportKind[] = [
  "cuts-history",
  "service-orders",
  "reconnection-settlement",
  "unbilled-settlement",
  "months-owed",
  "billed-after-closing",
  "collection-measures",
  "collection-notices",
  "attention-report",
];

/** What a claim of a type must have in its file (Annex 3, digest 2.1), besides the supply's earlier claims. */
export type EvidenceKind =
  | ReportKind
  | "problem-report"
  | "external-inspection"
  | "internal-inspection"
  | "meter-test-right"
  | "meter-test";

/** The name of each item of evidence on screens and in documents. */
export const evidenceNames: Readonly<Record<EvidenceKind, string>> = {
  bills: "Recibos reclamados",
  "readings-history": "Historial de lecturas",
  "billing-history": "Historial de facturación",
  "payments-history": "Historial de pagos",
  "cuts-history": "Historial de cortes y reaperturas",
  "units-history": "Unidades de uso facturadas en los períodos anteriores",
  "regime-report": "Informe del régimen de facturación aplicado",
  "average-report": "Informe del cálculo del promedio",
  "assignment-report": "Informe de la asignación de consumo",
  "unbilled-settlement": "Liquidación del consumo no facturado",
  "service-orders": "Órdenes de servicio por uso indebido, cierre o anulación",
  "reconnection-settlement": "Liquidación detallada de la reconexión indebida",
  "months-owed": "Meses que se deben",
  "billed-after-closing": "Conceptos facturados después del cierre",
  "former-user-liability": "Documento que prueba quién debe pagar",
  "collection-measures": "Medidas de cobranza que tomó la empresa",
  "collection-notices": "Avisos de cobranza",
  "paid-bill": "Copia del recibo pagado",
  "billed-again": "Copia del recibo que lo cobra de nuevo",
  "concept-support": "Sustento del concepto facturado",
  "units-report": "Informe del área responsable sobre las unidades de uso",
  "premises-sketch": "Croquis del predio con sus puntos de agua y desagüe",
  "frontage-description": "Descripción del frente del predio",
  "discharge-report": "Informe de las descargas y de su análisis",
  "problem-report": "Solicitud de atención del problema",
  "attention-report": "Informe de la atención del problema",
  "external-inspection": "Inspección externa",
  "internal-inspection": "Inspección interna",
  "meter-test-right": "Constancia de que se informó el derecho a la contrastación",
  "meter-test": "Contrastación del medidor",
};

/** The longest time to solve a problem (Annex 2). */
export type MaxTime =
  | { readonly unit: "hours"; readonly amount: number }
  | { readonly unit: "days"; readonly amount: number; readonly kind: "working" | "calendar" };

/** What the law says about a type of claim. */
export interface ClaimTypeRule {
  /** The regulator's name, in lower case as within a sentence. */
  readonly name: string;
  /** The letter of its group in the annex; empty if it has none. */
  readonly group: string;
  /** What the claimant asserts. */
  readonly definition: string;
  readonly internalInspection: boolean;
  readonly externalInspection: boolean;
  readonly evidence: readonly EvidenceKind[];
  readonly hearing: "compulsory" | "optional";
  /**
   * Only for a problem. One without it is claimed through an operator, or by its applicant once disputed (digest 2.3).
   */
  readonly maxTime?: MaxTime | undefined;
}

/** The rule of every type of claim. */
export type ClaimCatalogue = Readonly<Record<ClaimType, ClaimTypeRule>>;

/** Returns whether a type requires an internal or an external inspection, and so a visit. */
export function asksVisit({ internalInspection, externalInspection }: ClaimTypeRule): boolean {
  return internalInspection || externalInspection;
}

/**
 * Returns within how many working days from filing a visit should be made (T06): `targetDayConsumption` for measured
 * consumption (F01), which leaves time for a repair; `targetDay` for any other type.
 */
export function visitTarget(
  type: ClaimType,
  { targetDay, targetDayConsumption }: { readonly targetDay: number; readonly targetDayConsumption: number },
): number {
  return type === "F01" ? targetDayConsumption : targetDay;
}
