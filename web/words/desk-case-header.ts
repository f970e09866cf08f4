/** The lines under a case's code, on its page and on each of its acts, which load no more of the case's words. */
export const caseHeaderWords = {
  owner: (name: string, extension: string) => `Responsable: ${name}, anexo ${extension}`,
  handedOver: (from: string | undefined, day: string, reason: string | undefined) =>
    `${from ? `Viene de ${from}` : "Se le dio responsable"}, el ${day}${reason ? `: ${reason}` : ""}`,
  noOwner: "Sin responsable",
  queja: "Queja por enviar:",
  quejaSent: (to: string) => `Queja enviada: espera respuesta ${to === "TRASS" ? "del TRASS" : "del superior"}.`,
  held: "El monto reclamado está bloqueado: no se cobra ni se corta.",
  waiting: "El monto reclamado todavía no está bloqueado: falta ver el contacto de quien reclama.",
  released: "El bloqueo de corte terminó.",
  test: "Algunos valores de la ley o del calendario no están confirmados.",
  undo: (day: string) => `Pidió desistir por teléfono: puede deshacerlo hasta el ${day}. Después se puede aceptar.`,
} as const;
