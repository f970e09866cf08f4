/** The lines under a case's code that few cases have. */
export const caseHeaderMoreWords = {
  handedOver: (from: string | undefined, day: string, reason: string | undefined) =>
    `${from ? `Viene de ${from}` : "Se le dio responsable"}, el ${day}${reason ? `: ${reason}` : ""}`,
  queja: "Queja por enviar:",
  quejaSent: (to: string) => `Queja enviada: falta la respuesta ${to === "TRASS" ? "del TRASS" : "del superior"}.`,
  undo: (day: string) => `Pidió desistir por teléfono: puede deshacerlo hasta el ${day}. Después se puede aceptar.`,
} as const;
