import { Readable } from "node:stream";
import { createInflate } from "node:zlib";

const mostLayers = 3;

/**
 * What a compressed run of bytes comes to, up to a limit and a little more: nothing of it is kept. Bytes behind its end do
 * not count. Compressed more than once, it is what the last layer comes to.
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
    // Cut short or damaged: what came out is all a reader would hold.
  } finally {
    for (const inflate of inflates) inflate.destroy();
  }
  const isCompressedAgain = head !== undefined && isCompressed(head) && size <= limit && layers < mostLayers;
  return isCompressedAgain ? inflatedSize(bytes, limit, layers + 1) : size;
}

/** Whether bytes begin as zlib begins what it compresses, with a window of any size. */
export function isCompressed([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}
