export const stepSlugs = [
  "recibo",
  "motivo",
  "explicacion",
  "fugas",
  "medidor",
  "relato",
  "archivos",
  "contraste",
  "visita",
  "pedido",
  "quien",
  "avisos",
  "reunion",
  "revisar",
] as const;
export type StepSlug = (typeof stepSlugs)[number];

export const stepTitles: Readonly<Record<StepSlug, string>> = {
  recibo: "¿Qué recibos quieres reclamar?",
  motivo: "¿Qué pasó con tu recibo?",
  explicacion: "Esto es lo que vemos en tu recibo",
  fugas: "¿Revisaste si hay fugas en tu casa?",
  medidor: "¿Qué número marca tu medidor hoy?",
  relato: "Cuéntanos qué pasó",
  archivos: "Agrega fotos o documentos, si tienes",
  contraste: "¿Quieres que una empresa autorizada pruebe tu medidor?",
  visita: "¿Cuándo podemos visitarte?",
  pedido: "¿Qué quieres que hagamos?",
  quien: "¿Quién presenta el reclamo?",
  avisos: "¿Cómo te avisamos?",
  reunion: "¿Cómo quieres que sea la reunión?",
  revisar: "Revisa tu reclamo antes de enviarlo",
};

export const stepWords = {
  draft: "Borrador. Todavía no has enviado tu reclamo.",
  titleOf: (title: string) => `Paso: ${title} – Reclamo`,
  at: (step: number, of: number) => `Paso ${step} de ${of}`,
  back: "Atrás",
  next: "Continuar",
  already: "Ya recibimos este reclamo. Está en",
} as const;
