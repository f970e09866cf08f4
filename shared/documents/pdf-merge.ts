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
import { type Folios, folioText } from "../domain/case-copy.ts";
import { jpegTurn } from "./jpeg-turn.ts";
import { openPdf } from "./pdf-parser.ts";

/** Pages that can be bound: a document that was read whole, or a photo, which takes a page of its own. */
export type SourcePages =
  | { readonly kind: "pdf"; readonly pdf: PDFDocument; readonly pages: number; readonly isSigned: boolean }
  | {
      readonly kind: "photo";
      readonly bytes: Uint8Array;
      readonly type: "image/jpeg" | "image/png";
      readonly pages: 1;
      /** Points that are held drawn until it is bound: a JPEG is bound as it is. */
      readonly pixelsHeld: number;
    };

/** Reads a file for binding: nothing if its pages cannot be taken out, because it is encrypted, broken or of another kind. */
export async function sourcePagesOf(bytes: Uint8Array, contentType: string): Promise<SourcePages | undefined> {
  if (contentType === "image/jpeg" || contentType === "image/png") return await photoOf(bytes, contentType);
  if (contentType !== "application/pdf") return undefined;
  try {
    const pdf = await openPdf(bytes);
    const pages = pdf.getPageCount();
    if (pages === 0) return undefined;
    return { kind: "pdf", pdf, pages, isSigned: Buffer.from(bytes).includes("/ByteRange") };
  } catch {
    // Encrypted, cut off, or made by a program that does not keep to the format: what is wrong with it does not matter here.
    return undefined;
  }
}

/** A page of A4 at 300 dots an inch is 8.7 million. Each takes some eight bytes while it is drawn, however small the file. */
const mostPixels = 9_000_000;

/** The points of a PNG, by its head; without end, where it has none, or another one later that the library would follow. */
function pngPixels(bytes: Uint8Array): number {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length < 24 || file.indexOf("IHDR") !== 12 || file.lastIndexOf("IHDR") !== 12)
    return Number.POSITIVE_INFINITY;
  return file.readUInt32BE(16) * file.readUInt32BE(20);
}

/** A photo is tried on a page nobody keeps: what the library cannot draw is found out before its page has a number. */
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

/** Something to bind, in its place. */
export interface PieceToMerge {
  readonly sourcePages: SourcePages;
  /** In the reader's list of contents. */
  readonly title: string;
  /** The folios it stands for: more than its pages, where a sheet stands in the place of several. Without, it bears none. */
  readonly folios?: Folios | undefined;
  /** Under a photo. */
  readonly caption?: string | undefined;
}

export interface MergedPdf {
  readonly title: string;
  readonly author: string;
  readonly madeAt: string;
  /** On each page with a folio, after its number; without, pages are numbered for the reader's program alone. */
  readonly stamp?: string | undefined;
  readonly pieces: readonly PieceToMerge[];
}

const a4 = { width: 595.28, height: 841.89 };
const margin = 40;

/** Binds pieces into one PDF with a list of contents; the same pieces give the same bytes. */
export async function mergePdf({ title, author, madeAt, stamp, pieces }: MergedPdf): Promise<Uint8Array> {
  const bound = await PDFDocument.create({ updateMetadata: false });
  bound.setTitle(title, { showInWindowTitleBar: true });
  bound.setAuthor(author);
  bound.setLanguage("es-PE");
  bound.setCreationDate(new Date(madeAt));
  bound.setModificationDate(new Date(madeAt));
  const font = await bound.embedFont(StandardFonts.Helvetica);
  const contents: { title: string; page: PDFRef }[] = [];
  const labels: string[] = [];
  for (const piece of pieces) {
    const pages = await pagesOf(bound, piece, font);
    for (const [index, page] of pages.entries()) {
      const folio = piece.folios && folioOf(piece.folios, index, pages.length);
      labels.push(folio ?? "");
      if (folio && stamp) stampOn(page, `Folio ${folio} · ${stamp}`, font);
    }
    const [first] = pages;
    if (first) contents.push({ title: piece.title, page: first.ref });
  }
  listContents(bound, contents);
  numberPages(bound, labels);
  return bound.save({ useObjectStreams: true, updateFieldAppearances: false });
}

/** What a page is called: the last of a piece stands for all that are not shown. */
function folioOf({ from, to }: Folios, index: number, pages: number): string {
  const folio = Math.min(from + index, to);
  return folioText({ from: folio, to: index === pages - 1 ? to : folio });
}

async function pagesOf(
  bound: PDFDocument,
  { sourcePages, caption }: PieceToMerge,
  font: PDFFont,
): Promise<readonly PDFPage[]> {
  if (sourcePages.kind === "photo") return [await photoPage(bound, sourcePages, caption ?? "", font)];
  const pages = await bound.copyPages(sourcePages.pdf, sourcePages.pdf.getPageIndices());
  return pages.map((page) => bound.addPage(page));
}

/** A photo as wide or as high as the page takes it, upright, with what it is below. */
async function photoPage(
  bound: PDFDocument,
  { bytes, type }: Extract<SourcePages, { kind: "photo" }>,
  caption: string,
  font: PDFFont,
): Promise<PDFPage> {
  const image = await imageIn(bound, bytes, type);
  const turn = type === "image/jpeg" ? jpegTurn(bytes) : 0;
  const page = bound.addPage([a4.width, a4.height]);
  const sideways = turn === 90 || turn === 270;
  const [seenWidth, seenHeight] = sideways ? [image.height, image.width] : [image.width, image.height];
  const scale = Math.min((a4.width - 2 * margin) / seenWidth, (a4.height - 3 * margin) / seenHeight, 1.5);
  const [width, height] = [image.width * scale, image.height * scale];
  const left = (a4.width - seenWidth * scale) / 2;
  const low = (a4.height - seenHeight * scale) / 2 + margin / 4;
  // The library turns about the lower left corner, counterclockwise: the corner goes where the turned photo's is.
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

/** The stamp, at the top right of the page as it is seen: a scan may be turned, or cut out of a larger one. */
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

/** Letters the reader's own font has (WinAnsi); any other is shown as missing. */
function inFont(text: string): string {
  return text.normalize("NFC").replaceAll(/[^\u0020-\u007e\u00a0-\u00ff]/gu, "?");
}

/** The reader's list of contents, which the library has no call for (ISO 32000-1, 12.3.3). */
function listContents(bound: PDFDocument, contents: readonly { title: string; page: PDFRef }[]): void {
  const { context, catalog } = bound;
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

/** Pages called by their folios in the reader's program (ISO 32000-1, 12.4.2). */
function numberPages(bound: PDFDocument, labels: readonly string[]): void {
  const { context, catalog } = bound;
  const numbers = labels.flatMap((label, index) => [
    PDFNumber.of(index),
    context.obj({ P: PDFHexString.fromText(label || "índice") }),
  ]);
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: numbers }));
}
