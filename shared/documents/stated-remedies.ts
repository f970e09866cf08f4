import type { Remedy } from "./letters.ts";
import type { Sheet } from "./sheet.ts";

/**
 * Throws `RangeError` for a resolution that does not say each recourse that is left, by its form, before whom and in how
 * many days (digest 3.6, article 2): no words of a utility can leave them out.
 */
export function assertStatesRemedies({ title, letterhead, blocks }: Sheet, remedies: readonly Remedy[]): void {
  if (remedies.length === 0) throw new RangeError(`${title} leaves no recourse`);
  const said = blocks.flatMap((block) => ("text" in block ? [block.text] : "items" in block ? block.items : []));
  for (const { recourse, formName, days } of remedies) {
    const before = recourse === "appeal" ? "TRASS" : letterhead.legalName;
    const parts = [recourse === "appeal" ? "apelación" : "reconsideración", formName, before, `${days} días hábiles`];
    if (!said.some((text) => parts.every((part) => text.includes(part))))
      throw new RangeError(`${title} does not say the recourse of ${parts.join(", ")}`);
  }
}
