import {
  degrees,
  PDFDocument,
  type PDFFont,
  PDFHexString,
  type PDFImage,
  PDFName,
  PDFNumber,
  type PDFPage,
  type PDFRef,
  rgb,
  StandardFonts,
} from "@cantoo/pdf-lib";
import { type Folios, folioText } from "../domain/case-copy/case-copy.ts";
import { exifOrientation, turnOf } from "./exif-orientation.ts";
import { openPdf } from "./pdf-parser.ts";

/** Source pages that can be merged: a PDF, or a photo, which becomes one page. */
export type SourcePages =
  /** `isSigned`: whether the file holds an electronic signature. */
  | { readonly kind: "pdf"; readonly pdf: PDFDocument; readonly pages: number; readonly isSigned: boolean }
  | {
      readonly kind: "photo";
      readonly bytes: Uint8Array;
      readonly type: "image/jpeg" | "image/png";
      readonly pages: 1;
      /** Pixels that are decoded in memory to merge it: 0 for a JPEG, which is copied as it is. */
      readonly pixelsHeld: number;
    };

/**
 * Returns the pages of a file in a form that `mergePdf` takes. Returns undefined if `contentType` is not that of a PDF,
 * JPEG or PNG, if the file is encrypted or broken, if a PDF has no pages, or if a PNG has more than 9 million pixels.
 */
export async function sourcePagesOf(bytes: Uint8Array, contentType: string): Promise<SourcePages | undefined> {
  if (contentType === "image/jpeg" || contentType === "image/png") return await photoOf(bytes, contentType);
  if (contentType !== "application/pdf") return undefined;
  try {
    const pdf = await openPdf(bytes);
    const pages = pdf.getPageCount();
    if (pages === 0) return undefined;
    return { kind: "pdf", pdf, pages, isSigned: Buffer.from(bytes).includes("/ByteRange") };
  } catch {
    // Encrypted, cut off, or against the format: the caller treats every such file alike.
    return undefined;
  }
}

/**
 * A page of A4 at 300 dots an inch has 8.7 million pixels. Each takes some eight bytes while it is drawn, however small
 * the file.
 */
const mostPixels = 9_000_000;

/** The pixels of a PNG by its header; infinite if it has none, or a second one, which the library would follow. */
function pngPixels(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 24 || file.indexOf("IHDR") !== 12 || file.lastIndexOf("IHDR") !== 12)
    return Number.POSITIVE_INFINITY;
  return file.readUInt32BE(16) * file.readUInt32BE(20);
}

/**
 * Draws a photo on a page that is thrown away: whether the library can draw it must be known before pages are numbered.
 */
async function photoOf(bytes: Uint8Array, type: "image/jpeg" | "image/png"): Promise<SourcePages | undefined> {
  const pixelsHeld = type === "image/png" ? pngPixels(bytes) : 0;
  if (pixelsHeld > mostPixels) return undefined;
  try {
    await imageIn(await PDFDocument.create({ updateMetadata: false }), bytes, type);
    return { kind: "photo", bytes, type, pages: 1, pixelsHeld };
  } catch {
    return undefined;
  }
}

function imageIn(pdf: PDFDocument, bytes: Uint8Array, type: "image/jpeg" | "image/png"): Promise<PDFImage> {
  return type === "image/jpeg" ? pdf.embedJpg(bytes) : pdf.embedPng(bytes);
}

export interface PieceToMerge {
  readonly sourcePages: SourcePages;
  /** Its title in the PDF's outline. */
  readonly title: string;
  /** The folios it takes, more than its pages if one sheet replaces several; absent: its pages bear no folio. */
  readonly folios?: Folios | undefined;
  /** Printed under a photo. */
  readonly caption?: string | undefined;
}

/** A PDF to make of several sources. */
export interface MergedPdf {
  readonly title: string;
  readonly author: string;
  readonly madeAt: string;
  /** Printed on each page after its folio; absent: folios are only the page labels of the PDF. */
  readonly stamp?: string | undefined;
  readonly pieces: readonly PieceToMerge[];
}

const a4 = { width: 595.28, height: 841.89 };
const margin = 40;

/**
 * Returns one PDF of all pieces in their order, with an outline and the folios as page labels. The same pieces give the
 * same bytes. Pages of a piece without folios are labelled «índice». If a piece has more folios than pages, its last
 * page takes the rest. Characters of captions and stamps outside Latin-1 are printed as `?`.
 */
export async function mergePdf({ title, author, madeAt, stamp, pieces }: MergedPdf): Promise<Uint8Array> {
  const merged = await PDFDocument.create({ updateMetadata: false });
  merged.setTitle(title, { showInWindowTitleBar: true });
  merged.setAuthor(author);
  merged.setLanguage("es-PE");
  merged.setCreationDate(new Date(madeAt));
  merged.setModificationDate(new Date(madeAt));
  const font = await merged.embedFont(StandardFonts.Helvetica);
  const contents: { title: string; page: PDFRef }[] = [];
  const labels: string[] = [];
  for (const piece of pieces) {
    const pages = await pagesOf(merged, piece, font);
    for (const [index, page] of pages.entries()) {
      const folio = piece.folios && folioOf(piece.folios, index, pages.length);
      labels.push(folio ?? "");
      if (folio && stamp) stampOn(page, `Folio ${folio} · ${stamp}`, font);
    }
    const [first] = pages;
    if (first) contents.push({ title: piece.title, page: first.ref });
  }
  listContents(merged, contents);
  numberPages(merged, labels);
  return merged.save({ useObjectStreams: true, updateFieldAppearances: false });
}

/** The folio of a page; the last page of a piece takes all folios that have no page of their own. */
function folioOf({ from, to }: Folios, index: number, pages: number): string {
  const folio = Math.min(from + index, to);
  return folioText({ from: folio, to: index === pages - 1 ? to : folio });
}

async function pagesOf(
  merged: PDFDocument,
  { sourcePages, caption }: PieceToMerge,
  font: PDFFont,
): Promise<readonly PDFPage[]> {
  if (sourcePages.kind === "photo") return [await photoPage(merged, sourcePages, caption ?? "", font)];
  const pages = await merged.copyPages(sourcePages.pdf, sourcePages.pdf.getPageIndices());
  return pages.map((page) => merged.addPage(page));
}

/** Adds a page with a photo, upright, as large as fits (enlarged at most 1.5 times), and its caption below. */
async function photoPage(
  merged: PDFDocument,
  { bytes, type }: Extract<SourcePages, { kind: "photo" }>,
  caption: string,
  font: PDFFont,
): Promise<PDFPage> {
  const image = await imageIn(merged, bytes, type);
  const turn = turnOf(exifOrientation(type, bytes));
  const page = merged.addPage([a4.width, a4.height]);
  const sideways = turn === 90 || turn === 270;
  const [seenWidth, seenHeight] = sideways ? [image.height, image.width] : [image.width, image.height];
  const scale = Math.min((a4.width - 2 * margin) / seenWidth, (a4.height - 3 * margin) / seenHeight, 1.5);
  const [width, height] = [image.width * scale, image.height * scale];
  const left = (a4.width - seenWidth * scale) / 2;
  const low = (a4.height - seenHeight * scale) / 2 + margin / 4;
  // The library turns counterclockwise about the lower left corner: it must be drawn where the turned photo has that
  // corner.
  const corner = {
    0: [left, low],
    90: [left, low + width],
    180: [left + width, low + height],
    270: [left + height, low],
  } as const;
  const [x, y] = corner[turn];
  page.drawImage(image, { x, y, width, height, rotate: degrees(-turn) });
  page.drawText(inFont(caption), { x: margin, y: margin / 2, size: 6.5, font, color: rgb(0.33, 0.33, 0.33) });
  return page;
}

/** Draws the stamp at the top right of the page as it is seen, since a scan may be turned or cropped. */
function stampOn(page: PDFPage, text: string, font: PDFFont): void {
  const size = 9;
  const box = page.getCropBox();
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const sideways = turn === 90 || turn === 270;
  const [seenWidth, seenHeight] = sideways ? [box.height, box.width] : [box.width, box.height];
  const words = inFont(text);
  const width = font.widthOfTextAtSize(words, size);
  const onPage = (across: number, up: number): { x: number; y: number } => {
    if (turn === 90) return { x: box.x + box.width - up, y: box.y + across };
    if (turn === 180) return { x: box.x + box.width - across, y: box.y + box.height - up };
    if (turn === 270) return { x: box.x + up, y: box.y + box.height - across };
    return { x: box.x + across, y: box.y + up };
  };
  const across = seenWidth - width - 24;
  const up = seenHeight - 20;
  const rotate = degrees(turn);
  page.drawRectangle({
    ...onPage(across - 4, up - 4),
    width: width + 8,
    height: size + 6,
    rotate,
    color: rgb(1, 1, 1),
    borderColor: rgb(0, 0, 0),
    borderWidth: 0.6,
  });
  page.drawText(words, { ...onPage(across, up), size, font, rotate, color: rgb(0, 0, 0) });
}

/** The text in the characters of the standard font (WinAnsi), others replaced by `?`. */
function inFont(text: string): string {
  return text.normalize("NFC").replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/gu, "?");
}

/** Writes the outline, for which the library has no function (ISO 32000-1, 12.3.3). */
function listContents(merged: PDFDocument, contents: readonly { title: string; page: PDFRef }[]): void {
  const { context, catalog } = merged;
  const root = context.nextRef();
  const refs = contents.map(() => context.nextRef());
  for (const [index, { title, page }] of contents.entries()) {
    const [previous, ref, next] = [refs[index - 1], refs[index], refs[index + 1]];
    if (!ref) continue;
    context.assign(
      ref,
      context.obj({
        Title: PDFHexString.fromText(title),
        Parent: root,
        ...(previous && { Prev: previous }),
        ...(next && { Next: next }),
        Dest: [page, "Fit"],
      }),
    );
  }
  const [first, last] = [refs[0], refs.at(-1)];
  if (!first || !last) return;
  context.assign(root, context.obj({ Type: "Outlines", First: first, Last: last, Count: refs.length }));
  catalog.set(PDFName.of("Outlines"), root);
}

/** Labels the pages with their folios; those without one as «índice» (ISO 32000-1, 12.4.2). */
function numberPages(merged: PDFDocument, labels: readonly string[]): void {
  const { context, catalog } = merged;
  const numbers = labels.flatMap((label, index) => [
    PDFNumber.of(index),
    context.obj({ P: PDFHexString.fromText(label || "índice") }),
  ]);
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: numbers }));
}
