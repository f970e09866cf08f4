import { type FileCheck, isBlank, isTooLarge } from "./file-check.ts";

interface Box {
  readonly name: string;
  readonly body: Buffer;
}
interface Boxes {
  readonly boxes: readonly Box[];
  /** The bytes after the last whole box. */
  readonly rest: Buffer;
}

/** Returns the boxes that follow one another in some bytes. */
function boxesIn(bytes: Buffer): Boxes {
  const boxes: Box[] = [];
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1 && at + 16 <= bytes.length;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short === 0 ? bytes.length - at : short;
    const head = isLong ? 16 : 8;
    if (size < head || at + size > bytes.length) break;
    boxes.push({ name: bytes.toString("latin1", at + 4, at + 8), body: bytes.subarray(at + head, at + size) });
    at += size;
  }
  return { boxes, rest: bytes.subarray(at) };
}

/**
 * Returns the body of the one box of a name; `undefined` if there is none, or several, of which a decoder may take
 * another.
 */
function inside(bytes: Buffer, name: string): Buffer | undefined {
  const [one, another] = boxesIn(bytes).boxes.filter((box) => box.name === name);
  return another ? undefined : one?.body;
}

/** Returns the width and height that each picture of a HEIC states. */
function sizesOf(bytes: Buffer): readonly (readonly [width: number, height: number])[] {
  const meta = inside(bytes, "meta")?.subarray(4);
  const properties = meta && inside(meta, "iprp");
  const shared = properties && inside(properties, "ipco");
  if (!shared) return [];
  return boxesIn(shared)
    .boxes.filter(({ name, body }) => name === "ispe" && body.length >= 12)
    .map(({ body }) => [body.readUInt32BE(4), body.readUInt32BE(8)] as const);
}

/** The boxes of a HEIC. If one of these states more bytes than follow, the file was cut. */
const mainBoxes = /^(?:meta|mdat|free|skip|uuid|moov)$/;

export const heicChecks: readonly FileCheck[] = [
  {
    name: "heic-structure",
    of: ["image/heic"],
    find: ({ bytes }) => {
      const { boxes, rest } = boxesIn(bytes);
      const names = boxes.map(({ name }) => name);
      if (names.includes("moov")) return "animated";
      if (rest.length >= 8 && mainBoxes.test(rest.toString("latin1", 4, 8))) return "incomplete";
      const sizes = sizesOf(bytes);
      const isWhole = sizes.length > 0 && sizes.every(([width, height]) => width > 0 && height > 0);
      return isWhole && (names.includes("mdat") || bytes.includes("idat")) ? undefined : "damaged";
    },
  },
  {
    name: "heic-pixels",
    of: ["image/heic"],
    find: ({ bytes }) =>
      sizesOf(bytes).some(([width, height]) => isTooLarge(width, height)) ? "too-many-pixels" : undefined,
  },
  {
    name: "heic-tail",
    of: ["image/heic"],
    find: ({ bytes }) => {
      const { rest } = boxesIn(bytes);
      return isBlank(rest) || rest.subarray(-4).toString("latin1") === "SEFT" ? undefined : "two-in-one";
    },
  },
];
