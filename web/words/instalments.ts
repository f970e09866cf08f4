import { soles } from "./format.ts";

/**
 * Returns in how many instalments of how much an amount is paid: «En 3 cuotas mensuales sin intereses, de S/ 19.36 cada
 * una», or «de S/ 19.36 a lo más» if they differ. `parts` are soles as the API has them, the largest first.
 */
export function instalmentText(parts: readonly string[]): string {
  const [first = "", last] = [parts[0], parts.at(-1)];
  const size = first === last ? `de ${soles(first)} cada una` : `de ${soles(first)} a lo más`;
  return `En ${parts.length} cuotas mensuales sin intereses, ${size}`;
}
