import type { Paper } from "../domain/claim-form.ts";
import type { Block } from "./sheet.ts";

/** Files with their fingerprints, as announced when they were filed. */
export function papersBlock(papers: readonly Pick<Paper, "fileName" | "sha256">[], none = "Ninguno."): Block {
  if (papers.length === 0) return { text: none };
  return {
    lines: [["Archivo", "Huella SHA-256"], ...papers.map(({ fileName, sha256 }) => [fileName, sha256] as const)],
  };
}
