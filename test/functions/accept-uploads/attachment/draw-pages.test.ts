import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import { drawnPages } from "../../../../functions/accept-uploads/draw-pages.ts";
import { jpegParts } from "../../../../functions/accept-uploads/jpeg-checks.ts";
import { upright } from "../../../../functions/accept-uploads/picture.ts";
import { mergePdf, sourcePagesOf } from "../../../../shared/documents/pdf-merge.ts";
import type { FileType } from "../../../../shared/domain/submission/submission.ts";
import { rawPdf } from "../../../corpora/pdf-files.ts";
import { chunk, exif, heic, jpeg, jpegWith, rawPng, tiff } from "../../../corpora/photo-files.ts";

async function sidesOf(contentType: FileType, bytes: Buffer) {
  const sides: (number | undefined)[][] = [];
  for await (const page of drawnPages(contentType, bytes)) {
    const { width, height } = jpegParts(Buffer.from(page)) ?? {};
    sides.push([width, height]);
  }
  return sides;
}

describe("a photo is drawn as it was seen", () => {
  const png = (orientation: number) => rawPng({ width: 40, height: 20, notes: [chunk("eXIf", tiff(orientation))] });

  it.each([
    ["a JPEG", "image/jpeg", jpegWith([exif(1)], jpeg(40, 20)), [1754, 877]],
    ["a JPEG held on its side", "image/jpeg", jpegWith([exif(6)], jpeg(40, 20)), [877, 1754]],
    ["a PNG", "image/png", png(1), [40, 20]],
    ["a PNG held upside down", "image/png", png(3), [40, 20]],
    ["a PNG held on its side", "image/png", png(6), [20, 40]],
    ["a PNG of a way that there is not", "image/png", png(9), [40, 20]],
    [
      "a PNG whose mark is cut",
      "image/png",
      rawPng({ width: 40, height: 20, notes: [chunk("eXIf", "MM\0*")] }),
      [40, 20],
    ],
  ] as const)("%s", async (_, type, bytes, sides) => {
    expect(await sidesOf(type, bytes)).toEqual([sides]);
  });

  it("a HEIC, which its decoder turns", async () => {
    expect(await sidesOf("image/heic", await heic(96, 128))).toEqual([[96, 128]]);
  });

  // Two points side by side, the left one dark: where is the dark one?
  it.each([
    [1, 2, [0, 255]],
    [2, 2, [255, 0]],
    [3, 2, [255, 0]],
    [4, 2, [0, 255]],
    [5, 1, [0, 255]],
    [6, 1, [0, 255]],
    [7, 1, [255, 0]],
    [8, 1, [255, 0]],
  ])("held the %s. way, its points stand where they were seen across", (orientation, width, red) => {
    const shown = upright(
      { width: 2, height: 1, data: Uint8Array.from([0, 0, 0, 255, 255, 255, 255, 255]) },
      orientation,
    );
    expect([shown.width, [shown.data[0], shown.data[4]]]).toEqual([width, red]);
  });

  it.each([
    [1, 1, [0, 255]],
    [2, 1, [0, 255]],
    [3, 1, [255, 0]],
    [4, 1, [255, 0]],
    [5, 2, [0, 255]],
    [6, 2, [255, 0]],
    [7, 2, [255, 0]],
    [8, 2, [0, 255]],
  ])("held the %s. way, its points stand where they were seen down", (orientation, width, red) => {
    const shown = upright(
      { width: 1, height: 2, data: Uint8Array.from([0, 0, 0, 255, 255, 255, 255, 255]) },
      orientation,
    );
    expect([shown.width, [shown.data[0], shown.data[4]]]).toEqual([width, red]);
  });
});

it("a page a thousand times as wide as high is drawn with a row of points", async () => {
  const bytes = Buffer.from(rawPdf().toString("latin1").replace("[0 0 595 842]", "[0 0 9000 1]"), "latin1");
  expect(await sidesOf("application/pdf", bytes)).toEqual([[1754, 1]]);
});

it.each([
  ["image/jpeg", jpegWith([exif(6)], jpeg(40, 20))],
  ["image/png", rawPng({ width: 40, height: 20, notes: [chunk("eXIf", tiff(6))] })],
] as const)("a copy of a case file turns %s as what staff see", async (type, bytes) => {
  const sourcePages = await sourcePagesOf(bytes, type);
  if (!sourcePages) throw new Error("no pages");
  const madeAt = "2026-11-24T15:00:00.000Z";
  const merged = await PDFDocument.load(
    await mergePdf({ title: "", author: "", madeAt, pieces: [{ sourcePages, title: "" }] }),
  );
  const contents = merged.getPage(0).node.Contents();
  const stream = contents instanceof PDFArray ? contents.lookup(0) : contents;
  if (!(stream instanceof PDFRawStream)) throw new Error("no content");
  const drawn = Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
  const matrices = [...drawn.matchAll(/^(\S+) (\S+) (\S+) (\S+) \S+ \S+ cm/gm)];
  expect(matrices.map(([, ...matrix]) => matrix.map((one) => Math.round(Number(one))))).toContainEqual([0, -1, 1, 0]);
});
