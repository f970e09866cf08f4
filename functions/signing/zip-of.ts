import { zipSync } from "fflate";

/** Returns a ZIP file of files by their names, as they are: the same files give the same bytes. */
export function zipOf(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  // PDFs are compressed already; a fixed time makes the same documents the same file.
  return zipSync(files, { level: 0, mtime: "1980-01-01T12:00:00" });
}
