import type { ClaimType, ClaimTypeRule, EvidenceKind, MaxTime } from "../../shared/domain/case/claim-types.ts";
import { assumed, type TenantValue } from "../../shared/tenant/tenant-value.ts";

/**
 * Annexes 1 and 3 as the digest transcribes them (2.1 to 2.3). Annex 2, the times to solve a problem, was not found
 * (row 17): ours are assumed, so that nobody waits for ever to be able to claim.
 */
const histories: readonly EvidenceKind[] = ["readings-history", "billing-history", "payments-history", "cuts-history"];
const annexes = "2.1, Anexos 1 y 3 [seen-2 S16 S17]";

type Said = Omit<ClaimTypeRule, "hearing" | "internalInspection" | "externalInspection"> & {
  readonly inspection?: "internal" | "external" | "both";
};

function rule({ inspection, ...said }: Said, hearing: ClaimTypeRule["hearing"]): ClaimTypeRule {
  return {
    ...said,
    hearing,
    internalInspection: inspection === "internal" || inspection === "both",
    externalInspection: inspection === "external" || inspection === "both",
  };
}

const billing = (said: Said, source = annexes): TenantValue<ClaimTypeRule> => assumed(rule(said, "compulsory"), source);

const problem =
  (group: string, maxTime: MaxTime, source: string) =>
  (name: string, inspection?: "external"): TenantValue<ClaimTypeRule> =>
    assumed(
      rule(
        {
          name,
          group,
          definition: "Se pidió solucionar el problema y pasó el plazo máximo sin que se solucione.",
          maxTime,
          evidence: ["problem-report", "attention-report", ...(inspection ? (["external-inspection"] as const) : [])],
          ...(inspection && { inspection }),
        },
        "optional",
      ),
      `${source}; no se encontró su tiempo máximo, Anexo 2: el que está es supuesto (pregunta 17) [unknown]`,
    );

const paperwork: MaxTime = { unit: "days", amount: 10, kind: "working" };
const access = problem("A", paperwork, "2.2, grupo A [seen S20] [seen-2 S16]; pruebas e inspección [design]");
const metering = problem("B", paperwork, "2.2, grupo B [seen S20]; pruebas e inspección [design]");
const cuts = problem("C", { unit: "hours", amount: 24 }, "2.2, grupo C [known]; pruebas e inspección [design]");
const information = problem("D", paperwork, "2.2, grupo D [known]; pruebas e inspección [design]");
const operational = problem("", { unit: "hours", amount: 72 }, "2.3 [seen-2 S16]; pruebas e inspección [design]");

export const claimTypes: Readonly<Record<ClaimType, TenantValue<ClaimTypeRule>>> = {
  F01: billing({
    name: "consumo medido",
    group: "A",
    definition: "No corresponde facturar por lectura del medidor, o se consumió menos de lo que registró.",
    inspection: "both",
    evidence: ["bills", ...histories, "external-inspection", "internal-inspection", "meter-test-right", "meter-test"],
  }),
  F02: billing({
    name: "consumo promedio",
    group: "A",
    definition: "No corresponde facturar por promedio, o el promedio está mal calculado.",
    evidence: ["bills", ...histories, "regime-report", "average-report"],
  }),
  F03: billing({
    name: "asignación de consumo",
    group: "A",
    definition:
      "No corresponde facturar por asignación, el volumen es mayor que el de la estructura tarifaria, o se cuentan unidades de uso de más.",
    inspection: "internal",
    evidence: [
      "bills",
      ...histories,
      "regime-report",
      "assignment-report",
      "internal-inspection",
      "premises-sketch",
      "frontage-description",
    ],
  }),
  F04: billing({
    name: "consumo no facturado oportunamente",
    group: "A",
    definition: "No corresponde el cobro de consumos que no se facturaron en su oportunidad.",
    evidence: ["cuts-history", "service-orders", "unbilled-settlement", "reconnection-settlement"],
  }),
  F05: billing({
    name: "consumo no realizado por servicio cerrado",
    group: "A",
    definition: "Se facturó sin que exista conexión o estando cerrada.",
    evidence: ["cuts-history", "months-owed", "billed-after-closing"],
  }),
  F06: billing({
    name: "consumo atribuible a usuario anterior del suministro",
    group: "A",
    definition: "Los meses son de quien usaba antes el suministro.",
    evidence: ["cuts-history", "former-user-liability", "months-owed", "collection-measures"],
  }),
  F07: billing({
    name: "consumo atribuible a otro suministro",
    group: "A",
    definition: "El suministro se confundió o se cruzó con otro.",
    inspection: "external",
    evidence: ["external-inspection", "readings-history", "billing-history", "payments-history"],
  }),
  F08: billing({
    name: "pago no procesado",
    group: "A",
    definition: "Se pagó, y se cobró de nuevo.",
    evidence: ["paid-bill", "billed-again"],
  }),
  F09: billing({
    name: "tipo de tarifa",
    group: "B",
    definition: "La categoría de la tarifa no es la que corresponde.",
    inspection: "internal",
    evidence: ["bills", "units-history", "internal-inspection"],
  }),
  F10: billing({
    name: "conceptos emitidos",
    group: "C",
    definition: "Se facturaron conceptos que no corresponden: alcantarillado, servicios colaterales u otros.",
    evidence: ["bills", "cuts-history", "collection-notices", "concept-support"],
  }),
  F11: billing({
    name: "número de unidades de uso",
    group: "C",
    definition: "Se facturan más unidades de uso que las reales.",
    inspection: "internal",
    evidence: ["units-report", "premises-sketch", "internal-inspection"],
  }),
  F12: billing(
    {
      name: "valores máximos admisibles: factor de ajuste, o conceptos por prueba, análisis y laboratorio",
      group: "",
      definition: "No corresponde el cobro por exceder los valores máximos admisibles de las descargas.",
      evidence: ["bills", "discharge-report", "concept-support"],
    },
    "2.1, F12 [seen-2 S19]; sus pruebas no estaban en la transcripción [design]",
  ),
  "N-A1": access("conexión que no se instaló en el plazo", "external"),
  "N-A2": access("desacuerdo con el informe de factibilidad o con sus condiciones"),
  "N-A3": access("solicitud de acceso que no se admitió"),
  "N-A4": access("servicio que no corresponde al estudio de factibilidad o al contrato", "external"),
  "N-A5": access("contrato que no se suscribió"),
  "N-A6": access("otros problemas del contrato"),
  "N-A7": access("informe de factibilidad que no se emitió en el plazo"),
  "N-B1": metering("medidor comprado y pagado por el usuario que no se instaló en el plazo", "external"),
  "N-B2": metering("medidor que no se reinstaló en el plazo", "external"),
  "N-B3": metering("medidor retirado sin aviso previo", "external"),
  "N-B4": metering(
    "medidor retirado por razones distintas de su mantenimiento, contrastación o reposición",
    "external",
  ),
  "N-B5": metering("medidor instalado sin contrastación inicial, o sin entregar su resultado al usuario"),
  "N-C1": cuts("cierre del servicio sin causa", "external"),
  "N-C2": cuts("servicio que no se reabrió en el plazo", "external"),
  "N-D1": information("recibo que no se entregó"),
  "N-D2": information("información que no se dio"),
  "N-D3": information("negativa a reponer un recibo"),
  "O-F1": operational("filtraciones de agua externas hacia el predio", "external"),
  "O-P1": operational("fugas en la conexión domiciliaria de agua potable", "external"),
  "O-P2": operational("negativa a dar mantenimiento a la caja o a la conexión dañada", "external"),
  "O-S1": operational("atoro en la conexión de alcantarillado", "external"),
  "O-S2": operational(
    "negativa a reubicar la conexión de alcantarillado con estudio de factibilidad favorable",
    "external",
  ),
  "O-R1": operational("negativa a ampliar o reubicar la conexión de agua potable, y problemas semejantes", "external"),
};
