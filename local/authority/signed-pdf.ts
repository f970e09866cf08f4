/** What a signing program appends to a PDF of the renderer, and what a test may have it do besides. */
export interface Appended {
  /** Returns the CMS of the bytes to be signed. */
  readonly cms: (signedBytes: Uint8Array) => Uint8Array;
  /** The instant of the signature, written in `/M`. */
  readonly at: string;
  /** The signature's format, written in `/SubFilter`. @default `ETSI.CAdES.detached` */
  readonly subFilter?: string | undefined;
  /** The signature's box on the first page, in points: left, bottom, right, top. @default `[50, 20, 250, 60]` */
  readonly box?: readonly [number, number, number, number] | undefined;
  /**
   * Returns more objects to append, by number; an object replaces the file's object of the same number. Gets the first
   * free number and the file's text.
   */
  readonly more?: ((free: number, file: string) => ReadonlyMap<number, string>) | undefined;
  /** Entries added to the root, the page or the field. */
  readonly entries?: { readonly root?: string; readonly page?: string; readonly field?: string } | undefined;
  /** Returns the byte range to write; by default the range that covers the whole file. */
  readonly range?: ((whole: readonly number[]) => readonly number[]) | undefined;
}

/** Hexadecimal digits reserved for the CMS, and characters reserved for the byte range. */
const room = 16_000;
const rangeRoom = 60;

/**
 * Returns the text between `obj` and `endobj` of the object with this number and generation 0, in its last revision.
 * Does not check that the file is uncompressed and has the object: if it has not, returns the text of another object.
 */
export function objectText(file: string, number: number): string {
  const from = file.lastIndexOf(`\n${number} 0 obj`);
  const to = file.indexOf("endobj", from);
  return file.slice(file.indexOf("obj", from) + 3, to).trim();
}

/**
 * Returns the object number that an entry of a dictionary refers to.
 * @throws if the dictionary has no such entry.
 */
function referred(text: string, name: string): number {
  const [, number] = new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(text) ?? [];
  if (number === undefined) throw new Error(`no /${name} in ${text}`);
  return Number(number);
}

const withEntries = (dictionary: string, more: string): string => dictionary.replace(/>>\s*$/, `${more}\n>>`);

/** Writes an instant as a PDF date in UTC. */
function dateText(at: string): string {
  return `(D:${at.replaceAll(/[-:T]/g, "").slice(0, 14)}Z)`;
}

/**
 * Returns the PDF with a revision appended in which its first page is signed, as PAdES asks. The result begins with
 * `bytes`, unchanged.
 * @throws if the file has no page; RangeError if the CMS is over 8,000 bytes
 */
export function signedPdf(bytes: Uint8Array, appended: Appended): Uint8Array {
  const file = Buffer.from(bytes).toString("latin1");
  const root = Number(/\/Root (\d+) 0 R/.exec(file.slice(file.lastIndexOf("trailer")))?.[1]);
  const size = Number(/\/Size (\d+)/.exec(file.slice(file.lastIndexOf("trailer")))?.[1]);
  const page = referred(objectText(file, referred(objectText(file, root), "Pages")), "Kids");
  const [signature, field] = [size, size + 1];
  const { box = [50, 20, 250, 60], entries = {}, subFilter = "ETSI.CAdES.detached" } = appended;
  const objects = new Map<number, string>([
    [
      root,
      withEntries(objectText(file, root), `/AcroForm << /SigFlags 3 /Fields [${field} 0 R] >>${entries.root ?? ""}`),
    ],
    [page, withAnnotation(objectText(file, page), field, entries.page ?? "")],
    [
      signature,
      `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter} /M ${dateText(appended.at)} /ByteRange [${" ".repeat(rangeRoom)}] /Contents <${"0".repeat(room)}> >>`,
    ],
    [
      field,
      `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Firma) /F 132 /Rect [${box.join(" ")}] /P ${page} 0 R /V ${signature} 0 R ${entries.field ?? ""}>>`,
    ],
    ...(appended.more?.(size + 2, file) ?? []),
  ]);
  const whole = Buffer.from(revision(file, objects, root), "latin1");
  return filled(whole, bytes.length, appended);
}

function withAnnotation(page: string, field: number, more: string): string {
  const added = page.includes("/Annots")
    ? page.replace(/\/Annots \[([^\]]*)\]/, `/Annots [$1 ${field} 0 R]`)
    : withEntries(page, `/Annots [${field} 0 R]`);
  return withEntries(added, more);
}

/**
 * Returns a PDF's text (latin1: a character is a byte) with an incremental update appended: the objects, their table,
 * and a trailer whose catalog is object `root`. `objects` has the bodies by object number, without `obj` and `endobj`;
 * a body replaces the object of that number in the file. Does not check that the file is a PDF, nor that `objects` has
 * at least one entry, which a valid update needs.
 */
export function revision(file: string, objects: ReadonlyMap<number, string>, root: number): string {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(file)?.[1] ?? "0";
  let text = file;
  const offsets = [...objects].map(([number, body]) => {
    const offset = text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return [number, offset] as const;
  });
  const table = text.length;
  const rows = offsets.map(([number, offset]) => `${number} 1\n${String(offset).padStart(10, "0")} 00000 n \n`);
  const most = Math.max(...objects.keys()) + 1;
  return `${text}xref\n${rows.join("")}trailer\n<< /Size ${most} /Root ${root} 0 R /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`;
}

function filled(file: Buffer, from: number, { cms, range = (whole) => whole }: Appended): Uint8Array {
  const start = file.indexOf(`<${"0".repeat(room)}>`, from);
  const end = start + room + 2;
  const covered = range([0, start, end, file.length - end]);
  const rangeAt = file.indexOf("/ByteRange [", from) + "/ByteRange [".length;
  file.write(covered.join(" ").padEnd(rangeRoom), rangeAt, "latin1");
  const parts = covered.flatMap((value, index) =>
    index % 2 === 0 ? [file.subarray(value, value + (covered[index + 1] ?? 0))] : [],
  );
  const signature = Buffer.from(cms(Buffer.concat(parts))).toString("hex");
  if (signature.length > room) throw new RangeError("the signature is larger than the digits reserved for it");
  file.write(signature, start + 1, "latin1");
  return new Uint8Array(file);
}
