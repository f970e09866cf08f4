import { counted, instant, wholeNumber } from "../../words/format.ts";

export const unsentWords = {
  unsent: (count: number) => `${wholeNumber(count)} por enviar`,
  unsentText: "Lo que falta se envía solo cuando haya señal. No borre nada del teléfono.",
  signInText: "Lo que falta se envía cuando ingrese. No borre nada del teléfono.",
  signIn: "Ingresar y enviar",
  refused: (count: number) => `${counted(count, "registro", "registros")} que el sistema no aceptó`,
  refusedText: "No se envía solo: ábralo para corregirlo o borrarlo.",
  openDelivery: (deliveredAt: string) => `Ver la entrega del ${instant(deliveredAt)}`,
  open: (startedAt: string) =>
    startedAt === "" ? "Ver el acta" : `Ver el acta de la visita del ${instant(startedAt)}`,
} as const;
