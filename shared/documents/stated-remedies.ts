import type { Remedy } from "./letters.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Throws `RangeError` unless a resolution states each remedy whole, in one text or one item: its name, its form, before
 * whom and in how many working days (digest 3.6, article 2). Throws `RangeError` if `remedies` is empty. Does not
 * search lines and tables.
 */
export function assertStatesRemedies({ title, letterhead, blocks }: Sheet, remedies: readonly Remedy[]): void {
  if (remedies.length === 0) throw new RangeError(`${title} leaves no recourse`);
  const texts = blocks.flatMap((block) => ("text" in block ? [block.text] : "items" in block ? block.items : []));
  for (const { recourse, formName, days } of remedies) {
    const before = recourse === "appeal" ? "TRASS" : letterhead.legalName;
    const parts = [recourse === "appeal" ? "apelación" : "reconsideración", formName, before, `${days} días hábiles`];
    if (!texts.some((text) => parts.every((part) => text.includes(part))))
      throw new RangeError(`${title} does not say the recourse of ${parts.join(", ")}`);
  }
}
