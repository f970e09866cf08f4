/** What draws a document that pdfmake laid out: the part of it that tags need. */
declare module "pdfmake/js/Renderer.js" {
  interface Renderer {
    readonly pdfDocument: PDFKit.PDFDocument;
    renderPages(pages: readonly unknown[]): void;
    renderLine(line: { readonly inlines: readonly { readonly tag?: unknown }[] }, x: number, y: number): void;
    renderVector(vector: { readonly color?: unknown }): void;
  }

  interface Drawing {
    readonly prototype: Renderer;
  }

  /** Node hands over a module that has a default one, test runners that one. */
  const renderer: Drawing & { readonly default?: Drawing };

  export default renderer;
}
