import { counted, instant, wholeNumber } from "./format.ts";

export const unsentWords = {
  unsent: (count: number) => `${wholeNumber(count)} por enviar`,
  unsentText: "Se envían solas cuando haya señal. No las borres del teléfono.",
  signInText: "Se envían cuando ingreses. No las borres del teléfono.",
  signIn: "Ingresar y enviar",
  refused: (count: number) => `${counted(count, "registro", "registros")} que el sistema no aceptó`,
  refusedText: "No se envía sola: ábrela para corregirla o borrarla.",
  openDelivery: (deliveredAt: string) => `Ver la entrega del ${instant(deliveredAt)}`,
  open: (startedAt: string) =>
    startedAt === "" ? "Ver el acta" : `Ver el acta de la visita del ${instant(startedAt)}`,
} as const;
