import { crc32, inflateSync } from "node:zlib";
import { type CheckedFile, carriesAnother, type FileCheck, isBlank, isScript, isTooLarge } from "./file-check.ts";
import { inflatedSize } from "./inflated-size.ts";

interface Chunk {
  readonly name: string;
  readonly body: Buffer;
  readonly isSound: boolean;
}

interface PngParts {
  readonly chunks: readonly Chunk[];
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly isInterlaced: boolean;
  /** The offset just after its end; `undefined` when it has no end. */
  readonly ends: number | undefined;
}

const headLength = 8;

function pngParts(bytes: Buffer): PngParts {
  const chunks: Chunk[] = [];
  let at = headLength;
  let ends: number | undefined;
  while (ends === undefined && at + 12 <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    const after = at + 12 + length;
    if (after > bytes.length) break;
    const name = bytes.toString("latin1", at + 4, at + 8);
    const isSound = crc32(bytes.subarray(at + 4, after - 4)) === bytes.readUInt32BE(after - 4);
    chunks.push({ name, body: bytes.subarray(at + 8, after - 4), isSound });
    at = after;
    if (name === "IEND") ends = at;
  }
  const [first] = chunks;
  const head = first?.name === "IHDR" && first.body.length === 13 ? first.body : Buffer.alloc(13);
  return {
    chunks,
    width: head.readUInt32BE(0),
    height: head.readUInt32BE(4),
    depth: head[8] ?? 0,
    colour: head[9] ?? 0,
    isInterlaced: head[12] === 1,
    ends,
  };
}

/** Values of a pixel, by the type of colour. */
const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Returns how many bytes the picture decompresses to; for an interlaced one, a little more than that. */
function pictureBytes({ width, height, depth, colour, isInterlaced }: PngParts): number {
  const rows = Math.ceil((width * depth * (channelsOf[colour] ?? 1)) / 8) + 1;
  return rows * height * (isInterlaced ? 1.1 : 1) + (isInterlaced ? 64 * 1024 : 0);
}

/** What a picture may hold in memory while it is drawn: well under what the function has. */
const mostHeldBytes = 900_000_000;

/**
 * Returns about how many bytes the decoder holds at most: the picture as it is stored, twice, and four bytes for each
 * pixel; of 16 bits a colour, eight and then four.
 */
function heldBytes(parts: PngParts): number {
  return 2 * pictureBytes(parts) + parts.width * parts.height * (parts.depth === 16 ? 12 : 4);
}

const mostNoteBytes = 8_000_000;

/** Returns the offset of the compressed part of a text chunk; `undefined` when it has none. */
function compressedFrom({ name, body }: Chunk): number | undefined {
  const keyword = body.indexOf(0);
  if (keyword < 0) return undefined;
  if (name === "zTXt" || name === "iCCP") return keyword + 2;
  if (name !== "iTXt" || body[keyword + 1] !== 1) return undefined;
  return body.indexOf(0, body.indexOf(0, keyword + 3) + 1) + 1;
}

/**
 * Returns the decompressed text of a chunk, or its bytes unchanged if they cannot be decompressed; `undefined` if the
 * text is over 8 MB.
 */
function noteText(note: Chunk): Buffer | undefined {
  const from = compressedFrom(note);
  if (from === undefined) return note.body;
  try {
    return inflateSync(note.body.subarray(from), { maxOutputLength: mostNoteBytes });
  } catch (failure) {
    const isSwollen = failure instanceof Error && "code" in failure && failure.code === "ERR_BUFFER_TOO_LARGE";
    return isSwollen ? undefined : note.body;
  }
}

/** The chunks needed to draw a PNG; any other must begin with a small letter (PNG, 5.4). */
const needed = ["IHDR", "PLTE", "IDAT", "IEND"];

const notesOf = (file: CheckedFile) =>
  pngParts(file.bytes).chunks.filter(({ name }) => !/^(IDAT|PLTE|IHDR)$/.test(name));

export const pngChecks: readonly FileCheck[] = [
  {
    name: "png-structure",
    of: ["image/png"],
    find: ({ bytes }) => {
      const { chunks, width, height, ends } = pngParts(bytes);
      if (chunks.some(({ isSound }) => !isSound)) return "damaged";
      if (ends === undefined) return "incomplete";
      const isWhole = width > 0 && height > 0 && chunks.some(({ name }) => name === "IDAT");
      return isWhole ? undefined : "damaged";
    },
  },
  {
    name: "png-parts",
    of: ["image/png"],
    find: ({ bytes }) =>
      pngParts(bytes).chunks.every(({ name }) => needed.includes(name) || /^[a-z]/.test(name))
        ? undefined
        : "unknown-part",
  },
  {
    // The decoder obeys the last head, and the sizes checked here are the first's.
    name: "png-heads",
    of: ["image/png"],
    find: ({ bytes }) =>
      pngParts(bytes).chunks.filter(({ name }) => name === "IHDR").length > 1 ? "damaged" : undefined,
  },
  {
    name: "png-pixels",
    of: ["image/png"],
    find: ({ bytes }) => (isTooLarge(pngParts(bytes).width, pngParts(bytes).height) ? "too-many-pixels" : undefined),
  },
  {
    name: "png-memory",
    of: ["image/png"],
    find: ({ bytes }) => (heldBytes(pngParts(bytes)) > mostHeldBytes ? "too-many-pixels" : undefined),
  },
  {
    name: "png-picture",
    of: ["image/png"],
    find: async ({ bytes }) => {
      const parts = pngParts(bytes);
      const picture = Buffer.concat(parts.chunks.filter(({ name }) => name === "IDAT").map(({ body }) => body));
      const expected = pictureBytes(parts);
      const size = await inflatedSize(picture, expected);
      if (size > expected) return "too-much-inside";
      return parts.isInterlaced || size === expected ? undefined : "incomplete";
    },
  },
  {
    name: "png-animation",
    of: ["image/png"],
    find: ({ bytes }) =>
      pngParts(bytes).chunks.some(({ name }) => name === "acTL" || name === "fcTL") ? "animated" : undefined,
  },
  {
    name: "png-note-size",
    of: ["image/png"],
    find: (file) => (notesOf(file).some((note) => noteText(note) === undefined) ? "too-much-inside" : undefined),
  },
  {
    name: "png-notes",
    of: ["image/png"],
    find: (file) => {
      const texts = notesOf(file).map((note) => noteText(note) ?? note.body);
      return texts.some((text) => isScript(text) || carriesAnother(text)) ? "program" : undefined;
    },
  },
  {
    name: "png-tail",
    of: ["image/png"],
    find: ({ bytes }) => (isBlank(bytes.subarray(pngParts(bytes).ends ?? bytes.length)) ? undefined : "two-in-one"),
  },
];
