import { join } from "node:path";
import type { FileType } from "../../shared/domain/submission/submission.ts";

/** The folder of files that other programs made, kept as they made them. */
export const kept = join(import.meta.dirname, "kept");

/** A file of a corpus, made by code or kept: the same each time. */
export interface CorpusFile {
  readonly name: string;
  readonly fileName: string;
  readonly contentType: FileType;
  readonly bytes: Uint8Array;
}

/** A file that must not pass, with the cause that the check must give. */
export interface HostileFile extends CorpusFile {
  /** What was announced, if it differs from the file. */
  readonly announced?: { readonly sizeBytes?: number; readonly sha256?: string };
  readonly cause: string;
}

const latin1 = (text: string): Buffer => Buffer.from(text, "latin1");

export function joined(...parts: readonly (Uint8Array | string)[]): Buffer {
  return Buffer.concat(parts.map((part) => (typeof part === "string" ? latin1(part) : part)));
}

/** Returns a ZIP of one small file, not compressed. */
export function zip(name = "carta.exe", content = "MZ"): Buffer {
  const [file, data] = [latin1(name), latin1(content)];
  const local = Buffer.alloc(30);
  local.write("PK\x03\x04", "latin1");
  local.writeUInt32LE(data.length, 18);
  local.writeUInt32LE(data.length, 22);
  local.writeUInt16LE(file.length, 26);
  const central = Buffer.alloc(46);
  central.write("PK\x01\x02", "latin1");
  central.writeUInt32LE(data.length, 20);
  central.writeUInt32LE(data.length, 24);
  central.writeUInt16LE(file.length, 28);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + file.length, 12);
  end.writeUInt32LE(30 + file.length + data.length, 16);
  return joined(local, file, data, central, file, end);
}
