import type { FileType } from "../../shared/domain/submission/submission.ts";
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
 * Returns whether bytes are all zeros, white space or the old mark of a file's end (^Z), which editors and mail
 * programs leave before and after a file; true for no bytes.
 */
export function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0 || byte === 0x20 || byte === 0x1a || (byte >= 0x09 && byte <= 0x0d));
}

const scripts = /<script|<html|<!doctype|<svg|<iframe|<\?php|javascript:/i;

/**
 * Returns whether bytes contain text that a browser or server could run, in upper or lower case: `<script`, `<html`,
 * `<!doctype`, `<svg`, `<iframe`, `<?php` or `javascript:`.
 */
export function isScript(bytes: Uint8Array): boolean {
  return scripts.test(Buffer.from(bytes).toString("latin1"));
}

/** How programs, archives and old office documents begin, in so many bytes that no picture has them by chance. */
const begun = [
  "MZ\x90\0\x03\0\0\0",
  "This program cannot be run in DOS mode",
  "\x7fELF\x01\x01\x01",
  "\x7fELF\x02\x01\x01",
  "\xca\xfe\xba\xbe\0\0\0",
  "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
  "L\0\0\0\x01\x14\x02\0",
  "#!/bin/",
  "#!/usr/",
  "Rar!\x1a\x07",
  "7z\xbc\xaf\x27\x1c",
  "MSCF\0\0\0\0",
].map((mark) => Buffer.from(mark, "latin1"));
/** A ZIP's list of contents is at its end, and a comment of up to 64 KB may follow it. */
const zipEndWithin = 66_000;
const webPage = /<(?:html|script|iframe)[\s>]|<!doctype\s{1,9}html|<svg\s{1,9}[a-z]{2,}|<\?php\s/i;

/**
 * Returns whether bytes carry a program, a script of a shell, an archive, an old office document or a page of the web,
 * wherever in them. What is encrypted or compressed in them is not seen.
 */
export function carriesAnother(bytes: Buffer): boolean {
  if (begun.some((mark) => bytes.includes(mark)) || bytes.subarray(-zipEndWithin).includes("PK\x05\x06")) return true;
  for (let at = bytes.indexOf("PK\x03\x04"); at >= 0; at = bytes.indexOf("PK\x03\x04", at + 4))
    if (isZipped(bytes.subarray(at, at + 10))) return true;
  return webPage.test(bytes.toString("latin1"));
}

/**
 * Whether these bytes are the head of a file in a ZIP: a version that there is, and one of the known ways to compress.
 */
function isZipped(head: Buffer): boolean {
  if (head.length < 10) return false;
  const [version, method] = [head.readUInt16LE(4), head.readUInt16LE(8)];
  return version >= 10 && version < 64 && [0, 8, 9, 12, 14].includes(method);
}
