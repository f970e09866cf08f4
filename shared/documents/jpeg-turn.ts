/** How far a photo must be turned to stand upright, clockwise, by the mark its camera left in it (EXIF orientation). */
export type Turn = 0 | 90 | 180 | 270;

const turns: Readonly<Record<number, Turn>> = { 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 };
const orientationTag = 0x0112;

/**
 * Returns by how many degrees clockwise a JPEG must be turned, by its EXIF orientation; 0 if it states none that can be
 * read. Mirroring is ignored. Used for the copies of a case file; for what staff see on the desk,
 * `functions/accept-uploads/draw-pages.ts` turns the photo.
 */
export function jpegTurn(bytes: Uint8Array): Turn {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // After the first two bytes come segments, each with its length, until the picture itself (0xda).
  for (let at = 2; at + 4 <= file.byteLength && file.getUint8(at) === 0xff; at += 2 + file.getUint16(at + 2)) {
    const marker = file.getUint8(at + 1);
    if (marker === 0xda) return 0;
    if (marker === 0xe1 && at + 10 <= file.byteLength && file.getUint32(at + 4) === 0x45786966)
      return turnIn(file, at + 10);
  }
  return 0;
}

/** @param start the offset of the TIFF header in the file */
function turnIn(file: DataView, start: number): Turn {
  if (start + 8 > file.byteLength) return 0;
  const little = file.getUint16(start) === 0x4949;
  const list = start + file.getUint32(start + 4, little);
  if (list + 2 > file.byteLength) return 0;
  const count = file.getUint16(list, little);
  for (let index = 0; index < count; index += 1) {
    const entry = list + 2 + index * 12;
    if (entry + 12 > file.byteLength) return 0;
    if (file.getUint16(entry, little) === orientationTag) return turns[file.getUint16(entry + 8, little)] ?? 0;
  }
  return 0;
}
