import type { Paper } from "../domain/claim-form.ts";
import type { Block } from "./sheet.ts";

/** Files with their fingerprints, as announced when they were filed. */
export function papersBlock(papers: readonly Pick<Paper, "fileName" | "sha256">[], none = "Ninguno."): Block {
  if (papers.length === 0) return { text: none };
  return { lines: papers.map(({ fileName, sha256 }) => [fileName, `SHA-256 ${sha256}`]) };
}
