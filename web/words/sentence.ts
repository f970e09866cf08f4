/** A sentence with its point, once: an hour ends with one of its own. */
export function sentence(text: string): string {
  return text.endsWith(".") ? text : `${text}.`;
}
