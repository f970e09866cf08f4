/**
 * The parts of pdfmake that its own printer puts together, as far as tags need them; that printer accepts no other
 * renderer. Node imports a module with the part as `default`, test runners the part itself.
 */
declare module "pdfmake/js/PDFDocument.js" {
  type Part = new (
    fonts: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    virtualFiles: null,
    mayRead: (path: string) => boolean,
  ) => PDFKit.PDFDocument;
  const part: Part & { readonly default?: Part };
  export default part;
}

declare module "pdfmake/js/LayoutBuilder.js" {
  import type { TDocumentDefinitions } from "pdfmake/interfaces.js";
  import type { Vector } from "pdfmake/js/Renderer.js";

  interface Margins {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }

  /** A QR code after measuring: its ground, then its squares. */
  export interface QrNode {
    readonly tag?: unknown;
    _canvas: readonly Vector[];
  }

  /** A page with all that is drawn on it, its head and foot too. */
  export interface LaidPage {
    readonly items: readonly { readonly type: string }[];
  }

  class Layout {
    constructor(
      pageSize: { readonly width: number; readonly height: number; readonly orientation: string },
      margins: Margins,
      svgMeasure: undefined,
    );
    registerTableLayouts(layouts: object): void;
    layoutDocument(
      content: TDocumentDefinitions["content"],
      document: PDFKit.PDFDocument,
      styles: object,
      defaultStyle: TDocumentDefinitions["defaultStyle"],
      background: undefined,
      header: TDocumentDefinitions["header"],
      footer: TDocumentDefinitions["footer"],
      watermark: undefined,
      pageBreakBefore: TDocumentDefinitions["pageBreakBefore"],
    ): readonly LaidPage[];
    processQr(node: QrNode): void;
  }
  type Part = typeof Layout;
  const part: Part & { readonly default?: Part };
  export default part;
}

declare module "pdfmake/js/tableLayouts.js" {
  export const tableLayouts: object;
}

declare module "pdfmake/js/Renderer.js" {
  /** A shape; the squares of a QR code, of which this is the whole, are ours and count from its corner. */
  export interface Vector {
    readonly tag?: unknown;
    readonly x?: number;
    readonly y?: number;
    readonly w?: number;
    readonly h?: number;
    readonly squares?: readonly Vector[];
  }
  class Renderer {
    constructor(document: PDFKit.PDFDocument);
    readonly pdfDocument: PDFKit.PDFDocument;
    renderPages(pages: readonly unknown[]): void;
    renderLine(line: { readonly inlines: readonly { readonly tag?: unknown }[] }, x: number, y: number): void;
    renderVector(vector: Vector): void;
  }
  type Part = typeof Renderer;
  const part: Part & { readonly default?: Part };
  export default part;
}
