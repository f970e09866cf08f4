import { said } from "./said.ts";
export const findingWords = {
  title: "Antes de enviarlo",
  lede: "Nada de esto te impide enviarlo.",
  warns: said("{Ten|Tenga} en cuenta"),
  admission: "Admisibilidad",
} as const;
