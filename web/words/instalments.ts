import { soles } from "./format.ts";

/** «En 3 cuotas mensuales sin intereses, de S/ 19.36 cada una», from amounts as the API has them, the largest first. */
export function instalmentText(parts: readonly string[]): string {
  const [first = "", last] = [parts[0], parts.at(-1)];
  const size = first === last ? `de ${soles(first)} cada una` : `de ${soles(first)} a lo más`;
  return `En ${parts.length} cuotas mensuales sin intereses, ${size}`;
}
