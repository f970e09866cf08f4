import { date, dayInLima, wholeNumber } from "./format.ts";

interface Check {
  readonly at: number;
  readonly before?: number;
  readonly after?: number;
  readonly toilet?: "loses" | "keeps";
}

/** What a check for leaks found, in sentences that can also be added to a claim. */
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
