import { type CheckedFile, type FileCheck, isBlank, isScript, isTooLarge } from "./file-check.ts";

const start = 0xd8;
const end = 0xd9;
const scan = 0xda;
/** More scans than any camera writes; a reader goes over the whole picture for each. */
const mostScans = 100;

interface JpegParts {
  readonly width: number;
  readonly height: number;
  /** How many colour channels it has: 1 for grey, 4 for CMYK. */
  readonly components: number;
  /** How many passes its pixels are stored in. */
  readonly scans: number;
  /** The contents of its metadata segments. */
  readonly notes: readonly Buffer[];
  /** The offset just after its end; `undefined` when it has no end. */
  readonly ends: number | undefined;
}

/**
 * Returns what the segments of a JPEG that begins at the offset `from` say of it. Returns `undefined` if no JPEG begins
 * there or a segment is malformed. If the bytes end before the JPEG does, returns what was read until then.
 */
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

/** Returns the segment at an offset; `"cut"` when the bytes end within its header, `undefined` when there is none. */
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

/** Whether a marker begins metadata, written by a program or a camera. */
function isNote(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
}

/** Whether a marker states the size of the picture. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** Returns the offset of the first marker after a scan's data. */
function afterScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

/**
 * Whether what follows a photo is what phones add: smaller pictures of the same (brightness map, another lens), a
 * moment of video, or the maker's own data.
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
