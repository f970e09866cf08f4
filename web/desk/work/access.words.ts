/** The words of who has access to the desk. */
export const accessWords = {
  add: "Agregar a una persona",
  addText:
    "Le llega un correo con su contraseña, que sirve tres días. Al ingresar la cambia y registra una app de códigos.",
  name: "Nombre completo",
  extension: "Anexo",
  email: "Correo con el que ingresa",
  document: "Número de documento",
  documentHint: "Solo para quien firma, como está en su certificado.",
  roles: "Cargos",
  rolesHint: "Solo ve y hace lo de sus cargos.",
  reason: "Por qué",
  reasonHint: "Queda en la lista de cambios.",
  give: "Dar acceso",
  given: (name: string) => `${name} ya tiene acceso.`,
  change: "Cambiar acceso",
  of: (name: string) => `Acceso de ${name}`,
  changeText: "Lo que da vale en un minuto. Lo que quita deja de servir en quince minutos como máximo.",
  save: "Guardar los cargos",
  saved: (name: string) => `Los cargos de ${name} ya son los que marcó.`,
  end: "Terminar su acceso",
  endText: "Se cierran sus sesiones y no puede ingresar más. Lo que hizo sigue a su nombre.",
  ended: (name: string) => `${name} ya no tiene acceso.`,
  changes: "Cambios de acceso",
  noChanges: "Todavía no hay cambios.",
  columns: { at: "Cuándo", person: "Persona", what: "Qué cambió", by: "Quién lo hizo", reason: "Por qué" },
  unknown: "Alguien que ya no está en el registro",
  what: (given: string, taken: string, ended: boolean) =>
    ended
      ? "Terminó su acceso"
      : [given && `Se dio: ${given}`, taken && `Se quitó: ${taken}`].filter(Boolean).join(". ") ||
        "Se corrigió su anexo o su documento",
} as const;
