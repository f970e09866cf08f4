import {
  type PdfDictionary,
  type PdfObject,
  type PdfReader,
  type PdfReference,
  type PdfValue,
  pdfReader,
  written,
} from "./pdf-objects.ts";

/** A table of places of objects, and what its trailer says. */
interface Section {
  readonly places: ReadonlyMap<number, { readonly place: number; readonly generation: number }>;
  readonly freed: readonly number[];
  readonly trailer: PdfDictionary;
  /** Of the word `xref`. */
  readonly place: number;
  readonly to: number;
}

/** A file of one revision and what was appended to it since. */
export interface Revisions {
  readonly file: Buffer;
  readonly root: PdfReference;
  readonly info: PdfValue | undefined;
  /** Objects of what was appended, by number: the last of each. */
  readonly appended: ReadonlyMap<number, PdfObject>;
  /** How many objects the file has, appended ones too, and which of the first revision are in use. */
  readonly isOld: (number: number) => boolean;
  /** What a value was in the first revision. */
  before(value: PdfValue | undefined): PdfValue | undefined;
  /** What it is now. */
  now(value: PdfValue | undefined): PdfValue | undefined;
}

/** Thrown for what a program may write and this reader does not read: objects within streams. */
export const packedObjects = "objects packed in streams";

function sectionAt(reader: PdfReader, from: number): Section {
  const place = reader.skipped(from);
  let at = reader.skipped(reader.after("xref", place));
  const places = new Map<number, { place: number; generation: number }>();
  const freed: number[] = [];
  while (reader.wordAt(at) !== "trailer") {
    const [first, afterFirst] = reader.integerAt(at);
    const [count, afterCount] = reader.integerAt(afterFirst);
    at = afterCount;
    for (let number = first; number < first + count; number += 1) {
      const entry = entryAt(reader, at);
      if (places.has(number)) throw new SyntaxError(`object ${number} twice in a table`);
      if (entry.isFree) freed.push(number);
      else places.set(number, entry);
      at = entry.to;
    }
    at = reader.skipped(at);
  }
  const [trailer, to] = reader.valueAt(reader.after("trailer", at));
  if (trailer.kind !== "dictionary") throw new SyntaxError("a trailer without its dictionary");
  if (trailer.entries.has("Encrypt") || trailer.entries.has("XRefStm")) throw new SyntaxError(packedObjects);
  return { places, freed, trailer, place, to };
}

function entryAt(reader: PdfReader, from: number) {
  const [place, afterPlace] = reader.integerAt(from);
  const [generation, afterGeneration] = reader.integerAt(afterPlace);
  const kindPlace = reader.skipped(afterGeneration);
  const kind = reader.wordAt(kindPlace);
  if (kind !== "n" && kind !== "f") throw new SyntaxError(`no entry of a table at ${kindPlace}`);
  return { place, generation, isFree: kind === "f", to: kindPlace + 1 };
}

function numberIn({ entries }: PdfDictionary, name: string): number | undefined {
  const value = entries.get(name);
  return value?.kind === "number" ? value.value : undefined;
}

/** The end of a revision: the place its table stands at. Nothing but a line's end may follow `%%EOF`. */
function endAt(reader: PdfReader, file: Buffer, from: number): readonly [table: number, to: number] {
  const [table, afterTable] = reader.integerAt(reader.after("startxref", from));
  const eof = /^[\0\t\n\f\r ]*%%EOF(?:\r\n|\r|\n)?/.exec(file.toString("latin1", afterTable, afterTable + 40));
  if (!eof) throw new SyntaxError("a revision without its end");
  return [table, afterTable + eof[0].length];
}

/**
 * Reads what was appended to a first revision: whole sections only (objects, their table, trailer, end), each object in
 * its table and each entry of the table an object. Throws `SyntaxError` for anything else.
 * @param firstLength bytes of the first revision
 */
export function readRevisions(file: Buffer, firstLength: number): Revisions {
  const first = file.subarray(0, firstLength);
  const firstReader = pdfReader(first);
  const ending = first.lastIndexOf("startxref");
  const [table] = endAt(firstReader, first, Math.max(ending, 0));
  const base = sectionAt(firstReader, table);
  const reader = pdfReader(file);

  const old = (number: number): PdfObject | undefined => {
    const found = base.places.get(number);
    const object = found && firstReader.objectAt(found.place, oldLength);
    if (object && object.number !== number) throw new SyntaxError(`object ${number} is not at its place`);
    return object;
  };
  function oldLength({ number }: PdfReference): number {
    const length = old(number)?.value;
    return length?.kind === "number" ? length.value : -1;
  }

  const appended = new Map<number, PdfObject>();
  const lengths = new Map<number, number>();
  // A length that stands further on is looked for, and held against the object once that is read.
  const lengthOf = (reference: PdfReference): number => {
    if (base.places.has(reference.number)) return oldLength(reference);
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
    isOld: (number) => base.places.has(number),
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
    if (stated !== section.place || numberIn(section.trailer, "Prev") !== previous)
      throw new SyntaxError("a revision that does not follow the one before");
    if (written(entries.get("Root")) !== written(root)) throw new SyntaxError("another root");
    mustList(section, objects);
    for (const object of objects) appended.set(object.number, object);
    info = entries.get("Info") ?? info;
    previous = section.place;
    at = to;
  }
  return { root, info, to: at };
}

type PlacedObject = PdfObject & { readonly place: number };

/** The objects from a place on, until a table. */
function objectsAt(reader: PdfReader, from: number, lengthOf: Appending["lengthOf"]): readonly PlacedObject[] {
  const objects: PlacedObject[] = [];
  let place = reader.skipped(from);
  while (reader.wordAt(place) !== "xref") {
    const object = reader.objectAt(place, lengthOf);
    if (isPacked(object)) throw new SyntaxError(packedObjects);
    objects.push({ ...object, place });
    place = reader.skipped(object.to);
  }
  return objects;
}

/** Each object once in its table, at its place, and nothing else in it: no reader finds another file here. */
function mustList({ places, freed }: Section, objects: readonly PlacedObject[]): void {
  if (freed.some((number) => number !== 0)) throw new SyntaxError("objects taken away");
  if (places.size !== objects.length) throw new SyntaxError("a table that is not of its objects");
  for (const { number, generation, place } of objects) {
    const listed = places.get(number);
    if (listed?.place !== place || listed.generation !== generation)
      throw new SyntaxError(`object ${number} is not where its table says`);
  }
}

function isPacked({ value, isStream }: PdfObject): boolean {
  const type = value.kind === "dictionary" ? value.entries.get("Type") : undefined;
  return isStream && type?.kind === "name" && (type.value === "XRef" || type.value === "ObjStm");
}
