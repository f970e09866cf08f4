import { createHash } from "node:crypto";
import type { Encoding } from "./file-rows.ts";

/** What is known of a file's bytes before they are read as rows. */
export interface Fingerprint {
  readonly sha256: string;
  readonly encoding: Encoding;
  /** Whether it has a zero byte, which no text of this kind has: the file is something else. */
  readonly binary: boolean;
}

/**
 * Reads a file whole and returns its SHA-256, whether it has a zero byte, and its encoding: `utf-8` if its bytes are
 * valid UTF-8, as those of an empty file are; otherwise `windows-1252`, in which any bytes are valid.
 */
export async function fingerprintOf(bytes: AsyncIterable<Uint8Array>): Promise<Fingerprint> {
  const hash = createHash("sha256");
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let isUtf8 = true;
  let binary = false;
  const decodes = (chunk: Uint8Array | undefined): boolean => {
    try {
      utf8.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  };
  for await (const chunk of bytes) {
    hash.update(chunk);
    binary ||= chunk.includes(0);
    isUtf8 &&= decodes(chunk);
  }
  isUtf8 &&= decodes(undefined);
  return { sha256: hash.digest("hex"), encoding: isUtf8 ? "utf-8" : "windows-1252", binary };
}
