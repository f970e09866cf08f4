import { fileTypeFromBuffer } from "file-type";
import { type AttachmentType, attachmentTypes } from "../../shared/domain/submission.ts";
import type { Cause } from "./causes.ts";
import type { CheckedFile, FileCheck } from "./file-check.ts";
import { heicChecks } from "./heic-checks.ts";
import { jpegChecks } from "./jpeg-checks.ts";
import { pdfChecks } from "./pdf-checks.ts";
import { pngChecks } from "./png-checks.ts";

/** What photos look like to the sniffer, by the type they were announced as: phones write HEIC under two names. */
const sniffed: Readonly<Record<Exclude<AttachmentType, "application/pdf">, readonly string[]>> = {
  "image/jpeg": ["image/jpeg"],
  // One that moves is told so by its own check.
  "image/png": ["image/png", "image/apng"],
  "image/heic": ["image/heic", "image/heif"],
};

const photos = ["image/jpeg", "image/png", "image/heic"] as const;
const headWithin = 1024;
/** A ZIP's list of contents stands at its end, behind which a note of 64 KB fits. */
const zipEndWithin = 66_000;
const archives = ["Rar!\x1a\x07", "7z\xbc\xaf\x27\x1c"].map((mark) => Buffer.from(mark, "latin1"));

/** Every check, in the order they are made: what a file is, then what it hides, then what is in it. */
export const fileChecks: readonly FileCheck[] = [
  {
    name: "type",
    of: attachmentTypes,
    find: async ({ contentType, bytes }) => {
      if (contentType === "application/pdf")
        return bytes.subarray(0, headWithin).includes("%PDF-") ? undefined : "other-type";
      const found = await fileTypeFromBuffer(bytes);
      return found && sniffed[contentType].includes(found.mime) ? undefined : "other-type";
    },
  },
  {
    name: "archive",
    of: attachmentTypes,
    find: ({ bytes }) =>
      bytes.subarray(-zipEndWithin).includes("PK\x05\x06") || archives.some((mark) => bytes.includes(mark))
        ? "two-in-one"
        : undefined,
  },
  {
    name: "pdf-in-photo",
    of: photos,
    find: ({ bytes }) => (bytes.subarray(0, headWithin).includes("%PDF-") ? "two-in-one" : undefined),
  },
  ...jpegChecks,
  ...pngChecks,
  ...heicChecks,
  ...pdfChecks,
];

/** What the first check that finds something finds; nothing when the file is what it says. */
export async function causeIn(file: CheckedFile, checks = fileChecks): Promise<Cause | undefined> {
  for (const { of, find } of checks) {
    const cause = of.includes(file.contentType) ? await find(file) : undefined;
    if (cause !== undefined) return cause;
  }
  return undefined;
}
