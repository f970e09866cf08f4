import { ok } from "../domain/case/result.ts";
import { type PdfDictionary, type PdfReference, type PdfValue, written } from "./pdf-objects.ts";
import { packedObjects, type Revisions, readRevisions } from "./pdf-revisions.ts";
import { type Checked, notSigned, type SignatureRefusal } from "./signature-refusals.ts";

/** The one signature of a PDF. */
export interface PdfSignature {
  /** The whole file except the signature itself. */
  readonly signedBytes: Uint8Array;
  /** The CMS, with the zeros that fill the space reserved for it. */
  readonly cms: Uint8Array;
  /** When the dictionary says it was made (`/M`), ISO 8601 in UTC. */
  readonly madeAt?: string | undefined;
}

const signatureForms: ReadonlySet<string> = new Set(["ETSI.CAdES.detached", "adbe.pkcs7.detached"]);
/** Entries that a program that signs may add to the root: they change no page. */
const rootMayGain: ReadonlySet<string> = new Set(["AcroForm", "DSS", "Extensions", "Perms", "Version"]);
/** Annotations may change here: each added box is judged by `pageRefusal`. */
const pageMayChange: ReadonlySet<string> = new Set(["Annots"]);
const infoMayChange: ReadonlySet<string> = new Set(["ModDate", "Producer"]);

/**
 * Returns the one signature appended to `frozen`; does not check its CMS. Refuses `not-a-pdf`; `other-document` if the
 * file does not begin with `frozen`; `unsigned` if no signature follows; `packed-objects` or `unreadable` if it cannot
 * be read; `page-changed` or `document-changed` if more than a signature needs changes; `two-signatures`;
 * `seal-too-large` over `largestShare`; `signature-form` for another type; `not-whole` if it covers less than the file.
 * @param frozen the bytes that were sent to signature
 * @param largestShare how much of its page the signature's box may cover, from 0 to 1
 */
export function signatureIn(bytes: Uint8Array, frozen: Uint8Array, largestShare: number): Checked<PdfSignature> {
  const file = Buffer.from(bytes);
  if (
    !file.toString("latin1", 0, 8).startsWith("%PDF-") ||
    !file.toString("latin1", file.length - 16).includes("%%EOF")
  )
    return notSigned("not-a-pdf");
  if (file.length < frozen.length || !file.subarray(0, frozen.length).equals(frozen))
    return notSigned("other-document");
  if (file.subarray(frozen.length).toString("latin1").trim() === "") return notSigned("unsigned");
  try {
    return appendedSignature(readRevisions(file, frozen.length), frozen.length, largestShare);
  } catch (failure) {
    // A file that breaks the standard is the sender's, not a failure of ours.
    if (failure instanceof SyntaxError)
      return notSigned(failure.message === packedObjects ? "packed-objects" : "unreadable");
    throw failure;
  }
}

function appendedSignature(revisions: Revisions, firstLength: number, largestShare: number): Checked<PdfSignature> {
  const root = dictionary(revisions.now(revisions.root));
  const fields = fieldsOf(revisions, root);
  if (!fields) return notSigned("document-changed");
  const changed = changeRefusal(revisions, fields, largestShare);
  if (changed) return notSigned(changed);
  const signed = fields.filter((field) => field.value.entries.has("V"));
  const inFile = [...revisions.appended.values()].filter(({ value }) => dictionary(value).entries.has("ByteRange"));
  if (signed.length > 1 || inFile.length > 1) return notSigned("two-signatures");
  // A field that nobody signed can still show anything on a page.
  if (fields.length > 1) return notSigned("document-changed");
  const [field] = signed;
  const signature = field && revisions.now(field.value.entries.get("V"));
  if (signature?.kind !== "dictionary") return notSigned("unsigned");
  return coveredBy(revisions, signature, firstLength);
}

const nothing: PdfDictionary = { kind: "dictionary", entries: new Map() };

function dictionary(value: PdfValue | undefined): PdfDictionary {
  return value?.kind === "dictionary" ? value : nothing;
}

function nameOf(value: PdfValue | undefined): string | undefined {
  return value?.kind === "name" ? value.value : undefined;
}

interface SignatureField {
  readonly reference: PdfReference;
  readonly value: PdfDictionary;
}

/**
 * Returns the fields of the appended form; undefined if the form is XFA, or a field is not new, is not for a signature,
 * or has actions, parents or kids.
 */
function fieldsOf(revisions: Revisions, root: PdfDictionary): readonly SignatureField[] | undefined {
  const form = dictionary(revisions.now(root.entries.get("AcroForm")));
  const list = revisions.now(form.entries.get("Fields"));
  if (form.entries.has("XFA")) return undefined;
  const fields: SignatureField[] = [];
  for (const reference of list?.kind === "array" ? list.items : []) {
    const value = dictionary(revisions.now(reference));
    const isNew = reference.kind === "reference" && !revisions.isOld(reference.number);
    if (!isNew || nameOf(value.entries.get("FT")) !== "Sig") return undefined;
    if (["Kids", "A", "AA", "Parent"].some((name) => value.entries.has(name))) return undefined;
    fields.push({ reference, value });
  }
  return fields;
}

/**
 * Returns why the appended objects change more of the first revision than a signature may; undefined if they do not.
 */
function changeRefusal(
  revisions: Revisions,
  fields: readonly SignatureField[],
  largestShare: number,
): SignatureRefusal | undefined {
  const pages = pagesOf(revisions);
  for (const { number, value } of revisions.appended.values()) {
    const refusal = revisions.isOld(number) ? objectRefusal(revisions, pages, number, dictionary(value)) : undefined;
    if (refusal) return refusal;
  }
  const refused = pages.map((page) => pageRefusal(revisions, page, fields, largestShare)).find((refusal) => refusal);
  if (refused) return refused;
  // Many small boxes can cover a page as one large box does.
  const added = pages.flatMap((page) => boxesOn(revisions, page).slice(itemsOf(revisions.before(page.annots)).length));
  return added.length > 1 ? "page-changed" : undefined;
}

/** Returns why an object of the first revision may not be replaced by this one; undefined if it may. */
function objectRefusal(
  revisions: Revisions,
  pages: readonly OldPage[],
  number: number,
  now: PdfDictionary,
): SignatureRefusal | undefined {
  const old = dictionary(revisions.before({ kind: "reference", number, generation: 0 }));
  if (number === revisions.root.number) return grewOnlyBy(old, now, rootMayGain) ? undefined : "document-changed";
  if (pages.some((page) => page.number === number))
    return isSameBut(old, now, pageMayChange) ? undefined : "page-changed";
  if (isReference(revisions.info, number)) return isSameBut(old, now, infoMayChange) ? undefined : "document-changed";
  const metadata = dictionary(revisions.before(revisions.root)).entries.get("Metadata");
  const isHarmless = isReference(metadata, number) || pages.some((page) => isReference(page.annots, number));
  return isHarmless ? undefined : "document-changed";
}

function isReference(value: PdfValue | undefined, number: number): boolean {
  return value?.kind === "reference" && value.number === number;
}

/** Whether two dictionaries are equal, except for some entries. */
function isSameBut(old: PdfDictionary, now: PdfDictionary, but: ReadonlySet<string>): boolean {
  const names = new Set([...old.entries.keys(), ...now.entries.keys()]);
  return [...names].every((name) => but.has(name) || written(old.entries.get(name)) === written(now.entries.get(name)));
}

/** Whether a dictionary keeps every old entry as it was, and adds none but the allowed ones. */
function grewOnlyBy(old: PdfDictionary, now: PdfDictionary, gains: ReadonlySet<string>): boolean {
  return (
    [...now.entries].every(([name, value]) =>
      old.entries.has(name) ? written(old.entries.get(name)) === written(value) : gains.has(name),
    ) && [...old.entries.keys()].every((name) => now.entries.has(name))
  );
}

interface OldPage {
  readonly number: number;
  readonly annots: PdfValue | undefined;
}

/**
 * Returns the pages of the first revision. Throws `SyntaxError` for a tree of several levels, which the office never
 * makes.
 */
function pagesOf(revisions: Revisions): readonly OldPage[] {
  const root = dictionary(revisions.before(revisions.root));
  const tree = dictionary(revisions.before(root.entries.get("Pages")));
  const kids = revisions.before(tree.entries.get("Kids"));
  return (kids?.kind === "array" ? kids.items : []).flatMap((kid) => {
    const page = dictionary(revisions.before(kid));
    if (kid.kind !== "reference" || nameOf(page.entries.get("Type")) !== "Page")
      throw new SyntaxError("pages that the office's PDF renderer did not make");
    return [{ number: kid.number, annots: page.entries.get("Annots") }];
  });
}

function itemsOf(value: PdfValue | undefined): readonly PdfValue[] {
  return value?.kind === "array" ? value.items : [];
}

function pageNow(revisions: Revisions, { number }: OldPage): PdfDictionary {
  return dictionary(revisions.now({ kind: "reference", number, generation: 0 }));
}

function boxesOn(revisions: Revisions, page: OldPage): readonly PdfValue[] {
  return itemsOf(revisions.now(pageNow(revisions, page).entries.get("Annots")));
}

/**
 * Returns why the change of a page is refused: `page-changed` if an old box is changed or gone, or an added one is no
 * signature's; `seal-too-large` if an added box covers too much of the page. Undefined if the change is allowed.
 */
function pageRefusal(
  revisions: Revisions,
  page: OldPage,
  fields: readonly SignatureField[],
  largestShare: number,
): SignatureRefusal | undefined {
  const before = itemsOf(revisions.before(page.annots));
  const now = boxesOn(revisions, page);
  if (before.some((old, index) => written(old) !== written(now[index]))) return "page-changed";
  const sheet = pageNow(revisions, page).entries.get("MediaBox");
  for (const added of now.slice(before.length)) {
    const field = fields.find(({ reference }) => written(reference) === written(added));
    if (!field || nameOf(field.value.entries.get("Subtype")) !== "Widget") return "page-changed";
    if (areaOf(revisions.now(field.value.entries.get("Rect"))) > largestShare * areaOf(sheet)) return "seal-too-large";
  }
  return undefined;
}

function areaOf(box: PdfValue | undefined): number {
  const sides = itemsOf(box).flatMap((side) => (side.kind === "number" ? [side.value] : []));
  const [left, low, right, high] = sides;
  if (left === undefined || low === undefined || right === undefined || high === undefined)
    throw new SyntaxError("a box without its four sides");
  return Math.abs((right - left) * (high - low));
}

/**
 * Returns the signature, if it covers the whole file except the text that holds it; else `not-whole` or
 * `signature-form`.
 */
function coveredBy({ file, now }: Revisions, { entries }: PdfDictionary, firstLength: number): Checked<PdfSignature> {
  const form = nameOf(entries.get("SubFilter"));
  if (form === undefined || !signatureForms.has(form)) return notSigned("signature-form");
  const contents = entries.get("Contents");
  const range = itemsOf(now(entries.get("ByteRange"))).map((one) => (one.kind === "number" ? one.value : -1));
  if (contents?.kind !== "text" || !contents.hex || contents.from <= firstLength) return notSigned("signature-form");
  const [start, first, second, last, ...more] = range;
  const isWhole =
    start === 0 &&
    first === contents.from &&
    second === contents.to &&
    last === file.length - contents.to &&
    more.length === 0;
  if (!isWhole) return notSigned("not-whole");
  const made = entries.get("M");
  return ok({
    signedBytes: Buffer.concat([file.subarray(0, contents.from), file.subarray(contents.to)]),
    cms: contents.bytes,
    madeAt: made?.kind === "text" ? instantOf(made.bytes.toString("latin1")) : undefined,
  });
}

/** Returns a date of a PDF (`D:20261224150000-05'00'`) as an instant; undefined if it is no date, or has no zone. */
function instantOf(text: string): string | undefined {
  const [, year, month, day, hour, minute, second, zone, zoneHour = "00", zoneMinute = "00"] =
    /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(Z)(?:00'?00'?)?|[+-](?=\d)(?:(\d\d)'?(\d\d)?'?))$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const offset = zone === "Z" ? "Z" : `${text.charAt(16)}${zoneHour}:${zoneMinute}`;
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}
