import type { Content } from "pdfmake/interfaces.js";
import layoutBuilder from "pdfmake/js/LayoutBuilder.js";
import renderer from "pdfmake/js/Renderer.js";

/**
 * A part of a document by its role (PDF 1.4, 9.7.4), for who has it read aloud: the text is drawn under the innermost tag.
 * pdfmake marks a document as tagged and writes no tags, so they are written as it draws.
 */
export interface Tag {
  readonly role: "H1" | "H2" | "P" | "L" | "LI" | "LBody" | "Table" | "TR" | "TH" | "TD" | "Figure";
  readonly parent?: Tag | undefined;
  /** Of a heading of a table: what it heads. */
  readonly scope?: "Column" | "Row" | undefined;
  /** Of a figure: what is read aloud in its place. */
  readonly alt?: string | undefined;
}

/** A text drawn under a tag. */
export function tagged(text: string, tag: Tag, style: object = {}): Content {
  const run = { text, tag };
  return { ...style, text: [run] };
}

const qrWords = "Código QR: lo que abre se explica en el texto que sigue.";

/** A QR code drawn under a figure's tag of its own. */
export function taggedQr(qr: string, style: object = {}): Content {
  const tag: Tag = { role: "Figure", alt: qrWords };
  const code = { qr, tag };
  return { ...style, ...code };
}

const Layout = layoutBuilder.default ?? layoutBuilder;
const Renderer = renderer.default ?? renderer;
type Drawing = PDFKit.PDFDocument;
type Element = ReturnType<Drawing["struct"]>;
type Marked = ReturnType<Drawing["markStructureContent"]>;

interface Tagger {
  readonly draw: (tag: Tag | undefined, drawn: () => void) => void;
  readonly drawFigure: (tag: Tag, drawn: () => void) => void;
  readonly finish: () => void;
}

function taggerOf(document: Drawing): Tagger {
  const root = document.struct("Document");
  const elements = new Map<Tag, Element>();
  /** On which page a heading of columns stands: repeated on the next, it is no part of the text. */
  const headed = new Map<Tag, unknown>();
  /** The figure whose shapes are being drawn: they are one part. */
  let figure: { readonly tag: Tag; readonly content: Marked } | undefined;

  const elementOf = (tag: Tag): Element => {
    const known = elements.get(tag);
    if (known) return known;
    // Its types do not know the scope of a heading.
    const options: object = { ...(tag.scope && { scope: tag.scope }), ...(tag.alt && { alt: tag.alt }) };
    const element = document.struct(tag.role, options);
    (tag.parent ? elementOf(tag.parent) : root).add(element);
    elements.set(tag, element);
    return element;
  };
  const endFigure = (): void => {
    if (!figure) return;
    document.endMarkedContent();
    elementOf(figure.tag).add(figure.content);
    figure = undefined;
  };
  const isRepeated = (tag: Tag): boolean => {
    if (tag.scope !== "Column") return false;
    const page = headed.get(tag) ?? document.page;
    headed.set(tag, page);
    return page !== document.page;
  };
  return {
    draw: (tag, drawn) => {
      endFigure();
      if (!tag || isRepeated(tag)) {
        document.markContent("Artifact", { type: "Layout" });
        drawn();
        document.endMarkedContent();
        return;
      }
      const content = document.markStructureContent(tag.role);
      drawn();
      document.endMarkedContent();
      elementOf(tag).add(content);
    },
    drawFigure: (tag, drawn) => {
      if (figure?.tag !== tag) {
        endFigure();
        figure = { tag, content: document.markStructureContent(tag.role) };
      }
      drawn();
    },
    finish: () => {
      endFigure();
      root.end();
      document.addStructure(root);
    },
  };
}

function isTag(value: unknown): value is Tag {
  return typeof value === "object" && value !== null && "role" in value;
}

/** Lays a document out; the squares of a QR code take the tag of their node, their ground, which is drawn first, none. */
export class TaggedLayout extends Layout {
  override processQr(node: Parameters<InstanceType<typeof Layout>["processQr"]>[0]): void {
    for (const square of node._canvas.slice(1)) square.tag = node.tag;
    super.processQr(node);
  }
}

/** Draws a document that was laid out, once, each text and figure under its tag, all else as an artifact. */
export class TaggedRenderer extends Renderer {
  readonly #tagger: Tagger;

  constructor(document: Drawing) {
    super(document);
    this.#tagger = taggerOf(document);
  }

  override renderPages(pages: readonly unknown[]): void {
    super.renderPages(pages);
    this.#tagger.finish();
  }

  override renderLine(line: Parameters<InstanceType<typeof Renderer>["renderLine"]>[0], x: number, y: number): void {
    const tag = line.inlines[0]?.tag;
    this.#tagger.draw(isTag(tag) ? tag : undefined, () => super.renderLine(line, x, y));
  }

  override renderVector(vector: Parameters<InstanceType<typeof Renderer>["renderVector"]>[0]): void {
    const drawn = () => super.renderVector(vector);
    if (isTag(vector.tag)) this.#tagger.drawFigure(vector.tag, drawn);
    else this.#tagger.draw(undefined, drawn);
  }
}
