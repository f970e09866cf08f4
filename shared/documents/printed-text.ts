import type { PrintedPart } from "../domain/case/issued-documents.ts";
import type { Block, Sheet } from "./sheet.ts";

/**
 * Returns the text of a sheet, part by part in its order, from the same blocks that are printed. Throws if the sheet
 * has a block that is no text, such as a QR or room to sign, because the text would then not say all that the PDF
 * says.
 */
export function printedText({ title, blocks }: Sheet): readonly PrintedPart[] {
  return blocks.map((block) => {
    if (isText(block)) return block;
    throw new Error(`«${title}» prints ${Object.keys(block).join()}, which no page shows`);
  });
}

function isText(block: Block): block is Extract<Block, PrintedPart> {
  return ["heading", "text", "lines", "items", "table"].some((kind) => kind in block);
}
