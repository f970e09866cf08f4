import type { LetterOn } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { clockOf, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { acceptsTestCost } from "../../../shared/domain/visit/meter-test.ts";
import { caseSheet } from "./case-sheet.ts";
import { testCostOf } from "./test-cost.ts";

/**
 * Returns the notice of a meter test (digest 7.5): when, where and by whom it is made, and who pays. If the claimant
 * did not ask for the test, or did not accept its cost, the company pays in any case.
 */
export function meterTestNotice(facts: LetterOn<"meter-test-ordered">): Sheet {
  const { testOn, details } = facts.entry;
  const { tester, at, place } = details;
  const cost = testCostOf(acceptsTestCost(facts.events));
  return caseSheet(facts, "Aviso de la prueba de tu medidor (contrastación)", [
    {
      text: "Se va a comprobar si tu medidor marca bien. La prueba se llama contrastación: se compara con un patrón certificado.",
    },
    {
      lines: [
        ["Cuándo", `${longDate(testOn)} a ${clockOf(at)}`],
        ["Dónde", place],
        ["Quién la hace", tester],
        ["Quién la paga", cost],
      ],
    },
    {
      text: "Puedes estar presente, o enviar a otra persona. Quien la hace se identifica y no cobra nada en ese momento.",
    },
    { text: "Te enviamos el resultado, que es una de las pruebas con que se decide tu reclamo." },
  ]);
}
