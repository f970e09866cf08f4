import { constants, inflateSync } from "node:zlib";
import type { Cause } from "./causes.ts";
import { type CheckedFile, carriesAnother, type FileCheck, isBlank, isScript, isTooLarge } from "./file-check.ts";
import { inflatedSize, isCompressed } from "./inflated-size.ts";
import { pdfStreams, plainPdf } from "./pdf-text.ts";
import { type Entries, type ReadPdf, readPdf } from "./read-pdf.ts";

const of = ["application/pdf"] as const;
const mostPages = 500;
const mostInOneStream = 128_000_000;
const mostInAll = 512_000_000;
/** The most bytes of object streams and cross-reference streams, which a reader holds whole in memory. */
const mostInObjects = 32_000_000;

/** Each file is parsed once, however many checks need it. */
const read = new WeakMap<CheckedFile, Promise<ReadPdf | "password" | "damaged">>();
function pdfOf(file: CheckedFile): Promise<ReadPdf | "password" | "damaged"> {
  const reading = read.get(file) ?? readPdf(file.bytes, /\/Encrypt(?![0-9A-Za-z])/.test(plainPdf(file.bytes)));
  read.set(file, reading);
  return reading;
}

/** Returns a check that finds `cause` if any dictionary of the PDF matches `is`. */
const dictionary = (name: string, cause: Cause, is: (entries: Entries) => boolean): FileCheck => ({
  name,
  of,
  find: async (file) => {
    const pdf = await pdfOf(file);
    return typeof pdf !== "string" && pdf.dictionaries.some(is) ? cause : undefined;
  },
});

const has = ({ names }: Entries, ...wanted: readonly string[]) => wanted.some((name) => names.has(name));
const isOne = (value: string | undefined, ...wanted: readonly string[]) =>
  value !== undefined && wanted.includes(value);

/** Actions that show another part of the same document, or turn its pages. */
const harmless = ["GoTo", "Named"] as const;
const actsAlone = (action: Entries | undefined) => {
  const kind = action?.name("S");
  return kind !== undefined && !isOne(kind, ...harmless);
};

/** The mark that editors of UTF-8 put before a text, and some programs before a PDF. */
const byteMark = Buffer.from("efbbbf", "hex");

export const pdfChecks: readonly FileCheck[] = [
  {
    name: "pdf-head",
    of,
    find: ({ bytes }) => {
      const before = bytes.subarray(0, bytes.indexOf("%PDF-"));
      return isBlank(before.subarray(before.indexOf(byteMark) === 0 ? byteMark.length : 0)) ? undefined : "two-in-one";
    },
  },
  {
    name: "pdf-end",
    of,
    find: ({ bytes }) => (bytes.subarray(-2048).includes("%%EOF") || pdfEnd(bytes) >= 0 ? undefined : "incomplete"),
  },
  {
    name: "pdf-tail",
    of,
    find: ({ bytes }) => {
      const end = pdfEnd(bytes);
      return end < 0 || isBlank(bytes.subarray(end + "%%EOF".length)) ? undefined : "two-in-one";
    },
  },
  {
    name: "pdf-streams",
    of,
    find: async ({ bytes }) => {
      let all = 0;
      for (const { dictionary: stated, data } of pdfStreams(bytes)) {
        const isObjects = /\/(?:ObjStm|XRef)\b/.test(stated);
        if (isObjects && /\/(?:LZWDecode|LZW|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx)\b/.test(stated))
          return "too-hard";
        if (!isCompressed(data)) continue;
        const limit = isObjects ? mostInObjects : mostInOneStream;
        const size = await inflatedSize(data, limit);
        all += size;
        if (size > limit || all > mostInAll) return "too-much-inside";
      }
      return undefined;
    },
  },
  {
    name: "pdf-index",
    of,
    find: async ({ bytes }) => {
      if (announcesTooMuch(bytes)) return "more-than-it-holds";
      for (const { dictionary: stated, data } of pdfStreams(bytes))
        if (/\/XRef\b/.test(stated) && (await holdsLess(stated, data))) return "more-than-it-holds";
      return undefined;
    },
  },
  {
    // Two readers of one file may not agree on what is in it, so this check reads names in the bytes without any
    // structure.
    name: "pdf-names",
    of,
    find: async (file) => {
      const plain = plainPdf(file.bytes);
      const spelled = (names: string) => [...plain.matchAll(new RegExp(`/(?:${names})(?![0-9A-Za-z])`, "g"))].length;
      const pdf = await pdfOf(file);
      const invoices = typeof pdf !== "string" && bearsInvoices(pdf) ? pdf.dictionaries.filter(isAttached).length : 0;
      return named.find(([names, cause]) => spelled(names) > (cause === "other-files" ? invoices : 0))?.[1];
    },
  },
  {
    name: "pdf-objects",
    of,
    find: async (file) => {
      const pdf = await pdfOf(file);
      return typeof pdf === "string" ? pdf : undefined;
    },
  },
  {
    name: "pdf-hidden-objects",
    of,
    find: async (file) => {
      const pdf = await pdfOf(file);
      if (typeof pdf === "string") return undefined;
      // Some readers take a stream for an object stream though its type is behind a reference, and others do not.
      const isHidden = ({ isStream, names }: Entries) => isStream && names.has("N") && names.has("First");
      return pdf.dictionaries.some((one) => isHidden(one) && one.direct("Type") !== "ObjStm") ? "damaged" : undefined;
    },
  },
  dictionary(
    "pdf-programs",
    "program",
    (one) => isOne(one.name("S"), "JavaScript", "Launch") || has(one, "JavaScript"),
  ),
  {
    name: "pdf-files",
    of,
    find: async (file) => {
      const pdf = await pdfOf(file);
      if (typeof pdf === "string") return undefined;
      const taken = bearsInvoices(pdf);
      const isFile = (one: Entries) => isAttached(one) || has(one, "EF");
      const isWay = (one: Entries) =>
        has(one, "Collection") || isOne(one.name("S"), "GoToE") || isOne(one.name("Subtype"), "FileAttachment");
      return pdf.dictionaries.some((one) => isWay(one) || (!taken && isFile(one))) ? "other-files" : undefined;
    },
  },
  dictionary("pdf-forms", "live-form", (one) => has(one, "XFA")),
  dictionary(
    "pdf-media",
    "media",
    (one) =>
      isOne(one.name("Subtype"), "RichMedia", "3D", "Movie", "Sound", "Screen") ||
      isOne(one.name("S"), "Rendition", "Movie", "Sound", "RichMediaExecute", "GoTo3DView"),
  ),
  dictionary("pdf-sending", "acts-alone", (one) => isOne(one.name("S"), "SubmitForm", "ImportData", "GoToR")),
  dictionary(
    "pdf-links",
    "other-links",
    (one) =>
      leadsElsewhere(one) || ["A", "Next"].some((key) => one.dicts(key).some((action) => !isKnownAction(action))),
  ),
  dictionary("pdf-opening", "acts-alone", (one) => actsAlone(one.dict("OpenAction")) || actsOnEvents(one.dict("AA"))),
  // A stream or a picture that is in another file, a page of one, or the name of a file that did not come: an address
  // of the network among them would show who opens the original.
  dictionary(
    "pdf-elsewhere",
    "elsewhere",
    (one) =>
      (one.isStream && has(one, "F", "FFilter", "Ref")) ||
      has(one, "OPI", "DestOutputProfileRef") ||
      (isOne(one.name("Type"), "Filespec", "F") && !has(one, "EF")),
  ),
  // The size that comes out is measured only for streams whose first filter is the compression.
  dictionary("pdf-filters", "too-hard", (one) => {
    const filters = one.isStream ? one.list("Filter") : [];
    return filters.some((filter, at) => at > 0 && isFlate(filter) && !isFlate(filters[at - 1]));
  }),
  dictionary("pdf-pixels", "too-many-pixels", (one) => {
    const isPicture = one.isStream && one.name("Subtype") === "Image";
    return isPicture && isTooLarge(one.number("Width") ?? 0, one.number("Height") ?? 0);
  }),
  {
    name: "pdf-pages",
    of,
    find: async (file) => {
      const pdf = await pdfOf(file);
      if (typeof pdf === "string") return undefined;
      const pages = pdf.dictionaries.filter((one) => one.name("Type") === "Page").length;
      return pages > mostPages ? "too-many-pages" : pages === 0 || !pdf.catalog?.dict("Pages") ? "no-pages" : undefined;
    },
  },
  {
    name: "pdf-carried",
    of,
    find: ({ bytes }) => {
      for (const { data } of pdfStreams(bytes)) if (carriesAnother(beginningOf(data))) return "two-in-one";
      return undefined;
    },
  },
];

const isAttached = (one: Entries) => has(one, "EmbeddedFiles") || isOne(one.name("Type"), "EmbeddedFile");

/** The roots of the XML of electronic invoices: of UBL, as SUNAT has it, and of Factur-X. */
const invoice =
  /^\ufeff?\s{0,99}(?:<\?xml[^>]{0,200}\?>)?\s{0,99}<(?:\w{1,20}:)?(?:Invoice|CreditNote|DebitNote|CrossIndustryInvoice)[\s>]/;
const mostOfInvoice = 2_000_000;

/**
 * Whether all that a PDF carries besides its pages is the XML of electronic invoices (PDF/A-3), called so and without
 * anything that an XML reader would fetch or run.
 */
function bearsInvoices({ dictionaries }: ReadPdf): boolean {
  const specs = dictionaries.filter((one) => has(one, "EF"));
  const held = specs.flatMap((one) => {
    const files = one.dict("EF");
    return files ? [...files.names].map((name) => files.stream(name)) : [undefined];
  });
  const streams = [...held, ...dictionaries.filter((one) => isOne(one.name("Type"), "EmbeddedFile"))];
  const isCalledSo = (one: Entries) => ["F", "UF"].every((key) => /\.xml$|^$/i.test(one.text(key) ?? ""));
  const isInvoice = (one: Entries | undefined) => {
    const content = one?.content(mostOfInvoice);
    if (!content || isScript(content) || carriesAnother(content)) return false;
    const text = content.toString("utf8");
    return invoice.test(text) && !/<!|<\?xml-stylesheet/i.test(text);
  };
  return specs.length > 0 && specs.every(isCalledSo) && streams.every(isInvoice);
}

/** Where a file that is hidden in a compressed stream shows how it begins. */
const beginsWithin = 64;

/** The first bytes that come out of a compressed stream; none if it is not compressed, or damaged. */
function beginningOf(data: Buffer): Buffer {
  if (!isCompressed(data)) return Buffer.alloc(0);
  try {
    return inflateSync(data.subarray(0, 256), { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, beginsWithin);
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * The actions that a link, or an action after another, may take: show a part of the same document, or open an address.
 */
const knownActions = ["GoTo", "Named", "URI", "Hide", "ResetForm", "SetOCGState", "Trans"] as const;

/**
 * Whether an action is one of `knownActions`; true for a dictionary without `S`, which is no action though its key has
 * the same name.
 */
function isKnownAction(action: Entries): boolean {
  return !has(action, "S") || isOne(action.name("S"), ...knownActions);
}

/**
 * A website (also without its scheme, as people write it), a mail address, a telephone, or a part of the same document.
 */
const address = /^(?:https?:|mailto:|tel:|www\.|#|$)/i;

/** Whether an address, or the base of the document's addresses, leads to anything else. */
function leadsElsewhere(entries: Entries): boolean {
  const asked = isOne(entries.name("S"), "URI") && has(entries, "URI");
  const [link, base] = [asked ? (entries.text("URI") ?? "another kind of value") : "", entries.text("Base") ?? ""];
  return !address.test(link) || !address.test(base);
}

/** The most objects a document has (ISO 32000-1, annex C). */
const mostObjects = 8_388_607;
/** An entry of a cross-reference table takes 20 bytes; some producers write 18. */
const entryBytes = 18;
/** Entries that a careless producer may announce too many; no reader takes harm from them. */
const spareEntries = 100_000;

/** Runs of entries, as a cross-reference table or stream states them: the number of the first, and how many. */
const runs = /(?<!\d)(\d{1,20})\s{1,9}(\d{1,20})(?!\d|\s{0,9}[nf])/g;

/**
 * Returns how many entries the runs in a text announce; at least `mostObjects` if one begins after the last possible
 * object.
 */
function announcedIn(text: string): number {
  return [...text.matchAll(runs)].reduce(
    (sum, [, first, count]) => sum + Number(count) + (Number(first) > mostObjects ? mostObjects : 0),
    0,
  );
}

/**
 * Whether a PDF states more objects than any document has, or a table with over 100,000 entries more than the file has
 * room for.
 */
function announcesTooMuch(bytes: Buffer): boolean {
  const plain = plainPdf(bytes);
  if ([...plain.matchAll(/\/Size\s+(\d{7,})/g)].some(([, size]) => Number(size) > mostObjects)) return true;
  const announced = (parts: RegExp) => [...plain.matchAll(parts)].reduce((sum, [part]) => sum + announcedIn(part), 0);
  if (announced(/\/Index\s*\[[\d\s]*/g) > mostObjects) return true;
  return announced(/\bxref\b[\s\S]*?(?=trailer|startxref|$)/g) > bytes.length / entryBytes + spareEntries;
}

/** Whether a cross-reference stream announces over 100,000 entries more than come out of it. */
async function holdsLess(stated: string, data: Buffer): Promise<boolean> {
  const [index] = /\/Index\s*\[[\d\s]*/.exec(stated) ?? [];
  const announced = index === undefined ? Number(/\/Size\s+(\d+)/.exec(stated)?.[1] ?? 0) : announcedIn(index);
  const [, widths = ""] = /\/W\s*\[([\d\s]*)/.exec(stated) ?? [];
  const width = widths.split(/\s+/).reduce((sum, bytes) => sum + Number(bytes), 0);
  const size = isCompressed(data) ? await inflatedSize(data, mostInObjects) : data.length;
  return announced > size / Math.max(1, width) + spareEntries;
}

const isFlate = (filter: string | undefined) => isOne(filter, "FlateDecode", "Fl");

function actsOnEvents(events: Entries | undefined): boolean {
  return events !== undefined && [...events.names].some((event) => actsAlone(events.dict(event)));
}

function pdfEnd(bytes: Buffer): number {
  return bytes.lastIndexOf("%%EOF");
}

/** Names in a PDF that stand for more than pages, and the cause each gives. */
const named: readonly (readonly [names: string, cause: Cause])[] = [
  ["JavaScript|JS|Launch", "program"],
  ["EmbeddedFiles?", "other-files"],
  ["XFA", "live-form"],
  ["RichMedia", "media"],
];
