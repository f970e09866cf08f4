import type { Content } from "pdfmake/interfaces.js";
import renderer from "pdfmake/js/Renderer.js";

/**
 * A part of a document by its role (PDF 1.4, 9.7.4), for who has it read aloud: the text is drawn under the innermost tag.
 * pdfmake marks a document as tagged and writes no tags, so they are written as it draws.
 */
export interface Tag {
  readonly role: "H1" | "H2" | "P" | "L" | "LI" | "LBody" | "Table" | "TR" | "TH" | "TD";
  readonly parent?: Tag | undefined;
  /** Of a heading of a table: what it heads. */
  readonly scope?: "Column" | "Row" | undefined;
}

/** A text drawn under a tag. */
export function tagged(text: string, tag: Tag, style: object = {}): Content {
  const run = { text, tag };
  return { ...style, text: [run] };
}

/** The ink of QR codes alone: it tells their squares from every other shape. */
export const qrInk = "#000000";
const qrWords = "Código QR: lo que abre se explica en el texto que sigue.";

type Drawing = (typeof renderer.prototype)["pdfDocument"];
type Element = ReturnType<Drawing["struct"]>;
type Marked = ReturnType<Drawing["markStructureContent"]>;

interface Tagger {
  readonly draw: (tag: Tag | undefined, drawn: () => void) => void;
  readonly drawQr: (drawn: () => void) => void;
  readonly finish: () => void;
}

function taggerOf(document: Drawing): Tagger {
  const root = document.struct("Document");
  const elements = new Map<Tag, Element>();
  /** On which page a heading of columns stands: repeated on the next, it is no part of the text. */
  const headed = new Map<Tag, unknown>();
  let qr: Marked | undefined;

  const elementOf = (tag: Tag): Element => {
    const known = elements.get(tag);
    if (known) return known;
    // Its types do not know the scope of a heading.
    const options: object = tag.scope ? { scope: tag.scope } : {};
    const element = document.struct(tag.role, options);
    (tag.parent ? elementOf(tag.parent) : root).add(element);
    elements.set(tag, element);
    return element;
  };
  const endQr = (): void => {
    if (!qr) return;
    document.endMarkedContent();
    root.add(document.struct("Figure", { alt: qrWords }).add(qr));
    qr = undefined;
  };
  const isRepeated = (tag: Tag): boolean => {
    if (tag.scope !== "Column") return false;
    const page = headed.get(tag) ?? document.page;
    headed.set(tag, page);
    return page !== document.page;
  };
  return {
    draw: (tag, drawn) => {
      endQr();
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
    drawQr: (drawn) => {
      qr ??= document.markStructureContent("Figure");
      drawn();
    },
    finish: () => {
      endQr();
      root.end();
      document.addStructure(root);
    },
  };
}

function isTag(value: unknown): value is Tag {
  return typeof value === "object" && value !== null && "role" in value;
}

/** Makes pdfmake write tags from here on; again it changes nothing. */
export function writeTags(): void {
  const { prototype } = renderer.default ?? renderer;
  if (written.has(prototype)) return;
  written.add(prototype);
  const { renderPages, renderLine, renderVector } = prototype;
  const taggers = new WeakMap<Drawing, Tagger>();
  prototype.renderPages = function drawPages(pages) {
    const tagger = taggerOf(this.pdfDocument);
    taggers.set(this.pdfDocument, tagger);
    renderPages.call(this, pages);
    tagger.finish();
  };
  prototype.renderLine = function drawLine(line, x, y) {
    const tag = line.inlines[0]?.tag;
    taggers.get(this.pdfDocument)?.draw(isTag(tag) ? tag : undefined, () => renderLine.call(this, line, x, y));
  };
  prototype.renderVector = function drawVector(vector) {
    const tagger = taggers.get(this.pdfDocument);
    const drawn = () => renderVector.call(this, vector);
    if (vector.color === qrInk) tagger?.drawQr(drawn);
    else tagger?.draw(undefined, drawn);
  };
}

const written = new WeakSet<object>();
