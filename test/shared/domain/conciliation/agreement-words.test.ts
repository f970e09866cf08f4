import { expect, it } from "vitest";
import { saysWhatIsDone } from "../../../../shared/domain/conciliation/agreement-words.ts";

it.each([
  ["Se cobran 20 m³.", true],
  ["El mes queda en S/ 58.08, en dos cuotas.", true],
  ["Se cobra el mes como un mes normal.", true],
  ["Se paga la mitad.", true],
  ["La empresa cambiará el medidor.", true],
  ["La EPS se compromete a una nueva inspección.", true],
  ["Limpiaremos la caja.", true],
  ["La empresa podará el árbol de la caja.", true],
  ["Se retira el cargo por reapertura.", true],
  ["Acuerdo total", false],
  ["Todo.", false],
  ["Conforme.", false],
  ["Las partes llegaron a un acuerdo total sobre el reclamo.", false],
  ["El acuerdo será total y quedará conforme.", false],
  ["Acuerdo total del reclamo RE-2026-000123-4, recibo S001-00045001.", false],
  ["Se acepta la propuesta de la empresa.", false],
])("%s says what is done: %s", (agreed, says) => {
  expect(saysWhatIsDone(agreed)).toBe(says);
});
