import { inflateSync } from "node:zlib";

/** What a test looks at in a PDF: its words as a reader program would take them out, and its parts as they stand. */
export interface ReadPdf {
  /**
   * The words of every page, each line of a page on a line, what stands beside each other without a space; all spaces
   * alike.
   */
  readonly text: string;
  /** Everything but the streams, Latin-1. */
  readonly structure: string;
  /** The XMP packet. */
  readonly metadata: string;
  readonly pages: number;
}

interface Part {
  readonly dictionary: string;
  readonly stream?: Buffer;
}

function partsOf(bytes: Uint8Array): Map<string, Part> {
  const file = Buffer.from(bytes).toString("latin1");
  const parts = new Map<string, Part>();
  for (const [, id = "", body = ""] of file.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [dictionary = "", raw] = body.split(/\nstream\n/, 2);
    if (raw === undefined) parts.set(id, { dictionary });
    else {
      const stream = Buffer.from(raw.replace(/\nendstream$/, ""), "latin1");
      parts.set(id, { dictionary, stream: dictionary.includes("/FlateDecode") ? inflateSync(stream) : stream });
    }
  }
  return parts;
}

/** Codes of a font to letters, by its ToUnicode map. */
function lettersOf(cmap: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, first = "", list = ""] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g))
    for (const [index, [, unicode = ""]] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries()) {
      const code = (Number.parseInt(first, 16) + index).toString(16).padStart(4, "0");
      const units = unicode.replaceAll(" ", "").match(/.{4}/g) ?? [];
      letters.set(code, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    }
  return letters;
}

function fontsOf(parts: Map<string, Part>): Map<string, Map<string, string>> {
  const fonts = new Map<string, Map<string, string>>();
  for (const { dictionary } of parts.values())
    for (const [, name = "", id = ""] of dictionary.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, map = ""] = /\/ToUnicode (\d+) 0 R/.exec(parts.get(id)?.dictionary ?? "") ?? [];
      fonts.set(name, lettersOf(parts.get(map)?.stream?.toString("latin1") ?? ""));
    }
  return fonts;
}

function shownBy(operand: string, letters: Map<string, string>): string {
  const codes = [...operand.matchAll(/<([0-9a-f]*)>/g)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
  return codes.map((code) => letters.get(code) ?? "?").join("");
}

function textOf(content: string, fonts: Map<string, Map<string, string>>): string {
  let letters = new Map<string, string>();
  const lines = new Map<string, string>();
  let line = "";
  for (const [, y, font, shown] of content.matchAll(/ (-?[\d.]+) Tm\n|\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (y !== undefined) line = y;
    if (font !== undefined) letters = fonts.get(font) ?? new Map();
    if (shown !== undefined) lines.set(line, (lines.get(line) ?? "") + shownBy(shown, letters));
  }
  return [...lines.values()].map((words) => words.trim()).join("\n");
}

/** Reads a PDF as the PDF renderer makes it. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const parts = partsOf(bytes);
  const fonts = fontsOf(parts);
  const dictionaries = [...parts.values()].map(({ dictionary }) => dictionary);
  const pages = dictionaries.filter((dictionary) => /\/Type \/Page\n/.test(dictionary));
  const contents = pages.map((page) => parts.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? "")?.stream);
  const metadata = [...parts.values()].find(({ dictionary }) => dictionary.includes("/Type /Metadata"));
  return {
    text: contents
      .map((content) => textOf(content?.toString("latin1") ?? "", fonts))
      .join("\n")
      .replaceAll("\u00a0", " "),
    structure: dictionaries.join("\n"),
    metadata: metadata?.stream?.toString("utf8") ?? "",
    pages: pages.length,
  };
}
