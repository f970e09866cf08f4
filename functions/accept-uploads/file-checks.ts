import { fileTypeFromBuffer } from "file-type";
import { type FileType, fileTypes } from "../../shared/domain/submission/submission.ts";
import type { Cause } from "./causes.ts";
import { type CheckedFile, carriesAnother, type FileCheck } from "./file-check.ts";
import { heicChecks } from "./heic-checks.ts";
import { jpegChecks } from "./jpeg-checks.ts";
import { pdfChecks } from "./pdf-checks.ts";
import { pngChecks } from "./png-checks.ts";

/**
 * The types that `file-type` may find in a photo or a recording, by the type it was announced as: phones write HEIC
 * under two names.
 */
const sniffed: Readonly<Record<Exclude<FileType, "application/pdf">, readonly string[]>> = {
  "image/jpeg": ["image/jpeg"],
  // An animated PNG passes here, and is refused by its own check with its own reason.
  "image/png": ["image/png", "image/apng"],
  "image/heic": ["image/heic", "image/heif"],
  "audio/mpeg": ["audio/mpeg"],
  // Phones name the same container for sound and for video; without a picture it holds a voice.
  "audio/mp4": ["audio/mp4", "audio/x-m4a", "video/mp4"],
  "audio/ogg": ["audio/ogg", "audio/ogg; codecs=opus"],
  "audio/wav": ["audio/wav"],
};

const photos = ["image/jpeg", "image/png", "image/heic"] as const;
const headWithin = 1024;

/** Every check, in the order they run: what type a file is, then what is hidden in it, then its content. */
export const fileChecks: readonly FileCheck[] = [
  {
    name: "type",
    of: fileTypes,
    find: async ({ contentType, bytes }) => {
      if (contentType === "application/pdf")
        return bytes.subarray(0, headWithin).includes("%PDF-") ? undefined : "other-type";
      const found = await fileTypeFromBuffer(bytes);
      return found && sniffed[contentType].includes(found.mime) ? undefined : "other-type";
    },
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
  {
    // What phones add behind a photo and programs beside a picture is taken, unless it shows that it is another file.
    name: "carried",
    of: fileTypes,
    find: ({ bytes }) => (carriesAnother(bytes) ? "two-in-one" : undefined),
  },
];

/**
 * Runs in order the checks that are for the file's type. Returns the cause of the first that the file does not pass;
 * `undefined` if it passes all.
 */
export async function causeIn(file: CheckedFile, checks = fileChecks): Promise<Cause | undefined> {
  for (const { of, find } of checks) {
    const cause = of.includes(file.contentType) ? await find(file) : undefined;
    if (cause !== undefined) return cause;
  }
  return undefined;
}
