import type { FileType } from "../../shared/domain/submission.ts";
import type { Cause } from "./causes.ts";

export interface CheckedFile {
  readonly contentType: FileType;
  readonly bytes: Buffer;
}

/** A check of files of some types (`of`). Checks run in order, each relying on what the earlier ones found. */
export interface FileCheck {
  readonly name: string;
  readonly of: readonly FileType[];
  find(file: CheckedFile): Cause | undefined | Promise<Cause | undefined>;
}

/** More pixels than any phone takes: a larger picture is made to fill the memory. */
const mostPixels = 120_000_000;

export function isTooLarge(width: number, height: number): boolean {
  return width * height > mostPixels;
}

/**
 * Returns whether bytes are all zeros or white space, which editors and mail programs leave before and after a file;
 * true for no bytes.
 */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

const scripts = /<script|<html|<!doctype|<svg|<iframe|<\?php|javascript:/i;

/**
 * Returns whether bytes contain text that a browser or server could run, in upper or lower case: `<script`, `<html`,
 * `<!doctype`, `<svg`, `<iframe`, `<?php` or `javascript:`.
 */
export function isScript(bytes: Uint8Array): boolean {
  return scripts.test(Buffer.from(bytes).toString("latin1"));
}
