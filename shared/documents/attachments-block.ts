import type { Attachment } from "../domain/filing/claim-form.ts";
import type { Block } from "./sheet.ts";

/**
 * Returns a block that lists files by name, each with its announced SHA-256, under a row of headings. If there are no
 * files, returns the text `none`.
 */
export function attachmentsBlock(
  attachments: readonly Pick<Attachment, "fileName" | "sha256">[],
  none = "Ninguno.",
): Block {
  if (attachments.length === 0) return { text: none };
  return {
    lines: [["Archivo", "Huella SHA-256"], ...attachments.map(({ fileName, sha256 }) => [fileName, sha256] as const)],
  };
}
