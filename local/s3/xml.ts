import { refuse } from "./refusals.ts";

/** An element with either text or elements. Attributes are dropped: S3 has none that carry data. */
export interface XmlElement {
  name: string;
  text: string;
  children: XmlElement[];
}

/** Builds an element with these texts (joined) and elements as content; `undefined` content is left out. */
export function element(name: string, ...content: (string | number | boolean | XmlElement | undefined)[]): XmlElement {
  const built: XmlElement = { name, text: "", children: [] };
  for (const part of content) {
    if (typeof part === "object") built.children.push(part);
    else if (part !== undefined) built.text += String(part);
  }
  return built;
}

/** Returns the document as text, in S3's namespace; an `Error` is in none. */
export function renderXml(root: XmlElement): string {
  const namespace = root.name === "Error" ? "" : ' xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, namespace)}`;
}

function render({ name, text, children }: XmlElement, attributes = ""): string {
  const content = escapeText(text) + children.map((child) => render(child)).join("");
  return `<${name}${attributes}>${content}</${name}>`;
}

function escapeText(text: string): string {
  return text.replace(/[<>&"'\p{Cc}]/gu, (character) => `&#x${character.charCodeAt(0).toString(16)};`);
}

const deepest = 32;
// A token is a prolog or comment, a tag (slash, name, attributes, slash), or text.
const token =
  /<\?xml[^>]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z][\w.-]*)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|([^<]+)/y;

/**
 * Reads one document and returns its root, without its attributes. Refuses `MalformedXML` if it is empty or not well
 * formed, has a doctype, CDATA or text beside elements, or is over 32 levels deep.
 */
export function parseXml(source: string): XmlElement {
  const document = element("");
  const open = [document];
  for (let position = 0; position < source.length; position = token.lastIndex) {
    token.lastIndex = position;
    readToken(open, token.exec(source) ?? refuse("MalformedXML"));
  }
  const [root] = document.children;
  const isOne = document.children.length === 1 && open.length === 1 && !hasMixedContent(document);
  return root && isOne ? root : refuse("MalformedXML");
}

function readToken(open: XmlElement[], [, closing, name, selfClosing, text]: string[]): void {
  const parent = open.at(-1);
  if (!parent || open.length > deepest) refuse("MalformedXML");
  if (text !== undefined) parent.text += unescapeText(text);
  if (name === undefined) return;
  if (closing) {
    if (parent.name !== name) refuse("MalformedXML");
    open.pop();
    return;
  }
  const child = element(name);
  parent.children.push(child);
  if (!selfClosing) open.push(child);
}

function hasMixedContent({ text, children }: XmlElement): boolean {
  return children.length > 0 && (text.trim() !== "" || children.some(hasMixedContent));
}

const entities: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeText(text: string): string {
  return text.replace(/&([^;&]*);?/g, (whole, name: string) => {
    const [, hex, decimal] = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name) ?? [];
    const point = Number.parseInt(hex ?? decimal ?? "", hex ? 16 : 10);
    if (whole.endsWith(";") && point <= 0x10ffff) return String.fromCodePoint(point);
    return (whole.endsWith(";") && entities[name]) || refuse("MalformedXML");
  });
}

/**
 * Reads a document and returns its root. Refuses `MalformedXML` if the root has another name, or if the document cannot
 * be parsed (`parseXml`).
 */
export function parseXmlRoot(source: string, name: string): XmlElement {
  const root = parseXml(source);
  return root.name === name ? root : refuse("MalformedXML", `Expected ${name}, got ${root.name}`);
}

export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((child) => child.name === name);
}

export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((child) => child.name === name);
}

/** Returns the text of the first child of that name; "" if it has no text, undefined without such a child. */
export function textOf(parent: XmlElement, name: string): string | undefined {
  return childOf(parent, name)?.text;
}

export function textsOf(parent: XmlElement, name: string): string[] {
  return childrenOf(parent, name).map((child) => child.text);
}

/** Refuses `NotImplemented` if a child's name is not in `names`. Does not look at deeper levels. */
export function expectOnly(parent: XmlElement, names: readonly string[]): void {
  const unknown = parent.children.find((child) => !names.includes(child.name));
  if (unknown) refuse("NotImplemented", `${unknown.name} in ${parent.name} is not implemented`);
}
