import type { CaseLetter } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { caseSheet } from "./case-sheet.ts";

/**
 * Returns the letter that states the right to have the meter tested (digest 7.5): what a test is, who pays, how to ask
 * for it, and what the claimant answered in the claim's form, or that they have not answered.
 */
export function meterTestRight(facts: CaseLetter): Sheet {
  const { meterTest, meterTestCostAccepted } = facts.filing.details.form;
  return caseSheet(facts, "Derecho a pedir la prueba de tu medidor (contrastación)", [
    {
      text: "Puedes pedir que se compruebe si tu medidor marca bien. Se llama contrastación: una empresa autorizada, que no es la nuestra, lo compara con un patrón certificado.",
    },
    { heading: "Quién la paga" },
    {
      items: [
        "Si el medidor marca de más, la paga la empresa: el mes se cobra por el promedio y el medidor se cambia.",
        "Si el medidor marca bien o marca de menos, la paga quien la pidió y aceptó su costo. Lo que marcó de menos no se cobra.",
      ],
    },
    { heading: "Qué respondiste" },
    { text: answer(meterTest, meterTestCostAccepted) },
    { heading: "Cómo pedirla" },
    {
      text: "Puedes pedirla mientras se investiga el reclamo, por la web, por teléfono o en la oficina. Antes de la prueba te avisamos el día, la hora y el lugar, para que estés presente.",
    },
  ]);
}

function answer(asked: boolean | undefined, costAccepted: boolean | undefined): string {
  if (asked === undefined) return "Aún no has respondido.";
  if (!asked) return "Que no la pides. Puedes cambiar de opinión.";
  return costAccepted
    ? "Que la pides, y que aceptas su costo si el medidor no marca de más."
    : "Que la pides, sin aceptar su costo.";
}
