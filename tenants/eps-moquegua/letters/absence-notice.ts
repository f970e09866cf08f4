import { attachmentsBlock } from "../../../shared/documents/attachments-block.ts";
import type { AbsenceNotice } from "../../../shared/documents/letters.ts";
import type { Sheet } from "../../../shared/documents/sheet.ts";
import { hoursText, longDate, longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import { caseSheet } from "./case-sheet.ts";

/**
 * Returns the notice left at an address where nobody opened, after an inspector's visit or an attempt to deliver a
 * resolution. It states when somebody came, how the premises look from outside, when somebody comes again if that is
 * planned, what follows if nobody opens then, and the photos.
 */
export function absenceNotice(facts: AbsenceNotice): Sheet {
  const { entry, premises, photos, again } = facts;
  const isVisit = entry.type === "inspection-reported";
  const cameAt = entry.type === "inspection-reported" ? entry.details.startedAt : entry.effectiveAt;
  return caseSheet(
    facts,
    isVisit ? "Vinimos a revisar y no había nadie" : "Vinimos a entregarte una resolución y no había nadie",
    [
      {
        text: isVisit
          ? "Vinimos a revisar tu casa o local y no encontramos a nadie."
          : "Vinimos a entregarte la resolución de tu reclamo y no encontramos a nadie.",
      },
      {
        lines: [
          ["Vinimos el", longInstant(cameAt)],
          ["Cómo es por fuera", premises],
          again
            ? ["Volvemos el", [longDate(again.on), hoursOf(again)].filter(Boolean).join(", ")]
            : ["Otra visita", "no hay otra programada"],
        ],
      },
      { text: isVisit ? afterAbsence(again !== undefined) : afterUndelivered },
      { heading: "Fotos" },
      attachmentsBlock(photos, "Sin fotos."),
    ],
  );
}

function hoursOf({ from, to }: NonNullable<AbsenceNotice["again"]>): string | undefined {
  return from && to ? hoursText({ from, to }) : undefined;
}

/** What follows a visit that found nobody, if the inspector comes again or does not. */
export const afterAbsence = (comesAgain: boolean): string =>
  comesAgain
    ? "Procura que una persona mayor de edad reciba al inspector. Si tampoco hay nadie, el reclamo se decide con lo que se vio desde la calle y las demás pruebas."
    : "El reclamo se decide con lo que se vio desde la calle y las demás pruebas. Si quieres otra visita, pídela antes de que se decida.";

const afterUndelivered =
  "Si ese día tampoco hay nadie, la resolución se deja bajo la puerta y se anota. Desde entonces corre tu plazo para pedir que se revise. También puedes recogerla en la oficina.";
