import type { BlankForm } from "../../../shared/documents/letters.ts";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { dateOf } from "../../../shared/domain/receipt/spanish-months.ts";
import { blankFormBlocks, who } from "./claim-parts.ts";
import { afterwards, problemTitle } from "./problem-form.ts";
import { recourseTitle } from "./recourse.ts";

/**
 * Returns the form `form` to print and fill in by hand, with empty lines to write on. Its code is the version of the
 * law, and its date the first day of that law.
 */
export function blankForm(facts: BlankForm): Sheet {
  const { letterhead, forms, inForceFrom, lawVersion } = facts;
  return {
    letterhead,
    title: titleOf(facts),
    code: lawVersion,
    madeAt: `${inForceFrom}T12:00:00.000Z`,
    blocks: [
      {
        text: `Escribe con letra clara; si te falta espacio, sigue en otra hoja. Preséntalo en la oficina (${letterhead.address}) o escaneado por la mesa de partes de la web. Es gratis y no necesitas abogado.`,
      },
      ...blocksOf(facts),
      { heading: "Base legal" },
      { text: `${forms.regulation}. Vigente desde el ${dateOf(inForceFrom)}.` },
    ],
  };
}

function titleOf({ form, forms }: BlankForm): string {
  switch (form) {
    case "problem":
      return problemTitle(forms.problemForm);
    case "claim":
      return `Presentación de reclamo (${forms.claimForm})`;
    default:
      return recourseTitle(form, forms);
  }
}

function blocksOf({ form, types, terms }: BlankForm): readonly Block[] {
  switch (form) {
    case "claim":
      return blankFormBlocks(types);
    case "problem":
      return [
        {
          lines: [
            ["Código de solicitud (lo pone la empresa)", ""],
            ["Registrada, día y hora (lo pone la empresa)", ""],
            ["Suministro", ""],
          ],
        },
        { heading: "Quién la pide" },
        { lines: who(undefined) },
        { heading: "El problema" },
        { lines: [["Tipo de problema, por su número en la lista del final", ""]] },
        { text: "Cuenta qué pasa, desde cuándo y dónde:" },
        { blank: 6 },
        { signatures: [["Firma de quien la pide", "Nombre, documento y fecha"]] },
        { heading: "Qué sigue (lo llena la empresa al recibirla)" },
        { lines: [["Plazo para solucionarlo", ""]] },
        { text: afterwards },
        { heading: "Tipos de problema" },
        { items: types },
      ];
    default:
      return [
        {
          lines: [
            ["Número de presentación (lo pone la empresa)", ""],
            ["Reclamo", ""],
            ["Suministro", ""],
            ["Contra la resolución N.°", ""],
            ["Fecha de la resolución", ""],
            ["Día en que te la notificaron", ""],
          ],
        },
        { heading: "Quién lo presenta" },
        { lines: who(undefined) },
        { heading: form === "appeal" ? "Por qué apelas" : "Qué sostienes" },
        { blank: 6 },
        { heading: form === "appeal" ? "Archivos" : "Prueba nueva que presentas" },
        { blank: 2 },
        {
          text: `Tienes ${terms.recourse} días hábiles para presentarlo, desde el día siguiente de la notificación.`,
        },
        { signatures: [["Firma de quien lo presenta", "Nombre, documento y fecha"]] },
      ];
  }
}
