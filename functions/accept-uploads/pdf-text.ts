interface PdfStream {
  /** The last bytes of the dictionary before it, escapes undone. */
  readonly dictionary: string;
  /** The bytes from its start to the end of the file: the length it states is not relied on. */
  readonly data: Buffer;
}

const dictionaryWithin = 1024;

/**
 * Yields the streams of a PDF in the file's order. A stream begins at a word `stream` that follows the `>>` of a
 * dictionary, or that has nothing but white space in the 16 bytes before it.
 */
export function* pdfStreams(bytes: Buffer): Generator<PdfStream> {
  for (let at = bytes.indexOf("stream"); at >= 0; at = bytes.indexOf("stream", at + "stream".length)) {
    if (!opensStream(bytes, at)) continue;
    const dictionary = unescaped(bytes.toString("latin1", Math.max(0, at - dictionaryWithin), at));
    const from = at + "stream".length;
    const lineEnd = bytes[from] === 0x0d ? (bytes[from + 1] === 0x0a ? 2 : 1) : bytes[from] === 0x0a ? 1 : 0;
    yield { dictionary: dictionary.slice(dictionary.lastIndexOf("obj")), data: bytes.subarray(from + lineEnd) };
  }
}

function opensStream(bytes: Buffer, at: number): boolean {
  return /(?:>>|^)\s*$/.test(bytes.toString("latin1", Math.max(0, at - 16), at));
}

/**
 * Returns a PDF's text without the bytes of its streams, which may spell a PDF name by chance. Decodes the `#xx`
 * escapes in names. A word `stream` that opens no stream, as in a comment, hides nothing: the text after it is kept.
 */
export function plainPdf(bytes: Buffer): string {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = bytes.indexOf("stream", from);
    const end = start < 0 ? -1 : bytes.indexOf("endstream", start + "stream".length);
    if (end < 0) break;
    parts.push(bytes.toString("latin1", from, opensStream(bytes, start) ? start : end));
    from = end + "endstream".length;
  }
  parts.push(bytes.toString("latin1", from));
  return unescaped(parts.join(" "));
}

function unescaped(text: string): string {
  return text.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
