import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import encode from "jpeg-js/lib/encoder.js";
import { PNG } from "pngjs";
import { joined, kept } from "./corpus.ts";

/** Returns the points of a picture that does not compress to almost nothing, because no two neighbours are the same. */
function points(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) {
    const [x, y] = [at % width, Math.floor(at / width)];
    data[at * 4] = (x * 255) / width;
    data[at * 4 + 1] = (y * 255) / height;
    data[at * 4 + 2] = ((x ^ y) * 7) % 256;
  }
  return data;
}

export function jpeg(width = 160, height = 120, quality = 70): Buffer {
  return encode({ data: points(width, height), width, height }, quality).data;
}

export function segment(marker: number, body: Uint8Array | string): Buffer {
  const bytes = joined(body);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return joined(head, bytes);
}

/** Returns a JPEG with these segments after its start marker. */
export function jpegWith(segments: readonly Buffer[], photo = jpeg()): Buffer {
  return joined(photo.subarray(0, 2), ...segments, photo.subarray(2));
}

/**
 * Returns an Exif segment as a telephone writes it: the given orientation, and a GPS block with the place of the photo.
 */
export function exif(orientation: number): Buffer {
  return segment(0xe1, joined("Exif\0\0", tiff(orientation)));
}

/** The same as a PNG has it, in a chunk `eXIf`. */
export function tiff(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const gps = joined(Buffer.from([0, 1]), joined(entry(1, 2, 2, 0).subarray(0, 8), "S\0\0\0"), Buffer.alloc(4));
  const first = joined(Buffer.from([0, 2]), entry(0x0112, 3, 1, orientation), entry(0x8825, 4, 1, 38), Buffer.alloc(4));
  return joined("MM\0*", Buffer.from([0, 0, 0, 8]), first, gps);
}

/** Returns a JPEG that states another size than its own. */
export function jpegOfSize(width: number, height: number): Buffer {
  const photo = Buffer.from(jpeg(16, 16));
  const frame = photo.indexOf(Buffer.from([0xff, 0xc0]));
  photo.writeUInt16BE(height, frame + 5);
  photo.writeUInt16BE(width, frame + 7);
  return photo;
}

export function chunk(name: string, body: Uint8Array | string): Buffer {
  const [kind, bytes] = [Buffer.from(name, "latin1"), joined(body)];
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  check.writeUInt32BE(crc32(joined(kind, bytes)));
  return joined(length, kind, bytes, check);
}

export const pngHead = Buffer.from("89504e470d0a1a0a", "hex");

export interface RawPng {
  readonly width?: number;
  readonly height?: number;
  readonly depth?: number;
  readonly colour?: number;
  readonly interlaced?: boolean;
  /** The chunks between the header and the picture. */
  readonly notes?: readonly Buffer[];
  /** The bytes of the picture before they are compressed. */
  readonly picture?: Uint8Array;
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Returns a PNG, by default a grey picture. */
export function rawPng({
  width = 32,
  height = 24,
  depth = 8,
  colour = 0,
  interlaced = false,
  notes = [],
  picture,
}: RawPng = {}): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = depth;
  head[9] = colour;
  head[12] = interlaced ? 1 : 0;
  const row = Math.ceil((width * depth * (channels[colour] ?? 1)) / 8) + 1;
  return joined(
    pngHead,
    chunk("IHDR", head),
    ...(colour === 3 ? [chunk("PLTE", Buffer.from([0, 0, 0, 255, 255, 255]))] : []),
    ...notes,
    chunk("IDAT", deflateSync(picture ?? Buffer.alloc(row * height, 0))),
    chunk("IEND", ""),
  );
}

/** Returns a PNG as a telephone makes of its screen. */
export function screenshot(width: number, height: number, colorType: 0 | 2 | 4 | 6 = 6): Buffer {
  const png = new PNG({ width, height, colorType });
  png.data = points(width, height);
  return PNG.sync.write(png, { colorType, inputColorType: 6 });
}

/** Reads a kept HEIC as a telephone encodes it: 64 by 64 points, 128 by 96 or 96 by 128. */
export function heic(width: 64 | 96 | 128 = 64, height: 64 | 96 | 128 = 64): Promise<Buffer> {
  return readFile(join(kept, `photo-${width}-by-${height}.heic`));
}
