import type { DoNotCut } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import type { HoldAsked } from "../../../shared/domain/billing/hold-release.ts";
import { longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";

/** Returns when the commercial system was asked to hold the receipts, and by when it must confirm it. */
export const holdAskedWords = ({ at, until }: HoldAsked): string =>
  `El ${longInstant(at)} pedimos que el sistema de cobranza lo bloquee. Debe confirmarlo a más tardar el ${longInstant(until)}.`;

/**
 * Returns the page that a customer shows to a crew that comes to cut the supply: the held receipts, which acts end the
 * hold, and how the crew checks the hold with internet (a QR of `holdAddress`) or without it (the seal and its check
 * code).
 */
export function doNotCut(facts: DoNotCut): Sheet {
  const { letterhead, code, supplyCode, receipts, since, seal, holdAsked } = facts;
  const which = receipts.length === 1 ? "por este recibo" : "por estos recibos";
  return {
    letterhead,
    title: "NO CORTAR",
    code,
    madeAt: facts.madeAt,
    blocks: [
      {
        text: `Este suministro tiene un reclamo en curso. Mientras dure, la empresa no puede cortar el servicio ${which} ni exigir su pago. Los demás recibos del suministro siguen su curso.`,
      },
      {
        lines: [
          ["Reclamo", code],
          ["Suministro", supplyCode],
          [receipts.length === 1 ? "Recibo en reclamo" : "Recibos en reclamo", receipts.join(", ")],
          ["En reclamo desde el", longDate(since)],
        ],
      },
      ...(holdAsked ? [{ text: holdAskedWords(holdAsked) }] : []),
      { heading: "Hasta cuándo vale" },
      {
        items: [
          "Hasta que la decisión quede firme, o se cumpla la del tribunal.",
          "Hasta que se cumpla lo acordado, o lo aceptado por silencio: la empresa no respondió a tiempo.",
          "Hasta que el reclamo termine de otro modo: se retira, o queda como no presentado.",
        ],
      },
      { heading: "Si hay internet" },
      { qr: facts.holdAddress, caption: "Lee este código: la página dice si el bloqueo sigue en pie hoy." },
      { heading: "Si no hay internet" },
      {
        text: `Código de comprobación: ${seal.checkCode}. La central lo repite al dar el código del reclamo. Desde que el sistema comercial lo confirma, también figura en su archivo del día.`,
      },
      {
        qr: `${seal.statement}\n${seal.signature}`,
        caption: `Declaración sellada por ${letterhead.legalName}: se comprueba sin internet con la clave pública de la empresa.`,
      },
      {
        lines: [
          ["Declaración", seal.statement],
          ["Sello", seal.signature],
        ],
      },
    ],
  };
}
