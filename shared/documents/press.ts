import pdfmake from "pdfmake";
import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { fontFiles } from "./font-files.ts";
import type { Block, Letterhead, Line, Sheet } from "./sheet.ts";

/** Letters and signs both font files hold; a document may carry no other (PDF/A). */
const unprintable = /[^\n\u0020-\u007e\u00a0-\u017f\u2010-\u2027\u2030-\u205e\u20ac\ufffd]/gu;

/** A text as it can be printed: what the font lacks, such as an emoji, is shown as missing, not left out. */
function printable(text: string): string {
  return text.normalize("NFC").replaceAll("\t", " ").replaceAll("\r", "").replace(unprintable, "\ufffd");
}

/** Makes the bytes of documents. */
export interface Press {
  /** A sheet as PDF/A-1b: the same sheet gives the same bytes. */
  print(sheet: Sheet): Promise<Uint8Array>;
}

/**
 * Opens the press of a function. It reads nothing but its two font files, and no address.
 * @param fontFolder where they stand
 */
export function openPress(fontFolder: string): Press {
  const normal = `${fontFolder}/${fontFiles.normal}`;
  const bold = `${fontFolder}/${fontFiles.bold}`;
  pdfmake.setFonts({ DejaVu: { normal, bold } });
  pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);
  pdfmake.setUrlAccessPolicy(() => false);
  return { print: async (sheet) => new Uint8Array(await pdfmake.createPdf(definitionOf(sheet)).getBuffer()) };
}

const grey = "#555555";

function definitionOf({ letterhead, title, code, madeAt, blocks, verification }: Sheet): TDocumentDefinitions {
  return {
    subset: "PDF/A-1b",
    version: "1.4",
    tagged: true,
    displayTitle: true,
    language: "es-PE",
    // Without a fixed date each printing would differ.
    info: { title: `${title} ${code}`, author: letterhead.legalName, creationDate: new Date(madeAt) },
    pageSize: "A4",
    pageMargins: [50, 88, 50, 50],
    defaultStyle: { font: "DejaVu", fontSize: 9, lineHeight: 1.2 },
    header: () => headOf(letterhead),
    footer: (page, pages) => ({
      columns: [
        { text: verification ? `${code} · Verificación ${verification.code}` : code, width: "*" },
        { text: `Página ${page} de ${pages}`, width: "auto" },
      ],
      margin: [50, 16, 50, 0],
      fontSize: 8,
      color: grey,
    }),
    // A heading never stands last on a page.
    pageBreakBefore: ({ headlineLevel }, nodes) => headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      { text: title, fontSize: 14, bold: true, margin: [0, 0, 0, 8] },
      ...[...blocks, ...(verification ? [verificationBlock(verification)] : [])].map(contentOf),
    ],
  };
}

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
  if ("heading" in block)
    return { text: block.heading, headlineLevel: 1, fontSize: 10.5, bold: true, margin: [0, 10, 0, 4] };
  if ("text" in block) return { text: printable(block.text), margin: [0, 0, 0, 5] };
  if ("items" in block) return { ol: block.items.map(printable), margin: [0, 0, 0, 5] };
  if ("qr" in block)
    return {
      columns: [
        { qr: block.qr, fit: 92, width: 100 },
        { text: printable(block.caption), margin: [8, 4, 0, 0] },
      ],
      unbreakable: true,
      margin: [0, 4, 0, 6],
    };
  if ("lines" in block)
    return {
      layout: "noBorders",
      fontSize: 8.5,
      table: {
        // Fixed, so that a long word is cut and not the page; the second holds a SHA-256 in one line.
        widths: [125, 354],
        dontBreakRows: areShort(block.lines),
        body: block.lines.map(([label, value]) => [{ text: printable(label), color: grey }, printable(value)]),
      },
      margin: [0, 0, 0, 5],
    };
  if ("signatures" in block) return signaturesOf(block.signatures);
  if ("bars" in block) return barsOf(block.bars);
  const { head, rows } = block.table;
  return {
    layout: "lightHorizontalLines",
    fontSize: 8,
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: areShort(rows),
      widths: head.map(() => "auto"),
      body: [head.map((text) => ({ text, bold: true })), ...rows.map((row) => row.map(printable))],
    },
    margin: [0, 0, 0, 6],
  };
}

/** Whether no row is longer than a page, which could not be kept in one. */
function areShort(rows: readonly (readonly string[])[]): boolean {
  return rows.every((row) => row.every((cell) => cell.length < 600));
}

function signaturesOf(signatures: readonly Line[]): Content {
  return {
    columns: signatures.map(([name, role]) => ({
      stack: [
        { canvas: [{ type: "line", x1: 0, y1: 0, x2: 200, y2: 0, lineWidth: 0.7 }] },
        { text: printable(name), margin: [0, 3, 0, 0] },
        { text: printable(role), fontSize: 8, color: grey },
      ],
      width: 220,
    })),
    columnGap: 30,
    unbreakable: true,
    margin: [0, 48, 0, 6],
  };
}

/** As long as the greatest, in points. */
const barLength = 200;

function barsOf({ head, rows }: Extract<Block, { bars: unknown }>["bars"]): Content {
  const greatest = Math.max(1, ...rows.map(({ value }) => value));
  return {
    layout: "noBorders",
    unbreakable: true,
    fontSize: 8,
    table: {
      headerRows: 1,
      widths: [90, 30, barLength + 4, "*"],
      body: [
        [{ text: head[0], bold: true }, { text: head[1], bold: true, colSpan: 2 }, {}, { text: head[2], bold: true }],
        ...rows.map(({ label, value, note }) => [
          printable(label),
          { text: String(value), alignment: "right" as const },
          {
            canvas: [
              {
                type: "rect" as const,
                x: 0,
                y: 1,
                w: Math.max(0.5, (value / greatest) * barLength),
                h: 8,
                color: grey,
              },
            ],
          },
          printable(note),
        ]),
      ],
    },
    margin: [0, 0, 0, 6],
  };
}
