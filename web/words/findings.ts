export const findingWords = {
  title: "Antes de enviarlo",
  lede: "Esto es lo que vemos. Nada de esto te impide enviarlo.",
  warns: "Ten en cuenta",
  admission: "Admisibilidad",
} as const;
