import type { ClaimView } from "../../words/claim.ts";
import { cubicMetres, date, monthAndYear, soles } from "../../words/format.ts";

export type TribunalDecision = NonNullable<ClaimView["tribunal"]>;

const results = {
  reversed: "El tribunal te dio la razón",
  "silence-declared": "El tribunal dio tu pedido por aceptado: la empresa se pasó del plazo",
  "back-to-investigation": "El tribunal ordenó investigar otra vez",
  "back-to-resolution": "El tribunal ordenó decidir otra vez",
  confirmed: "El tribunal confirmó la decisión de la empresa",
  conciliated: "Hubo acuerdo ante el tribunal",
  inadmissible: "El tribunal no admitió tu apelación",
  unstated: "El tribunal decidió",
} as const satisfies Record<TribunalDecision["result"], string>;

/** What the tribunal of SUNASS decided, in words for the claimant. */
export const tribunalWords = {
  title: "Lo que decidió el tribunal de SUNASS",
  result: ({ result, months }: TribunalDecision) =>
    result === "reversed" && months.some(({ outcome }) => outcome !== "upheld")
      ? `${results.reversed} en parte`
      : results[result],
  month: ({ period, outcome, corrected }: TribunalDecision["months"][number]) => {
    const receipt = `recibo de ${monthAndYear(period)}`;
    if (corrected)
      return `El ${receipt} queda en ${cubicMetres(corrected.m3)} y ${soles(corrected.amount)} por el mes.`;
    return outcome === "upheld" || outcome === "partly-upheld"
      ? `La empresa debe corregir el ${receipt}.`
      : `El ${receipt} queda como se facturó.`;
  },
  number: (number: string, on: string) => `Decisión ${number}, recibida el ${date(on)}`,
  replaced: {
    tribunal: "Ya no rigen: el tribunal decidió después.",
    silence: "Ya no rigen: la empresa se pasó del plazo y la ley da tu pedido por aceptado.",
  } satisfies Record<NonNullable<ClaimView["resolutions"][number]["replacedBy"]>, string>,
} as const;
