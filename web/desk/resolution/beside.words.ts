import { solesUnsigned } from "../../words/format.ts";

export const besideWords = {
  name: "El reclamo y sus pruebas",
  files: "Documentos y fotos",
  office: "Documentos de la oficina",
} as const;

/**
 * Returns what a decision does to a receipt: «de S/ 223.61 a S/ 58.08, S/ 165.53 menos», or «queda en S/ 58.08» if
 * nothing changes. The amounts are soles as the API has them: "223.61".
 */
export function changeOf(before: string, after: string): string {
  const cents = Math.round(Number(after) * 100) - Math.round(Number(before) * 100);
  if (cents === 0) return `queda en ${solesUnsigned(before)}`;
  const difference = solesUnsigned((Math.abs(cents) / 100).toFixed(2));
  return `de ${solesUnsigned(before)} a ${solesUnsigned(after)}, ${difference} ${cents < 0 ? "menos" : "más"}`;
}
