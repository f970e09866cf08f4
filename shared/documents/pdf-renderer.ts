import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { LaidPage } from "pdfmake/js/LayoutBuilder.js";
import pdfDocument from "pdfmake/js/PDFDocument.js";
import { tableLayouts } from "pdfmake/js/tableLayouts.js";
import { fontFiles, printedCharacters } from "./font-files.ts";
import { type Tag, TaggedLayout, TaggedRenderer, tagged, taggedQr } from "./pdf-tags.ts";
import type { Block, Letterhead, Line, Sheet } from "./sheet.ts";

const ranges = printedCharacters.map(([from, to]) => `\\u{${from.toString(16)}}-\\u{${to.toString(16)}}`);
/** Characters that the font files lack, in a run with the blanks between them: PDF/A allows none of them. */
const lacking = `[^\\n ${ranges.join("")}]`;
const unprintable = new RegExp(`${lacking}+(?: +${lacking}+)*`, "gu");

/** Spaces at which a line must not break: within a telephone number or an amount, and between a number and its unit. */
const kept = /(?<=\d) (?=\d{3}(?!\d)|m³|%)|(?<=S\/) (?=\d)/gu;

/**
 * The text in the characters of the font. What cannot be printed is said and not dropped: words of another script, or a
 * sign such as an emoji. Signs that are not seen are left out.
 */
function printable(text: string): string {
  return text
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, "\n")
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/[^\P{Cc}\n]/gu, " ")
    .replace(unprintable, (run) => (/[\p{L}\p{N}]/u.test(run) ? "[en otra escritura: véase el original]" : "[signo]"))
    .replace(kept, "\u00a0");
}

export interface PdfRenderer {
  /** Prints a sheet as PDF/A-1b; the same sheet gives the same bytes. */
  print(sheet: Sheet): Promise<Uint8Array>;
}

/**
 * Opens the PDF renderer. It reads no files but its two fonts, and no network address. Characters that the fonts lack
 * are said in their place.
 * @param fontFolder the folder of the two font files
 */
export function openPdfRenderer(fontFolder: string): PdfRenderer {
  const fonts = { normal: `${fontFolder}/${fontFiles.normal}`, bold: `${fontFolder}/${fontFiles.bold}` };
  return { print: (sheet) => printed(sheet, fonts) };
}

const Document = pdfDocument.default ?? pdfDocument;
const a4 = { width: 595.28, height: 841.89, orientation: "portrait" } as const;

/** How close together things are printed. */
interface Density {
  readonly lineHeight: number;
  /** Above and below the pages' content. */
  readonly top: number;
  readonly bottom: number;
  readonly aboveHeading: number;
  /** Above and below each row of names and values. */
  readonly aroundRow: number;
}

const usual: Density = { lineHeight: 1.2, top: 88, bottom: 50, aboveHeading: 10, aroundRow: 2 };
/** Where that spares the last page: it would hold the basis in law and the QR alone, or a few lines. */
const close: Density = { lineHeight: 1.05, top: 80, bottom: 40, aboveHeading: 6, aroundRow: 1 };

/** A last page with fewer lines than this, those of its head and foot among them, looks left behind. */
const fewLines = 18;
/** Points left free at the foot of the pages before it, for it to take what stood there: in all, or of each. */
const leftInAll = 120;
const leftOfEach = 30;

/**
 * Puts pdfmake's parts together as its own printer does, which accepts no other renderer than one that writes no tags.
 */
async function printed(sheet: Sheet, fonts: { readonly normal: string; readonly bold: string }): Promise<Uint8Array> {
  const mayRead = (path: string) => path === fonts.normal || path === fonts.bold;
  const document = new Document({ DejaVu: fonts }, {}, {}, {}, optionsOf(sheet), null, mayRead);
  const pagesAt = ({ lineHeight, top, bottom, aboveHeading, aroundRow }: Density, leftFree = 0) => {
    const { content, header, footer, pageBreakBefore } = layoutOf(sheet, leftFree);
    const layout = new TaggedLayout(a4, { left: 50, top, right: 50, bottom: bottom + leftFree }, undefined);
    layout.registerTableLayouts({ ...tableLayouts, rows: rowsLayout(aroundRow) });
    return layout.layoutDocument(
      content,
      document,
      { heading: { margin: [0, aboveHeading, 0, 4] } },
      { font: "DejaVu", fontSize: 9, lineHeight },
      undefined,
      header,
      footer,
      undefined,
      pageBreakBefore,
    );
  };
  const loose = pagesAt(usual);
  const closer = loose.length > 1 ? pagesAt(close) : loose;
  const [density, pages] = closer.length < loose.length ? [close, closer] : [usual, loose];
  const isLeftBehind = pages.length > 1 && linesOn(pages.at(-1)) < fewLines;
  const fuller = isLeftBehind ? pagesAt(density, Math.max(leftInAll / (pages.length - 1), leftOfEach)) : pages;
  new TaggedRenderer(document).renderPages(fuller.length === pages.length ? fuller : pages);
  document.end();
  const parts: Uint8Array[] = [];
  for await (const part of document) parts.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(parts));
}

function linesOn(page: LaidPage | undefined): number {
  return page?.items.filter(({ type }) => type === "line").length ?? 0;
}

const grey = "#555555";

function optionsOf({ letterhead, title, code, madeAt }: Sheet): object {
  return {
    size: [a4.width, a4.height],
    subset: "PDF/A-1b",
    pdfVersion: "1.4",
    tagged: true,
    displayTitle: true,
    lang: "es-PE",
    fontLayoutCache: true,
    autoFirstPage: false,
    font: null,
    info: {
      Producer: "pdfmake",
      Creator: "pdfmake",
      Title: `${title} ${code}`,
      Author: letterhead.legalName,
      // pdfmake would write the present instant, and each printing would differ.
      CreationDate: new Date(madeAt),
    },
  };
}

function layoutOf({ letterhead, title, code, blocks, verification }: Sheet, aboveFoot: number): TDocumentDefinitions {
  return {
    header: () => headOf(letterhead),
    footer: (page, pages) => ({
      columns: [
        { text: verification ? `${code} · Verificación ${verification.code}` : code, width: "*" },
        { text: `Página ${page} de ${pages}`, width: "auto" },
      ],
      margin: [50, 14 + aboveFoot, 50, 0],
      fontSize: 8,
      color: grey,
    }),
    // A heading last on a page moves to the next.
    pageBreakBefore: ({ headlineLevel }, nodes) => headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      tagged(printable(title), { role: "H1" }, { fontSize: 14, bold: true, margin: [0, 0, 0, 8] }),
      ...keptTogether([...blocks.filter(hasContent), ...(verification ? [verificationBlock(verification)] : [])]),
    ],
  };
}

/** Whether a block has anything to print: the list of receipts of a claim about none is empty. */
function hasContent(block: Block): boolean {
  if ("lines" in block) return block.lines.length > 0;
  if ("items" in block) return block.items.length > 0;
  return !("signatures" in block) || block.signatures.length > 0;
}

/**
 * The contents of the blocks: what leads to a short block, or stands before a QR, is kept on one page with it. Words
 * before a QR stand beside it, where there is room: a letter seldom ends with a page of them alone.
 */
function keptTogether(blocks: readonly Block[]): Content[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const belongs = before && isShort(block) && (leads(before) || ("qr" in block && isShort(before)));
    if (group && belongs) group.push(block);
    else groups.push([block]);
  }
  return groups.flatMap((group): Content[] => {
    const qr = group.at(-1);
    const words = group.slice(0, -1);
    if (qr && "qr" in qr && words.every((block) => "heading" in block || "text" in block))
      return [qrOf(qr, words.map(contentOf))];
    const contents = group.map(contentOf);
    return contents.length > 1 ? [{ stack: contents, unbreakable: true }] : contents;
  });
}

/** Whether a block leads to the next: a heading, or a short text that ends with a colon. */
function leads(block: Block): boolean {
  return "heading" in block || ("text" in block && block.text.endsWith(":") && isShort(block));
}

/** Whether a block is so short that it can be kept on one page with its heading. */
function isShort(block: Block): boolean {
  if ("heading" in block) return false;
  if ("text" in block) return block.text.length < shortText;
  if ("lines" in block) return block.lines.length <= shortRows && block.lines.flat().join("").length < shortText;
  if ("items" in block) return block.items.join("").length < shortText;
  if ("table" in block) return isShortTable(block.table.rows);
  return "bars" in block || "qr" in block || "signatures" in block || block.blank <= shortRows;
}

function isShortTable(rows: readonly (readonly string[])[]): boolean {
  return rows.length <= shortRows && rows.flat().join("").length < 2 * shortText;
}

/** The most characters and rows of a block that is kept on one page. */
const shortText = 700;
const shortRows = 14;

function verificationBlock({ code, address }: NonNullable<Sheet["verification"]>): Block {
  const [site = address] = address.split("?");
  return {
    qr: address,
    caption: `Comprueba que este documento es auténtico y está completo: lee el código, o entra a ${site} y escribe ${code}.`,
  };
}

function headOf({ name, legalName, ruc, address, telephone, regulatorLine }: Letterhead): Content {
  return {
    stack: [
      { text: name, fontSize: 12, bold: true },
      `${legalName} · RUC ${ruc}`,
      `${address} · Teléfono ${telephone} · SUNASS ${regulatorLine} (llamada gratuita)`,
      { canvas: [{ type: "line", x1: 0, y1: 5, x2: 495, y2: 5, lineWidth: 0.7, lineColor: grey }] },
    ],
    margin: [50, 28, 50, 0],
    fontSize: 8,
  };
}

function contentOf(block: Block): Content {
  if ("heading" in block) return headingOf(block.heading);
  if ("text" in block) return textOf(block.text);
  if ("items" in block) return itemsOf(block.items);
  if ("qr" in block) return qrOf(block);
  if ("lines" in block) return linesOf(block.lines);
  if ("blank" in block) return blankLines(block.blank);
  if ("signatures" in block) return signaturesOf(block.signatures);
  return "bars" in block ? barsOf(block.bars) : tableOf(block.table);
}

function headingOf(heading: string): Content {
  return tagged(printable(heading), { role: "H2" }, { headlineLevel: 1, fontSize: 10.5, bold: true, style: "heading" });
}

/** A paragraph; a short one is not split over two pages. */
function textOf(text: string): Content {
  const paragraph = tagged(printable(text), { role: "P" }, { margin: [0, 0, 0, 5] });
  return text.length < shortText ? { stack: [paragraph], unbreakable: true } : paragraph;
}

function itemsOf(items: readonly string[]): Content {
  const list: Tag = { role: "L" };
  const body = (): Tag => ({ role: "LBody", parent: { role: "LI", parent: list } });
  return {
    ol: items.map((item): Content => {
      const drawn = tagged(printable(item), body());
      return item.length < shortText ? { stack: [drawn], unbreakable: true } : drawn;
    }),
    margin: [0, 0, 0, 5],
  };
}

/** Side of every QR on every letter, in points (92 is 32 mm). */
const qrPoints = 92;

/** A QR with its caption, after the contents that stand beside it. */
function qrOf({ qr, caption }: Extract<Block, { qr: unknown }>, beside: readonly Content[] = []): Content {
  return {
    columns: [
      taggedQr(qr, { fit: qrPoints, width: 100 }),
      { stack: [...beside, tagged(printable(caption), { role: "P" }, { margin: [0, 4, 0, 0] })], margin: [8, 0, 0, 0] },
    ],
    unbreakable: true,
    margin: [0, 4, 0, 6],
  };
}

/** Of a table without borders: the columns 8 points apart, each row with `around` above and below it. */
function rowsLayout(around: number) {
  const none = () => 0;
  return {
    ...{ hLineWidth: none, vLineWidth: none },
    ...{
      paddingLeft: (column: number) => (column === 0 ? 0 : 4),
      paddingRight: (column: number) => (column === 0 ? 4 : 0),
    },
    ...{ paddingTop: () => around, paddingBottom: () => around },
  };
}

/** A cell of a row; an empty one gets a space, so that it has a tag too. */
function cellOf(text: string, tag: Tag, style: object = {}): Content {
  return tagged(printable(text) || "\u00a0", tag, style);
}

/** The cells of a row of a table. */
function rowOf(table: Tag, cells: readonly string[]): Content[] {
  const row: Tag = { role: "TR", parent: table };
  return cells.map((cell) => cellOf(cell, { role: "TD", parent: row }));
}

function headRowOf(table: Tag, head: readonly string[]): Content[] {
  const row: Tag = { role: "TR", parent: table };
  return head.map((cell) => cellOf(cell, { role: "TH", parent: row, scope: "Column" }, { bold: true }));
}

function linesOf(lines: readonly Line[]): Content {
  const table: Tag = { role: "Table" };
  return {
    layout: "rows",
    fontSize: 8.5,
    table: {
      // Fixed, so that a long word is cut rather than running off the page; the second fits a SHA-256 in one line.
      widths: [125, 354],
      dontBreakRows: areShort(lines),
      body: lines.map(([label, value]) => {
        const row: Tag = { role: "TR", parent: table };
        return [
          cellOf(label, { role: "TH", parent: row, scope: "Row" }, { color: grey }),
          value === "" ? ruled(354) : cellOf(value, { role: "TD", parent: row }),
        ];
      }),
    },
    margin: [0, 0, 0, 5],
  };
}

/** A line to write on, with room above it for a hand. */
function ruled(width: number) {
  return {
    canvas: [{ type: "line", x1: 0, y1: 15, x2: width, y2: 15, lineWidth: 0.5, lineColor: grey }],
  } satisfies Content;
}

function blankLines(count: number): Content {
  return { stack: Array.from({ length: count }, () => ruled(495)), margin: [0, 0, 0, 6] };
}

function tableOf({ head, rows }: Extract<Block, { table: unknown }>["table"]): Content {
  const table: Tag = { role: "Table" };
  return {
    layout: "lightHorizontalLines",
    unbreakable: isShortTable(rows),
    fontSize: 8,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: areShort(rows),
      widths: head.map(() => "auto"),
      body: [headRowOf(table, head), ...rows.map((row) => rowOf(table, row))],
    },
    margin: [0, 0, 0, 6],
  };
}

/** Whether every row is short enough to be kept on one page. */
function areShort(rows: readonly (readonly string[])[]): boolean {
  return rows.every((row) => row.every((cell) => cell.length < 600));
}

/** The room above the line of a signature, in points. */
const roomToSign = 48;

function signaturesOf(signatures: readonly Line[]): Content {
  return {
    columns: signatures.map(([name, role]) => ({
      stack: [
        // The room is part of the drawing: a margin would be lost when the block begins a page.
        { canvas: [{ type: "line", x1: 0, y1: roomToSign, x2: 200, y2: roomToSign, lineWidth: 0.7 }] },
        tagged(printable(name), { role: "P" }, { margin: [0, 3, 0, 0] }),
        tagged(printable(role), { role: "P" }, { fontSize: 8, color: grey }),
      ],
      width: 220,
    })),
    columnGap: 30,
    unbreakable: true,
    margin: [0, 0, 0, 6],
  };
}

/** The length of the longest bar, in points. */
const barLength = 200;

function barsOf({ head, rows }: Extract<Block, { bars: unknown }>["bars"]): Content {
  const greatest = Math.max(1, ...rows.map(({ value }) => value));
  const table: Tag = { role: "Table" };
  const [label, value, note] = headRowOf(table, head);
  return {
    layout: "noBorders",
    unbreakable: true,
    fontSize: 8,
    table: {
      headerRows: 1,
      widths: [90, 80, barLength + 4, "*"],
      body: [
        [label ?? "", value ?? "", "", note ?? ""],
        ...rows.map((bar) => {
          const [name, amount, about] = rowOf(table, [bar.label, String(bar.value), bar.note]);
          return [name ?? "", amount ?? "", barOf(bar.value / greatest), about ?? ""];
        }),
      ],
    },
    margin: [0, 0, 0, 6],
  };
}

function barOf(share: number): Content {
  return { canvas: [{ type: "rect", x: 0, y: 1, w: Math.max(0.5, share * barLength), h: 8, color: grey }] };
}
