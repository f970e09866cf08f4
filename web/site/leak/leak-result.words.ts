import { date, dayInLima, wholeNumber } from "../../words/format.ts";

interface Check {
  /** When the check was made, in milliseconds since 1970. */
  readonly at: number;
  /** The meter's reading with all taps closed, and an hour later. */
  readonly before?: number;
  readonly after?: number;
  readonly toilet?: "loses" | "keeps";
}

/**
 * Returns what a customer's check for leaks found, in sentences that can be added to a claim: the day, whether the
 * meter moved if it was read twice, and the toilet if it was looked at.
 */
export function leakSentences({ at, before, after, toilet }: Check): readonly string[] {
  const readings =
    before === undefined || after === undefined
      ? undefined
      : after > before
        ? `Con todo cerrado, mi medidor pasó de ${wholeNumber(before)} a ${wholeNumber(after)} en una hora.`
        : `Con todo cerrado, mi medidor no se movió de ${wholeNumber(before)} en una hora.`;
  const bowl = { loses: "Mi inodoro pierde agua.", keeps: "Mi inodoro no pierde agua." } as const;
  return [`Revisé si hay fugas el ${date(dayInLima(at))}.`, readings, toilet && bowl[toilet]].flatMap(
    (each) => each ?? [],
  );
}

export const leakResultWords = {
  found: "Parece que hay una fuga",
  foundText: "Repárala pronto y guarda la boleta del gasfitero y fotos: sirven de prueba en un reclamo.",
  notFound: "No se ve ninguna fuga",
  notFoundText: "Si tu recibo subió igual, puedes reclamar. La empresa debe revisar el medidor y tu casa.",
  keptHere: "Tu resultado queda en este teléfono 30 días. No se lo enviamos a nadie.",
  claim: "Reclamar un recibo",
  addTo: (code: string) => `Agregarlo a mi reclamo ${code}`,
  again: "Revisar otra vez",
  drop: "Borrar de este teléfono",
} as const;
