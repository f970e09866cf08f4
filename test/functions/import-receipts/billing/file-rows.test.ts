import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { fileKinds } from "../../../../functions/import-receipts/file-kinds.ts";
import { type FileRow, fileRows } from "../../../../functions/import-receipts/file-rows.ts";
import { fingerprintOf } from "../../../../functions/import-receipts/fingerprint.ts";
import { positionOf } from "../../../../functions/import-receipts/plan.ts";
import { scanFile } from "../../../../functions/import-receipts/scan.ts";
import { tenant } from "../../../../settings.ts";
import { paymentColumns } from "../../../../shared/domain/billing/payment-file.ts";

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("rows of a file", () => {
  it.each<[string, readonly (readonly [cells: string[], line: number])[], string]>([
    [
      "a;b\n1;2",
      [
        [["a", "b"], 1],
        [["1", "2"], 2],
      ],
      "a header is line 1",
    ],
    [
      "a;b\r\n1;2\r\n",
      [
        [["a", "b"], 1],
        [["1", "2"], 2],
      ],
      "CRLF is one end",
    ],
    [
      "\n\na;b\n\n\n1;2",
      [
        [["a", "b"], 3],
        [["1", "2"], 6],
      ],
      "blank lines are counted and are no rows",
    ],
    [
      "a;b\n1;\n;2\n;\n",
      [
        [["a", "b"], 1],
        [["1", ""], 2],
        [["", "2"], 3],
        [["", ""], 4],
      ],
      "empty cells are cells",
    ],
    [
      "a;b\n1\n1;2;3\n",
      [
        [["a", "b"], 1],
        [["1"], 2],
        [["1", "2", "3"], 3],
      ],
      "ragged rows are rows",
    ],
    [
      '"a";"b;c"\n"1""2";\'3\'',
      [
        [["a", "b;c"], 1],
        [['1"2', "'3'"], 2],
      ],
      "quotes hold a separator and a quote",
    ],
    [
      "\uFEFFa\n1",
      [
        [["a"], 1],
        [["1"], 2],
      ],
      "a byte-order mark is no text",
    ],
    [
      '\uFEFF"a"\n1',
      [
        [["a"], 1],
        [["1"], 2],
      ],
      "nor before a quote",
    ],
    [
      "a\n\uFEFF1",
      [
        [["a"], 1],
        [["1"], 2],
      ],
      "nor anywhere, as decoders have it",
    ],
    [
      "a\nÑandú €",
      [
        [["a"], 1],
        [["Ñandú €"], 2],
      ],
      "UTF-8",
    ],
    ["", [], "nothing"],
    ["\uFEFF", [], "nothing but a mark"],
    ["é", [[["é"], 1]], "shorter than a mark"],
  ])("%j: %j (%s)", async (text, expected) => {
    for (const size of [1, 2, 3, 1_000]) {
      const rows = await all(fileRows(pieces(Buffer.from(text), size), "utf-8"));
      expect(rows.map(({ cells, line }) => [cells, line])).toEqual(expected);
    }
  });

  it("lets a failing source fail, and is not a fault of the file", async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from("a;b\n1;2\n");
      throw new Error("the connection was lost");
    }
    await expect(all(fileRows(broken(), "utf-8"))).rejects.toThrow("the connection was lost");
  });

  it("stops its source when it is read no further", async () => {
    const ended = vi.fn();
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) yield Buffer.from("1;2\n".repeat(10_000));
      } finally {
        ended();
      }
    }
    const rows = fileRows(endless(), "utf-8");
    await rows.next();
    await rows.return(undefined);
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce());
  });
});

describe("a file cut into ranges", () => {
  const kind = fileKinds(tenant).payments;
  const cell = fc.string({ unit: fc.constantFrom("a", "1", "ñ", "€", " ", "-", "="), maxLength: 4 });
  const quoted = cell.map((text) => `"${text};"""`);
  const row = fc.array(fc.oneof({ weight: 4, arbitrary: cell }, quoted), { minLength: 2, maxLength: 10 });
  const end = fc.constantFrom("\n", "\r\n", "\n\n", "\r\n\r\n\n");

  it("gives, range by range, the rows, lines and cells of the whole", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(row, end), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 7 }),
        fc.constantFrom("", "\uFEFF", "\n", "\uFEFF\r\n"),
        async (written, rowsPerRange, before) => {
          const text =
            before + paymentColumns.join(";") + written.map(([cells, ends]) => ends + cells.join(";")).join("");
          const bytes = Buffer.from(text);
          const scanned = await scanFile(pieces(bytes, 11), "utf-8", kind, rowsPerRange);
          if (!scanned.ok) throw new Error(scanned.failure);
          const inRanges: FileRow[] = [];
          for (const range of scanned.value.ranges) {
            const rows = await all(
              fileRows(pieces(bytes.subarray(range.start, range.end), 7), "utf-8", positionOf(range)),
            );
            expect(rows).toHaveLength(range.rows);
            inRanges.push(...rows);
          }
          const [, ...whole] = await all(fileRows(pieces(bytes, 1_000), "utf-8"));
          expect(inRanges).toEqual(whole);
          expect(scanned.value.rows).toBe(whole.length);
        },
      ),
      { numRuns: 200, seed: 20_261_124 },
    );
  });
});

describe("what the bytes of a file are", () => {
  it.each<[string, Uint8Array, "utf-8" | "windows-1252", boolean]>([
    ["ASCII", Buffer.from("a;b"), "utf-8", false],
    ["UTF-8", Buffer.from("ñ€😀"), "utf-8", false],
    ["Latin-1", Buffer.from("ñ", "latin1"), "windows-1252", false],
    ["UTF-8 cut inside a letter at the end", Buffer.from("€").subarray(0, 2), "windows-1252", false],
    ["a surrogate in UTF-8's manner", Buffer.from([0xed, 0xa0, 0x80]), "windows-1252", false],
    ["more than the shortest form of a letter", Buffer.from([0xc0, 0xaf]), "windows-1252", false],
    ["a NUL", Buffer.from("a\0b"), "utf-8", true],
    ["UTF-16", Buffer.from("\uFEFFab", "utf16le"), "windows-1252", true],
    ["nothing", Buffer.alloc(0), "utf-8", false],
  ])("%s", async (_, bytes, encoding, binary) => {
    for (const size of [1, 2, 1_000]) {
      expect(await fingerprintOf(pieces(bytes, size))).toMatchObject({ encoding, binary });
    }
  });

  it("takes the SHA-256 of all of them", async () => {
    expect((await fingerprintOf(pieces(Buffer.from("abc"), 2))).sha256).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});
