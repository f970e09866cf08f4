import { refuse } from "./refusals.ts";

/** Reads a stream in pieces, holding no more than one chunk and one delimiter in memory. */
export interface ByteReader {
  /**
   * Yields the bytes up to the delimiter and skips the delimiter. Refuses `IncompleteBody` if the stream ends before
   * it.
   */
  until(delimiter: string): AsyncGenerator<Buffer>;
  /** Yields exactly `count` bytes; nothing if `count` is zero. Refuses `IncompleteBody` if the stream has fewer. */
  take(count: number): AsyncGenerator<Buffer>;
  /**
   * Returns the UTF-8 text up to the delimiter and skips the delimiter. Refuses `MaxPostPreDataLengthExceeded` if the
   * text has more than `limit` bytes; `IncompleteBody` if the stream ends before the delimiter.
   */
  text(delimiter: string, limit: number): Promise<string>;
}

/** Opens a reader of `source`. The bytes of `start` are read first, as if the stream began with them. */
export function byteReader(source: AsyncIterable<Buffer>, start = ""): ByteReader {
  const chunks = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.from(start);

  function release(count: number): Buffer {
    const released = held.subarray(0, count);
    held = held.subarray(count);
    return released;
  }

  async function readMore(): Promise<void> {
    const next = await chunks.next();
    if (next.done) refuse("IncompleteBody");
    held = held.length > 0 ? Buffer.concat([held, next.value]) : next.value;
  }

  async function* until(delimiter: string): AsyncGenerator<Buffer> {
    for (;;) {
      const found = held.indexOf(delimiter);
      if (found >= 0) {
        yield release(found);
        release(Buffer.byteLength(delimiter));
        return;
      }
      // The last bytes may be the beginning of the delimiter.
      yield release(Math.max(0, held.length - Buffer.byteLength(delimiter) + 1));
      await readMore();
    }
  }

  async function* take(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0; ) {
      if (held.length === 0) await readMore();
      const piece = release(left);
      left -= piece.length;
      yield piece;
    }
  }

  async function text(delimiter: string, limit: number): Promise<string> {
    const pieces: Buffer[] = [];
    let size = 0;
    for await (const piece of until(delimiter)) {
      size += piece.length;
      if (size > limit) refuse("MaxPostPreDataLengthExceeded");
      pieces.push(piece);
    }
    return Buffer.concat(pieces).toString();
  }

  return { until, take, text };
}
