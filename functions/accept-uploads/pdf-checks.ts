import type { Cause } from "./causes.ts";
import { type CheckedFile, type FileCheck, isBlank, isTooLarge } from "./file-check.ts";
import { inflatedSize, isCompressed } from "./inflated-size.ts";
import { pdfStreams, plainPdf } from "./pdf-text.ts";
import { type Entries, type ReadPdf, readPdf } from "./read-pdf.ts";

const of = ["application/pdf"] as const;
const mostPages = 500;
const mostInOneStream = 128_000_000;
const mostInAll = 512_000_000;
/** What a reader holds whole: the objects themselves, and where they are. */
const mostInObjects = 32_000_000;

/** Read once, whatever number of checks ask. */
const read = new WeakMap<CheckedFile, Promise<ReadPdf | "password" | "damaged">>();
function pdfOf(file: CheckedFile): Promise<ReadPdf | "password" | "damaged"> {
  const reading = read.get(file) ?? readPdf(file.bytes, /\/Encrypt(?![0-9A-Za-z])/.test(plainPdf(file.bytes)));
  read.set(file, reading);
  return reading;
}

/** A check of a PDF's dictionaries: the cause if one is as described. */
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

/** Goes to a place of the same document, or turns its pages. */
const harmless = ["GoTo", "Named"] as const;
const actsAlone = (action: Entries | undefined) => {
  const kind = action?.name("S");
  return kind !== undefined && !isOne(kind, ...harmless);
};

export const pdfChecks: readonly FileCheck[] = [
  {
    name: "pdf-head",
    of,
    find: ({ bytes }) => (isBlank(bytes.subarray(0, bytes.indexOf("%PDF-"))) ? undefined : "two-in-one"),
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
    // Two readers of one file may not agree what is in it: this one reads no structure, only names.
    name: "pdf-names",
    of,
    find: ({ bytes }) => {
      const plain = plainPdf(bytes);
      return named.find(([names]) => new RegExp(`/(?:${names})(?![0-9A-Za-z])`).test(plain))?.[1];
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
      // A stream of objects that hides what it is behind a reference is one to some readers, and not to others.
      const isHidden = ({ isStream, names }: Entries) => isStream && names.has("N") && names.has("First");
      return pdf.dictionaries.some((one) => isHidden(one) && one.direct("Type") !== "ObjStm") ? "damaged" : undefined;
    },
  },
  dictionary(
    "pdf-programs",
    "program",
    (one) => isOne(one.name("S"), "JavaScript", "Launch") || has(one, "JavaScript"),
  ),
  dictionary(
    "pdf-files",
    "other-files",
    (one) =>
      has(one, "EmbeddedFiles", "EF", "Collection") ||
      isOne(one.name("Type"), "EmbeddedFile") ||
      isOne(one.name("S"), "GoToE"),
  ),
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
  // How much comes out is seen only of what is compressed as it stands.
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
];

/** What a link, or a step after another, may do: show a place or a part of the same document, or ask for an address. */
const knownActions = ["GoTo", "Named", "URI", "Hide", "ResetForm", "SetOCGState", "Trans"] as const;

/** An entry of the same name that is no action, as of what is next or of how it looks, has no kind. */
function isKnownAction(action: Entries): boolean {
  return !has(action, "S") || isOne(action.name("S"), ...knownActions);
}

/** A site, a mail, a telephone; a site without its scheme, as people write it; a place of the same document. */
const address = /^(?:https?:|mailto:|tel:|www\.|#|$)/i;

/** Whether an address, or what the addresses of a document begin with, is another. */
function leadsElsewhere(entries: Entries): boolean {
  const asked = isOne(entries.name("S"), "URI") && has(entries, "URI");
  const [link, base] = [asked ? (entries.text("URI") ?? "another kind of value") : "", entries.text("Base") ?? ""];
  return !address.test(link) || !address.test(base);
}

/** No document has more objects (ISO 32000-1, annex C). */
const mostObjects = 8_388_607;
/** An entry of a table takes 20 bytes, and some producers write 18. */
const entryBytes = 18;
/** What a careless producer may count too many: no reader takes harm from it. */
const spareEntries = 100_000;

/** Runs of entries, as a table or a stream of them says: the number of the first, and how many. */
const runs = /(?<!\d)(\d{1,20})\s{1,9}(\d{1,20})(?!\d|\s{0,9}[nf])/g;

/** How many entries some runs announce; more than any document has if one begins behind that. */
function announcedIn(text: string): number {
  return [...text.matchAll(runs)].reduce(
    (sum, [, first, count]) => sum + Number(count) + (Number(first) > mostObjects ? mostObjects : 0),
    0,
  );
}

/** Whether a PDF says that it has more objects than any has, or has a table of more than there is room for in the file. */
function announcesTooMuch(bytes: Buffer): boolean {
  const plain = plainPdf(bytes);
  if ([...plain.matchAll(/\/Size\s+(\d{7,})/g)].some(([, size]) => Number(size) > mostObjects)) return true;
  const announced = (parts: RegExp) => [...plain.matchAll(parts)].reduce((sum, [part]) => sum + announcedIn(part), 0);
  if (announced(/\/Index\s*\[[\d\s]*/g) > mostObjects) return true;
  return announced(/\bxref\b[\s\S]*?(?=trailer|startxref|$)/g) > bytes.length / entryBytes + spareEntries;
}

/** Whether a stream of entries announces more than come out of it. */
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

/** Names of the PDF's own language that make it more than pages. */
const named: readonly (readonly [names: string, cause: Cause])[] = [
  ["JavaScript|JS|Launch", "program"],
  ["EmbeddedFiles?", "other-files"],
  ["XFA", "live-form"],
  ["RichMedia", "media"],
];
