import { Readable } from "node:stream";
import { createInflate } from "node:zlib";

const mostLayers = 3;

/**
 * Returns how many bytes zlib-compressed bytes decompress to. If the result is zlib-compressed again, decompresses that
 * too, up to three layers in all, and returns the size of the innermost. Stops as soon as a size exceeds `limit` and
 * returns that size. Of damaged bytes, returns the size of what came out, which may be 0. `layers` is how many layers
 * to decompress before the first count.
 */
export async function inflatedSize(bytes: Uint8Array, limit: number, layers = 1): Promise<number> {
  const inflates = Array.from({ length: layers }, () => createInflate({ chunkSize: 64 * 1024 }));
  const end = inflates.reduce<Readable>(
    (from, to) => from.once("error", () => to.destroy()).pipe(to),
    Readable.from([bytes]),
  );
  let size = 0;
  let head: Buffer | undefined;
  try {
    for await (const chunk of end) {
      if (!Buffer.isBuffer(chunk)) break;
      head ??= chunk;
      size += chunk.length;
      if (size > limit) break;
    }
  } catch {
    // Bytes cut short or damaged are no failure: what came out is all that a reader would hold.
  } finally {
    for (const inflate of inflates) inflate.destroy();
  }
  const isCompressedAgain = head !== undefined && isCompressed(head) && size <= limit && layers < mostLayers;
  return isCompressedAgain ? inflatedSize(bytes, limit, layers + 1) : size;
}

/** Returns whether bytes begin with a zlib header, of any window size. */
export function isCompressed([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}
