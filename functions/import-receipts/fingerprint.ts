import { createHash } from "node:crypto";
import type { Encoding } from "./file-rows.ts";

/** What the bytes of a file are before any of it is read as rows. */
export interface Fingerprint {
  readonly sha256: string;
  readonly encoding: Encoding;
  /** A byte that no text of this kind holds: the file is something else. */
  readonly binary: boolean;
}

/** Takes a file from end to end: UTF-8 if every byte of it is, else Windows-1252, which any bytes are. */
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
