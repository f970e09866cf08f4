/** Returns `text` with a point at its end, unless it has one already, as after «a. m.». */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
