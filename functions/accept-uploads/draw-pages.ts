import encode from "jpeg-js/lib/encoder.js";
import { exifOrientation } from "../../shared/documents/exif-orientation.ts";
import { type FileType, isRecording } from "../../shared/domain/submission/submission.ts";
import { jpegParts } from "./jpeg-checks.ts";
import { type Picture, scaled, upright } from "./picture.ts";

/**
 * The most pages that are drawn of a document: one more than are shown, so that staff read that there are more in the
 * original.
 */
const mostPages = 21;
const quality = 80;

/**
 * Yields the first 21 pages of an attachment, each as a JPEG without metadata as soon as it is drawn; a caller that
 * runs out of time keeps the pages it has. A photo is one page; a recording has none. Throws if the file cannot be
 * decoded.
 */
export async function* drawnPages(contentType: FileType, bytes: Buffer): AsyncGenerator<Uint8Array> {
  if (isRecording(contentType)) return;
  if (contentType === "application/pdf") return yield* pdfPages(bytes);
  if (contentType === "image/jpeg") return yield* pdfPages(sheetOf(bytes));
  const picture = contentType === "image/png" ? await pngPicture(bytes) : await heicPicture(bytes);
  yield encode(upright(scaled(picture), exifOrientation(contentType, bytes)), quality).data;
}

/** Pixels of the longer side of a drawn page: the text of an A4 page can be read at this size. */
const longestSide = 1754;

async function* pdfPages(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const { PDFiumLibrary } = await import("@hyzyla/pdfium");
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(bytes);
  const pages = Math.min(document.getPageCount(), mostPages);
  for (let at = 0; at < pages; at += 1) {
    const page = document.getPage(at);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = longestSide / Math.max(originalWidth, originalHeight, 1);
    // A page a thousand times as wide as high still has a row of points.
    const points = (side: number) => Math.max(1, Math.floor(side * scale));
    const size = { width: points(originalWidth), height: points(originalHeight) };
    const { width, height, data } = await page.render({ ...size, scale: 1, render: "bitmap", renderFormFields: true });
    yield encode({ width, height, data }, quality).data;
  }
}

async function pngPicture(bytes: Buffer): Promise<Picture> {
  const { PNG } = await import("pngjs");
  return PNG.sync.read(bytes);
}

interface HeifImage {
  get_width(): number;
  get_height(): number;
  display(into: { data: Uint8ClampedArray; width: number; height: number }, done: (shown: unknown) => void): void;
}

async function heicPicture(bytes: Buffer): Promise<Picture> {
  // @ts-expect-error: the package has types for its other entry only
  const { default: openLibheif } = await import("libheif-js/libheif-wasm/libheif-bundle.mjs");
  const library = openLibheif();
  const [image]: readonly HeifImage[] = new library.HeifDecoder().decode(bytes);
  if (!image) throw new Error("no picture in the HEIC");
  const [width, height] = [image.get_width(), image.get_height()];
  const into = { data: new Uint8ClampedArray(width * height * 4), width, height };
  await new Promise<void>((shown, failed) =>
    image.display(into, (done) => (done ? shown() : failed(new Error("the HEIC was not decoded")))),
  );
  return { width, height, data: new Uint8Array(into.data.buffer) };
}

/** The PDF matrix that turns a photo upright, by its Exif orientation; W and H stand for the page's sides. */
const turns: Readonly<Record<number, string>> = {
  1: "W 0 0 H 0 0",
  2: "-W 0 0 H W 0",
  3: "-W 0 0 -H W H",
  4: "W 0 0 -H 0 H",
  5: "0 -H -W 0 W H",
  6: "0 -H W 0 0 H",
  7: "0 H W 0 0 0",
  8: "0 H -W 0 W 0",
};

/**
 * Returns a PDF of one page with a photo on it, upright: the PDF library decodes and scales the photo line by line,
 * which takes less memory than decoding it whole. Throws for what is not a JPEG.
 */
function sheetOf(photo: Buffer): Uint8Array {
  const parts = jpegParts(photo);
  if (!parts) throw new Error("no JPEG");
  const { width, height, components } = parts;
  const orientation = exifOrientation("image/jpeg", photo);
  const [across, up] = orientation > 4 ? [height, width] : [width, height];
  const turn = (turns[orientation] ?? "W 0 0 H 0 0").replaceAll("W", String(across)).replaceAll("H", String(up));
  const space =
    components === 1 ? "/DeviceGray" : components === 4 ? "/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]" : "/DeviceRGB";
  const content = `${turn} cm /I Do`;
  const head = [
    "%PDF-1.4",
    "1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj",
    "2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj",
    `3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 ${across} ${up}] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj`,
    `4 0 obj << /Length ${content.length} >> stream\n${content}\nendstream endobj`,
    `5 0 obj << /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /BitsPerComponent 8 /ColorSpace ${space} /Filter /DCTDecode /Length ${photo.length} >> stream\n`,
  ].join("\n");
  return Buffer.concat([
    Buffer.from(head),
    photo,
    Buffer.from("\nendstream endobj\ntrailer << /Root 1 0 R /Size 6 >>\n%%EOF\n"),
  ]);
}
