/** `text` with a point at its end, unless it has one, as after «a. m.». */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
