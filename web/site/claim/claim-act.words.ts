export const actFormWords = {
  backTo: "Volver al reclamo",
  notNow: "Eso no se puede hacer ahora",
  notNowText: "Tu reclamo está en otro paso. Vuelve a él y mira qué se puede hacer.",
  attachments: "Fotos o documentos",
} as const;
