import {
  type PdfDictionary,
  type PdfObject,
  type PdfReader,
  type PdfReference,
  type PdfValue,
  pdfReader,
  written,
} from "./pdf-objects.ts";

/** A cross-reference table, with the positions of objects, and its trailer. */
interface Section {
  readonly positions: ReadonlyMap<number, { readonly position: number; readonly generation: number }>;
  readonly freed: readonly number[];
  readonly trailer: PdfDictionary;
  /** The position of the word `xref`; `to`: the position after the trailer. */
  readonly position: number;
  readonly to: number;
}

/** A file with its first revision and what was appended to that. */
export interface Revisions {
  readonly file: Buffer;
  /** The reference to the document's catalog, the same in all revisions. */
  readonly root: PdfReference;
  /** The last revision's reference to the document's data, such as its title; undefined if it has none. */
  readonly info: PdfValue | undefined;
  /** The appended objects by number, the last one of each number. */
  readonly appended: ReadonlyMap<number, PdfObject>;
  /** Whether the first revision uses an object of that number. */
  readonly isOld: (number: number) => boolean;
  /** Returns what a value was in the first revision, references followed. */
  before(value: PdfValue | undefined): PdfValue | undefined;
  /** Returns what a value is in the whole file, references followed. */
  now(value: PdfValue | undefined): PdfValue | undefined;
}

/**
 * The message thrown for files this reader does not read although programs may write them: packed or encrypted objects.
 */
export const packedObjects = "objects packed in streams";

function sectionAt(reader: PdfReader, from: number): Section {
  const position = reader.skipped(from);
  let at = reader.skipped(reader.after("xref", position));
  const positions = new Map<number, { position: number; generation: number }>();
  const freed: number[] = [];
  while (reader.wordAt(at) !== "trailer") {
    const [first, afterFirst] = reader.integerAt(at);
    const [count, afterCount] = reader.integerAt(afterFirst);
    at = afterCount;
    for (let number = first; number < first + count; number += 1) {
      const entry = entryAt(reader, at);
      if (positions.has(number)) throw new SyntaxError(`object ${number} twice in a table`);
      if (entry.isFree) freed.push(number);
      else positions.set(number, entry);
      at = entry.to;
    }
    at = reader.skipped(at);
  }
  const [trailer, to] = reader.valueAt(reader.after("trailer", at));
  if (trailer.kind !== "dictionary") throw new SyntaxError("a trailer without its dictionary");
  if (trailer.entries.has("Encrypt") || trailer.entries.has("XRefStm")) throw new SyntaxError(packedObjects);
  return { positions, freed, trailer, position, to };
}

function entryAt(reader: PdfReader, from: number) {
  const [position, afterPosition] = reader.integerAt(from);
  const [generation, afterGeneration] = reader.integerAt(afterPosition);
  const kindAt = reader.skipped(afterGeneration);
  const kind = reader.wordAt(kindAt);
  if (kind !== "n" && kind !== "f") throw new SyntaxError(`no entry of a table at ${kindAt}`);
  return { position, generation, isFree: kind === "f", to: kindAt + 1 };
}

function numberIn({ entries }: PdfDictionary, name: string): number | undefined {
  const value = entries.get(name);
  return value?.kind === "number" ? value.value : undefined;
}

/**
 * Reads the end of a revision: the position it states for its table, and the position after `%%EOF` and at most one
 * line end. Throws if there is no `%%EOF`.
 */
function endAt(reader: PdfReader, file: Buffer, from: number): readonly [table: number, to: number] {
  const [table, afterTable] = reader.integerAt(reader.after("startxref", from));
  const eof = /^[\0\t\n\f\r ]*%%EOF(?:\r\n|\r|\n)?/.exec(file.toString("latin1", afterTable, afterTable + 40));
  if (!eof) throw new SyntaxError("a revision without its end");
  return [table, afterTable + eof[0].length];
}

/**
 * Returns what was appended to the first revision of a PDF; `appended` is empty if nothing was. Throws `SyntaxError` if
 * an appended revision is not whole (objects, table, trailer, end), if its table does not list exactly its objects, or
 * if it does not continue the revision before it. If objects are packed in streams or encrypted, the error's message is
 * `packedObjects`.
 * @param firstLength length of the first revision, in bytes
 */
export function readRevisions(file: Buffer, firstLength: number): Revisions {
  const first = file.subarray(0, firstLength);
  const firstReader = pdfReader(first);
  const ending = first.lastIndexOf("startxref");
  const [table] = endAt(firstReader, first, Math.max(ending, 0));
  const base = sectionAt(firstReader, table);
  const reader = pdfReader(file);

  const old = (number: number): PdfObject | undefined => {
    const found = base.positions.get(number);
    const object = found && firstReader.objectAt(found.position, oldLength);
    if (object && object.number !== number) throw new SyntaxError(`object ${number} is not at its position`);
    return object;
  };
  function oldLength({ number }: PdfReference): number {
    const length = old(number)?.value;
    return length?.kind === "number" ? length.value : -1;
  }

  const appended = new Map<number, PdfObject>();
  const lengths = new Map<number, number>();
  // A length that stands further on is searched for, and compared with its object once that is read.
  const lengthOf = (reference: PdfReference): number => {
    if (base.positions.has(reference.number)) return oldLength(reference);
    const { number, generation } = reference;
    const [, digits] =
      new RegExp(`[\\r\\n]${number} ${generation} obj\\s{1,4}(\\d{1,10})\\s{1,4}endobj`).exec(
        file.toString("latin1", firstLength),
      ) ?? [];
    lengths.set(number, Number(digits ?? -1));
    return Number(digits ?? -1);
  };
  const { root, info, to } = appendedTo({ reader, file, base, table, firstLength, appended, lengthOf });
  for (const [number, length] of lengths) {
    const value = appended.get(number)?.value;
    if (value?.kind !== "number" || value.value !== length) throw new SyntaxError("a stream of another length");
  }
  if (to !== file.length) throw new SyntaxError("bytes after the last revision");
  const resolved = (value: PdfValue | undefined, find: (number: number) => PdfValue | undefined) => {
    let found = value;
    for (let hops = 0; found?.kind === "reference"; hops += 1) {
      if (hops > 8) throw new SyntaxError("references that go round");
      found = find(found.number);
    }
    return found;
  };
  return {
    file,
    root,
    info,
    appended,
    isOld: (number) => base.positions.has(number),
    before: (value) => resolved(value, (number) => old(number)?.value),
    now: (value) => resolved(value, (number) => (appended.get(number) ?? old(number))?.value),
  };
}

interface Appending {
  readonly reader: PdfReader;
  readonly file: Buffer;
  readonly base: Section;
  readonly table: number;
  readonly firstLength: number;
  readonly appended: Map<number, PdfObject>;
  readonly lengthOf: (reference: PdfReference) => number;
}

function appendedTo({ reader, file, base, table, firstLength, appended, lengthOf }: Appending) {
  let info = base.trailer.entries.get("Info");
  const root = base.trailer.entries.get("Root");
  if (root?.kind !== "reference") throw new SyntaxError("a file without its root");
  let previous = table;
  let at = firstLength;
  while (reader.skipped(at) < file.length) {
    const objects = objectsAt(reader, at, lengthOf);
    const section = sectionAt(reader, objects.at(-1)?.to ?? at);
    const [stated, to] = endAt(reader, file, section.to);
    const { entries } = section.trailer;
    if (stated !== section.position || numberIn(section.trailer, "Prev") !== previous)
      throw new SyntaxError("a revision that does not follow the one before");
    if (written(entries.get("Root")) !== written(root)) throw new SyntaxError("another root");
    mustList(section, objects);
    for (const object of objects) appended.set(object.number, object);
    info = entries.get("Info") ?? info;
    previous = section.position;
    at = to;
  }
  return { root, info, to: at };
}

type PositionedObject = PdfObject & { readonly position: number };

/** Reads the objects from a position on, until a table. */
function objectsAt(reader: PdfReader, from: number, lengthOf: Appending["lengthOf"]): readonly PositionedObject[] {
  const objects: PositionedObject[] = [];
  let position = reader.skipped(from);
  while (reader.wordAt(position) !== "xref") {
    const object = reader.objectAt(position, lengthOf);
    if (isPacked(object)) throw new SyntaxError(packedObjects);
    objects.push({ ...object, position });
    position = reader.skipped(object.to);
  }
  return objects;
}

/**
 * Throws unless the table lists each object once, at its position, and nothing else, and frees none but object 0:
 * otherwise readers would see different files.
 */
function mustList({ positions, freed }: Section, objects: readonly PositionedObject[]): void {
  if (freed.some((number) => number !== 0)) throw new SyntaxError("objects removed");
  if (positions.size !== objects.length) throw new SyntaxError("a table that is not of its objects");
  for (const { number, generation, position } of objects) {
    const listed = positions.get(number);
    if (listed?.position !== position || listed.generation !== generation)
      throw new SyntaxError(`object ${number} is not where its table says`);
  }
}

function isPacked({ value, isStream }: PdfObject): boolean {
  const type = value.kind === "dictionary" ? value.entries.get("Type") : undefined;
  return isStream && type?.kind === "name" && (type.value === "XRef" || type.value === "ObjStm");
}
