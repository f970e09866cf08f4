import { type CheckedFile, type FileCheck, isBlank, isScript, isTooLarge } from "./file-check.ts";

const start = 0xd8;
const end = 0xd9;
const scan = 0xda;
/** More than any camera writes; each makes a reader go over the whole picture. */
const mostScans = 100;

interface JpegParts {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly scans: number;
  /** What it carries besides the picture. */
  readonly notes: readonly Buffer[];
  /** Where what comes after it begins; none when it never ends. */
  readonly ends: number | undefined;
}

/** The parts of a JPEG that begins at `from`; nothing when it is not built as one. */
export function jpegParts(bytes: Buffer, from = 0): JpegParts | undefined {
  if (bytes[from] !== 0xff || bytes[from + 1] !== start) return undefined;
  const notes: Buffer[] = [];
  const parts = { width: 0, height: 0, components: 0, scans: 0, notes };
  let part = partAt(bytes, from + 2);
  while (part && part !== "cut" && part.marker !== end) {
    const { marker, body, after } = part;
    if (isFrame(marker)) Object.assign(parts, frameOf(body));
    if (isNote(marker)) notes.push(body);
    if (marker === scan) parts.scans += 1;
    part = partAt(bytes, marker === scan ? afterScan(bytes, after) : after);
  }
  return part && { ...parts, ends: part === "cut" ? undefined : part.after };
}

interface Part {
  readonly marker: number;
  readonly body: Buffer;
  readonly after: number;
}

/** The part that stands at a place; nothing when none does. */
function partAt(bytes: Buffer, from: number): Part | "cut" | undefined {
  let at = from;
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
  const marker = bytes[at + 1];
  if (marker === undefined) return "cut";
  if (bytes[at] !== 0xff) return undefined;
  if (marker === end) return { marker, body: Buffer.alloc(0), after: at + 2 };
  if (at + 4 > bytes.length) return "cut";
  const length = bytes.readUInt16BE(at + 2);
  return length < 2 ? undefined : { marker, body: bytes.subarray(at + 4, at + 2 + length), after: at + 2 + length };
}

function frameOf(body: Buffer): Pick<JpegParts, "width" | "height" | "components"> {
  if (body.length < 6) return { width: 0, height: 0, components: 0 };
  return { height: body.readUInt16BE(1), width: body.readUInt16BE(3), components: body[5] ?? 0 };
}

/** What a program or a camera wrote of the picture. */
function isNote(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
}

/** The markers that say how large the picture is. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Where the next marker stands behind a scan's own bytes. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/**
 * Whether what follows a photo is what telephones add: smaller pictures of the same (their brightness, another lens), a
 * moment of video, or the maker's own notes.
 */
function isKnownTail(bytes: Buffer, from: number, { notes }: JpegParts): boolean {
  const stated = notes.map((note) => note.toString("latin1")).join("\n");
  let at = from;
  while (jpegParts(bytes, at)?.ends !== undefined) at = jpegParts(bytes, at)?.ends ?? bytes.length;
  const rest = bytes.subarray(at);
  if (isBlank(rest)) return at === from || /^MPF\0/m.test(stated) || /hdrgm:|GContainer/.test(stated);
  if (rest.subarray(-4).toString("latin1") === "SEFT" && rest.includes("SEFH")) return true;
  return rest.subarray(4, 8).toString("latin1") === "ftyp" && /MotionPhoto|MicroVideo/.test(stated);
}

const parts = ({ bytes }: CheckedFile): JpegParts => jpegParts(bytes) ?? { ...nothing, ends: bytes.length };
const nothing = { width: 0, height: 0, components: 0, scans: 0, notes: [], ends: undefined };

export const jpegChecks: readonly FileCheck[] = [
  {
    name: "jpeg-structure",
    of: ["image/jpeg"],
    find: ({ bytes }) => {
      const found = jpegParts(bytes);
      if (found && found.ends === undefined) return "incomplete";
      const isWhole = found && found.width > 0 && found.height > 0 && found.scans > 0;
      return isWhole && [1, 3, 4].includes(found.components) ? undefined : "damaged";
    },
  },
  {
    name: "jpeg-pixels",
    of: ["image/jpeg"],
    find: (file) => (isTooLarge(parts(file).width, parts(file).height) ? "too-many-pixels" : undefined),
  },
  {
    name: "jpeg-scans",
    of: ["image/jpeg"],
    find: (file) => (parts(file).scans > mostScans ? "too-much-inside" : undefined),
  },
  {
    name: "jpeg-notes",
    of: ["image/jpeg"],
    find: (file) => (parts(file).notes.some(isScript) ? "program" : undefined),
  },
  {
    name: "jpeg-tail",
    of: ["image/jpeg"],
    find: (file) => {
      const found = parts(file);
      return isKnownTail(file.bytes, found.ends ?? file.bytes.length, found) ? undefined : "two-in-one";
    },
  },
];
