import type { Content } from "pdfmake/interfaces.js";
import layoutBuilder, { type QrNode } from "pdfmake/js/LayoutBuilder.js";
import renderer, { type Vector } from "pdfmake/js/Renderer.js";

/**
 * The role of a part of a document (PDF 1.4, 9.7.4), for people who have it read aloud. A text is drawn under its
 * innermost tag. pdfmake marks a document as tagged but writes no tags, so this file writes them while it draws.
 */
export interface Tag {
  readonly role: "H1" | "H2" | "P" | "L" | "LI" | "LBody" | "Table" | "TR" | "TH" | "TD" | "Figure";
  readonly parent?: Tag | undefined;
  /** For a table heading: what it heads. */
  readonly scope?: "Column" | "Row" | undefined;
  /** For a figure: the words read aloud instead of it. */
  readonly alt?: string | undefined;
}

/**
 * Returns a pdfmake text that belongs to the element `tag` of the document, as a screen reader reads it. Texts given
 * the same `tag` object are parts of one element. Another object, even with equal fields, begins a new element.
 * @param style pdfmake's style properties
 */
export function tagged(text: string, tag: Tag, style: object = {}): Content {
  const run = { text, tag };
  return { ...style, text: [run] };
}

const qrWords = "Código QR: lo que abre se explica en el texto de su lado.";

/**
 * Returns a QR code of the text `qr` for pdfmake, as a figure of its own. A screen reader says, instead of the code,
 * that the text beside it explains what the code opens.
 * @param style pdfmake's style properties
 */
export function taggedQr(qr: string, style: object = {}): Content {
  const tag: Tag = { role: "Figure", alt: qrWords };
  const code = { qr, tag };
  return { ...style, ...code };
}

const Layout = layoutBuilder.default ?? layoutBuilder;
const Renderer = renderer.default ?? renderer;
type Drawing = PDFKit.PDFDocument;
type Element = ReturnType<Drawing["struct"]>;

interface Tagger {
  readonly draw: (tag: Tag | undefined, drawn: () => void) => void;
  readonly finish: () => void;
}

function taggerOf(document: Drawing): Tagger {
  const root = document.struct("Document");
  const elements = new Map<Tag, Element>();
  /**
   * The page each column heading was first drawn on: on later pages pdfmake repeats it, and it must not be read again.
   */
  const headed = new Map<Tag, unknown>();

  const elementOf = (tag: Tag): Element => {
    const known = elements.get(tag);
    if (known) return known;
    // The types of the library lack `scope`.
    const options: object = { ...(tag.scope && { scope: tag.scope }), ...(tag.alt && { alt: tag.alt }) };
    const element = document.struct(tag.role, options);
    (tag.parent ? elementOf(tag.parent) : root).add(element);
    elements.set(tag, element);
    return element;
  };
  const isRepeated = (tag: Tag): boolean => {
    if (tag.scope !== "Column") return false;
    const page = headed.get(tag) ?? document.page;
    headed.set(tag, page);
    return page !== document.page;
  };
  return {
    draw: (tag, drawn) => {
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
    finish: () => {
      root.end();
      document.addStructure(root);
    },
  };
}

function isTag(value: unknown): value is Tag {
  return typeof value === "object" && value !== null && "role" in value;
}

/**
 * Lays a document out. The squares of a QR code are one part, with the tag of its node; the ground below them, drawn
 * first, has none.
 */
export class TaggedLayout extends Layout {
  override processQr(node: QrNode): void {
    const [ground, ...squares] = node._canvas;
    if (ground) node._canvas = [ground, { ...ground, tag: node.tag, squares }];
    super.processQr(node);
  }
}

/**
 * Draws a document that was laid out: texts and figures under their tags, everything else as an artifact. Use it once.
 */
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

  /** Fills the squares of a QR as one shape: as a thousand they show seams, and take as long to write as the text. */
  override renderVector(vector: Vector): void {
    const { tag, squares, x = 0, y = 0 } = vector;
    this.#tagger.draw(isTag(tag) ? tag : undefined, () => {
      if (!squares) return super.renderVector(vector);
      for (const { x: left = 0, y: top = 0, w = 0, h = 0 } of squares) this.pdfDocument.rect(x + left, y + top, w, h);
      this.pdfDocument.fill("black");
    });
  }
}
