import { pipeline, Readable } from "node:stream";
import { type CsvError, type Info, parse } from "csv-parse";

export const encodings = ["utf-8", "windows-1252"] as const;
export type Encoding = (typeof encodings)[number];

/**
 * A row of a file: its cells, the line it ends on (the header is line 1), and its bytes, from `start` up to but without
 * `end`.
 */
export interface FileRow {
  readonly cells: readonly string[];
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** Where in the file a stream of bytes begins: the offset, and the line before it. */
export interface Position {
  readonly offset: number;
  readonly line: number;
}

const startOfFile: Position = { offset: 0, line: 0 };
const longestRow = 64 * 1024;

/**
 * Yields the rows of a file with `;` between cells as its bytes arrive, without empty lines and without a byte-order
 * mark. `bytes` begin at the position `from` of the file. Splits them as Latin-1, where every byte is a character, so
 * offsets are bytes in any encoding; only cells are decoded. Throws `CsvError` if quotes do not match or a row is over
 * 64 KiB, because the rows after it could not be trusted.
 */
export async function* fileRows(
  bytes: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  from: Position = startOfFile,
): AsyncGenerator<FileRow> {
  const parser = parse({
    delimiter: ";",
    record_delimiter: ["\r\n", "\n"],
    encoding: "latin1",
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  });
  let { offset } = from;
  const skip = (length: number): void => {
    offset += length;
  };
  const source = from.offset === 0 ? afterMark(bytes, skip) : bytes;
  // A failure of the source destroys the parser too, and so reaches the loop below.
  pipeline(Readable.from(source), parser, () => {});
  const decode = decoder(encoding);
  let start = from.offset;
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: what `info: true` yields, which the library's types do not say
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    const end = offset + info.bytes;
    yield { cells: record.map(decode), line: from.line + info.lines, start, end };
    start = end;
  }
}

const mark = Buffer.from("\uFEFF");

/**
 * Yields a file's bytes without the byte-order mark, which before a quoted cell would pass for text, and gives `skip`
 * its length.
 */
async function* afterMark(
  bytes: AsyncIterable<Uint8Array>,
  skip: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (!head) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < mark.length) continue;
    const marked = head.subarray(0, mark.length).equals(mark);
    if (marked) skip(mark.length);
    yield marked ? head.subarray(mark.length) : head;
    head = undefined;
  }
  if (head) yield head;
}

function decoder(encoding: Encoding): (cell: string) => string {
  const decoded = new TextDecoder(encoding);
  return (cell) => (isAscii(cell) ? cell : decoded.decode(Buffer.from(cell, "latin1")));
}

const isAscii = (text: string): boolean => !/[^\0-\x7f]/.test(text);

/**
 * Returns why the rows of a file cannot be separated, in Spanish, with the line on which the broken row begins (the
 * parser may notice it only at the end of the file); `undefined` for a failure of another kind.
 */
export function brokenStructure(failure: unknown): string | undefined {
  if (!isCsvError(failure)) return undefined;
  const at = `en la línea ${Number(failure["records"]) + Number(failure["empty_lines"]) + 1}`;
  switch (failure.code) {
    case "CSV_QUOTE_NOT_CLOSED":
      return `Hay una comilla que se abre ${at} y no se cierra.`;
    case "INVALID_OPENING_QUOTE":
      return `Hay una comilla en medio de una celda, ${at}. Quítala o escribe la celda entera entre comillas.`;
    case "CSV_INVALID_CLOSING_QUOTE":
      return `Hay texto después de una comilla que se cierra, ${at}.`;
    case "CSV_MAX_RECORD_SIZE":
      return `Hay una fila sin fin, ${at}: falta un salto de línea o se cierra mal una comilla.`;
    default:
      return `No se puede separar el archivo en filas, ${at}.`;
  }
}

function isCsvError(failure: unknown): failure is CsvError {
  return failure instanceof Error && "code" in failure && "records" in failure;
}
