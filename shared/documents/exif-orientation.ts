import type { FileType } from "../domain/submission/submission.ts";

/** How far a photo must be turned to stand upright, clockwise. */
export type Turn = 0 | 90 | 180 | 270;

const turns: Readonly<Record<number, Turn>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
const orientationTag = 0x0112;

/** Returns by how many degrees clockwise a photo must be turned, by its `exifOrientation`; mirroring is ignored. */
export function turnOf(orientation: number): Turn {
  return turns[orientation] ?? 0;
}

/**
 * Returns how the camera held a JPEG or PNG, 1 (upright) to 8, by the mark it left in it (EXIF, 4.6.5). 1 if it states
 * none that can be read, and for any other type: a decoder of HEIC turns it by itself.
 */
export function exifOrientation(contentType: FileType, bytes: Uint8Array): number {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = contentType === "image/jpeg" ? inJpeg(file) : contentType === "image/png" ? inPng(file) : undefined;
  const found = start === undefined ? 1 : statedAt(file, start);
  return found >= 1 && found <= 8 ? found : 1;
}

/** Returns the offset of a JPEG's TIFF header; undefined if it has none. */
function inJpeg(file: DataView): number | undefined {
  // After the first two bytes come segments, each with its length, until the picture itself (0xda).
  for (let at = 2; at + 10 <= file.byteLength && file.getUint8(at) === 0xff; at += 2 + file.getUint16(at + 2)) {
    const marker = file.getUint8(at + 1);
    if (marker === 0xda) return undefined;
    if (marker === 0xe1 && file.getUint32(at + 4) === 0x45786966) return at + 10;
  }
  return undefined;
}

/** The same of a PNG, which has it in a chunk `eXIf`. */
function inPng(file: DataView): number | undefined {
  for (let at = 8; at + 12 <= file.byteLength; at += 12 + file.getUint32(at))
    if (file.getUint32(at + 4) === 0x65584966) return at + 8;
  return undefined;
}

/** @param start the offset of the TIFF header in the file */
function statedAt(file: DataView, start: number): number {
  if (start + 8 > file.byteLength) return 1;
  const little = file.getUint16(start) === 0x4949;
  const list = start + file.getUint32(start + 4, little);
  if (list + 2 > file.byteLength) return 1;
  const count = file.getUint16(list, little);
  for (let index = 0; index < count; index += 1) {
    const entry = list + 2 + index * 12;
    if (entry + 12 > file.byteLength) return 1;
    if (file.getUint16(entry, little) === orientationTag) return file.getUint16(entry + 8, little);
  }
  return 1;
}
