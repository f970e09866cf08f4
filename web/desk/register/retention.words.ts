import type { RetainedThing, RetentionRule } from "../../../shared/domain/register/retention.ts";

export const retentionWords = {
  lede: "Cuánto se guarda cada cosa y por qué. Nada se borra solo: lo que pasó su tiempo está aquí para que la empresa decida.",
  names: {
    claims: "Reclamos",
    submissions: "Documentos presentados",
    readings: "Lecturas atípicas",
    contacts: "Atenciones y llamadas por devolver",
    openings: "Quién abrió o buscó algo en la mesa",
    drafts: "Borradores de reclamos",
    "unfiled-files": "Archivos rechazados que no se llegaron a presentar",
    "write-keys": "Claves de envío",
  } satisfies Record<RetainedThing, string>,
  kept: (keep: RetentionRule["keep"]) => ("years" in keep ? `${keep.years} años` : `${keep.days} días`),
  from: {
    over: "desde que terminó",
    attended: "desde que se atendió",
    opened: "desde que se abrió",
    presented: "desde que se presentó",
    saved: "desde que se guardó por última vez",
    sent: "desde que se envió",
  } satisfies Record<RetentionRule["from"], string>,
  byItself: "Se va solo al pasar su tiempo.",
  nothing: "Nada pasó su tiempo.",
  past: (day: string) => `Lo que empezó su tiempo antes del ${day}, lo más antiguo primero:`,
} as const;
