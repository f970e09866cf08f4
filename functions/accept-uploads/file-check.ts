import type { AttachmentType } from "../../shared/domain/submission.ts";
import type { Cause } from "./causes.ts";

/** A file as a check sees it. */
export interface CheckedFile {
  readonly contentType: AttachmentType;
  readonly bytes: Buffer;
}

/** One thing that is looked for in files of some types. Checks run in order, each sure of what the earlier ones found. */
export interface FileCheck {
  readonly name: string;
  readonly of: readonly AttachmentType[];
  find(file: CheckedFile): Cause | undefined | Promise<Cause | undefined>;
}

/** More points than any telephone takes: past it a picture is made to fill a memory. */
const mostPixels = 120_000_000;

export function isTooLarge(width: number, height: number): boolean {
  return width * height > mostPixels;
}

/** Bytes that say nothing: what editors and mail programs leave before and after a file. */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

const scripts = /<script|<html|<!doctype|<svg|<iframe|<\?php|javascript:/i;

/** Whether a note inside a picture is code that a browser or a server would run. */
export function isScript(bytes: Uint8Array): boolean {
  return scripts.test(Buffer.from(bytes).toString("latin1"));
}
