export const findingWords = {
  title: "Antes de enviarlo",
  lede: "Nada de esto te impide enviarlo.",
  warns: "Ten en cuenta",
  admission: "Admisibilidad",
} as const;
