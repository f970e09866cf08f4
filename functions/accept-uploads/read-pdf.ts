import { inflateSync } from "node:zlib";
import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFStream,
  PDFString,
} from "@cantoo/pdf-lib";
import { parsePdf } from "../../shared/documents/pdf-parser.ts";

/** A dictionary of a PDF, read by the names of its entries without escapes. */
export interface Entries {
  readonly names: ReadonlySet<string>;
  /** The value of an entry if it is a name, references followed. */
  name(key: string): string | undefined;
  /** The value of an entry if it is a name written in the dictionary itself, references not followed. */
  direct(key: string): string | undefined;
  number(key: string): number | undefined;
  text(key: string): string | undefined;
  dict(key: string): Entries | undefined;
  /** The dictionary of the stream in an entry. */
  stream(key: string): Entries | undefined;
  /**
   * The bytes of a stream that is compressed in the usual way or not at all; `undefined` of any other, and if they are
   * more than `most`.
   */
  content(most: number): Buffer | undefined;
  /** The dictionaries in an entry that is a list, or its one dictionary. */
  dicts(key: string): readonly Entries[];
  /** The names in an entry that is a list, or its one name. */
  list(key: string): readonly string[];
  readonly isStream: boolean;
}

/** What was parsed of a PDF. */
export interface ReadPdf {
  /** Every dictionary of every object, also of objects that later ones replaced. */
  readonly dictionaries: readonly Entries[];
  readonly catalog: Entries | undefined;
}

export type Unread = "password" | "damaged";

/**
 * Parses a whole PDF; never rejects. `isLocked` says whether the PDF is encrypted: a PDF that opens without a password
 * is decrypted first. If the PDF cannot be parsed, returns `password` if `isLocked`, otherwise `damaged`.
 */
export async function readPdf(bytes: Uint8Array, isLocked: boolean): Promise<ReadPdf | Unread> {
  try {
    const { context, objects } = await parsePdf(bytes, isLocked);
    const catalog = context.lookup(context.trailerInfo.Root);
    return {
      dictionaries: objects.flatMap((object) => dictionariesIn(object)),
      catalog: catalog instanceof PDFDict ? entriesOf(catalog) : undefined,
    };
  } catch {
    return isLocked ? "password" : "damaged";
  }
}

/** Returns the dictionaries in an object, nested ones too; objects it refers to are read on their own. */
function dictionariesIn(object: PDFObject): readonly Entries[] {
  const found: Entries[] = [];
  const waiting: PDFObject[] = [object];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const dict = next instanceof PDFStream ? next.dict : next;
    if (dict instanceof PDFDict) {
      found.push(entriesOf(dict, next instanceof PDFStream ? next : undefined));
      waiting.push(...dict.values());
    } else if (next instanceof PDFArray) waiting.push(...next.asArray());
  }
  return found;
}

function entriesOf(dict: PDFDict, own?: PDFStream): Entries {
  const lookup = (key: string) => dict.lookup(PDFName.of(key));
  return {
    isStream: own !== undefined,
    names: new Set(dict.keys().map((key) => key.decodeText())),
    name: (key) => {
      const value = lookup(key);
      return value instanceof PDFName ? value.decodeText() : undefined;
    },
    direct: (key) => {
      const value = dict.get(PDFName.of(key));
      return value instanceof PDFName ? value.decodeText() : undefined;
    },
    number: (key) => {
      const value = lookup(key);
      return value instanceof PDFNumber ? value.asNumber() : undefined;
    },
    text: (key) => {
      const value = lookup(key);
      return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : undefined;
    },
    dict: (key) => {
      const value = lookup(key);
      return value instanceof PDFDict ? entriesOf(value) : undefined;
    },
    stream: (key) => {
      const value = lookup(key);
      return value instanceof PDFStream ? entriesOf(value.dict, value) : undefined;
    },
    content: (most) => (own ? contentOf(own, most) : undefined),
    dicts: (key) => itemsOf(lookup(key)).flatMap((item) => (item instanceof PDFDict ? [entriesOf(item)] : [])),
    list: (key) => itemsOf(lookup(key)).flatMap((item) => (item instanceof PDFName ? [item.decodeText()] : [])),
  };
}

function contentOf(stream: PDFStream, most: number): Buffer | undefined {
  const filters = itemsOf(stream.dict.lookup(PDFName.of("Filter"))).filter((filter) => filter !== undefined);
  const [only] = filters;
  if (filters.length > 1 || stream.dict.has(PDFName.of("DecodeParms"))) return undefined;
  try {
    const bytes = stream.getContents();
    if (!only) return bytes.length > most ? undefined : Buffer.from(bytes);
    return only === PDFName.of("FlateDecode") ? inflateSync(bytes, { maxOutputLength: most }) : undefined;
  } catch {
    return undefined;
  }
}

function itemsOf(value: PDFObject | undefined): readonly (PDFObject | undefined)[] {
  return value instanceof PDFArray ? value.asArray().map((_, at) => value.lookup(at)) : [value];
}
