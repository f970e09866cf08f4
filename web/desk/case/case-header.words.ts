/** The lines under a case's code, on its page and on each of its acts, which load no more of the case's words. */
export const caseHeaderWords = {
  owner: (name: string, extension: string) => `Responsable: ${name}, anexo ${extension}`,
  noOwner: "Sin responsable",
  held: "El monto reclamado está bloqueado: no se cobra ni se corta.",
  waiting: "El monto reclamado todavía no está bloqueado: falta ver el contacto de quien reclama.",
  released: "El bloqueo de corte terminó.",
  test: "Algunos valores de la ley o del calendario no están confirmados.",
} as const;
