import type { Paper } from "../domain/claim-form.ts";
import type { Block } from "./sheet.ts";

/** Files with their fingerprints, as announced when they were filed. */
export function papersBlock(papers: readonly Pick<Paper, "fileName" | "sha256">[]): Block {
  if (papers.length === 0) return { text: "Ninguno." };
  return { lines: papers.map(({ fileName, sha256 }) => [fileName, `SHA-256 ${sha256}`]) };
}
