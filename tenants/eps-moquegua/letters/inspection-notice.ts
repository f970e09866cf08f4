import type { InspectionNotice } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { hoursText, longDate } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet } from "./case-sheet.ts";

/**
 * Returns the notice of a visit (digest 3.4): its day and slot, what is inspected inside and outside by the claim's
 * type, and what follows if the visit cannot be made: one more, or the decision. If it was moved, says that it replaces
 * the notice before.
 */
export function inspectionNotice(facts: InspectionNotice): Sheet {
  const { letterhead, visit, filing, entry } = facts;
  return caseSheet(facts, "Aviso de inspección", [
    ...(entry.type === "visit-moved" ? [{ text: "La visita cambió de fecha. Este aviso reemplaza al anterior." }] : []),
    { text: "Vamos a visitar tu casa o local para ver por qué el recibo salió así." },
    {
      lines: [
        ["Día", longDate(visit.on)],
        ["Hora", hoursText(visit)],
        ["Lugar", filing.details.supplyAddress ?? "la dirección del suministro"],
      ],
    },
    { heading: "Qué se revisa" },
    {
      items: [
        ...(visit.inside
          ? ["Adentro: caños, inodoros, duchas y tanques. Se cierra todo y se mira si el medidor sigue marcando."]
          : []),
        ...(visit.outside ? ["Afuera: el medidor, su lectura, la caja y la conexión."] : []),
      ],
    },
    { heading: "Qué te pedimos" },
    {
      text: `Que una persona mayor de edad reciba al inspector${visit.inside ? " y le abra los ambientes con agua" : ""}. El inspector se identifica con su nombre y su credencial de ${letterhead.name}. No cobra nada y no entra si tú no quieres.`,
    },
    { heading: "Si no se puede hacer" },
    {
      text: `${
        visit.isRepeated
          ? "Si no hay nadie, se anota lo que se ve desde la calle y se hace una visita más. Si tampoco entonces hay alguien, o si no se deja pasar, el"
          : "Si no hay nadie o no se deja pasar, se anota lo que se ve desde la calle. El"
      } reclamo se decide con eso y con las demás pruebas. Si ese día no puedes, avísanos antes por la web, por teléfono o en la oficina.`,
    },
    { text: "Al terminar recibes una copia del acta. Puedes hacer que se anote lo que no te parezca." },
  ]);
}
