import { describe, expect, it } from "vitest";
import type { Block, Sheet } from "../../../shared/documents/sheet.ts";
import { letterhead, pdfRenderer } from "./document-examples.ts";
import { readPdf } from "./pdf-reader.ts";

const sheet: Sheet = {
  letterhead,
  title: "Documento de prueba",
  code: "RE-2026-004192-7",
  madeAt: "2026-11-23T15:00:00.000Z",
  blocks: [{ text: "Año, ñandú, 12 m³: «así»." }, { qr: "https://example.pe/retomar/#abc", caption: "Léelo." }],
};
const with_ = (...blocks: readonly Block[]): Sheet => ({ ...sheet, blocks });

describe("the bytes of a document", () => {
  it("are the same for the same sheet, whenever it is printed", async () => {
    const first = await pdfRenderer.print(sheet);
    const second = await pdfRenderer.print(structuredClone(sheet));
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true);
  });

  it.each([
    ["the text", with_({ text: "Otra cosa." })],
    ["what the QR opens", with_(...sheet.blocks.slice(0, 1), { qr: "https://example.pe/otra", caption: "Léelo." })],
    ["the code", { ...sheet, code: "RE-2026-004193-7" }],
    ["the instant of the fact", { ...sheet, madeAt: "2026-11-23T15:00:01.000Z" }],
    ["the letterhead", { ...sheet, letterhead: { ...letterhead, telephone: "053 000 001" } }],
  ])("are others when %s is another", async (_, changed) => {
    const [first, second] = await Promise.all([pdfRenderer.print(sheet), pdfRenderer.print(changed)]);
    expect(Buffer.from(second).equals(Buffer.from(first))).toBe(false);
  });
});

describe("PDF/A-1b", () => {
  it("is declared, with the colours and the date it needs", async () => {
    const bytes = await pdfRenderer.print(sheet);
    const { metadata, structure } = readPdf(bytes);
    expect(Buffer.from(bytes.slice(0, 8)).toString()).toBe("%PDF-1.4");
    expect(metadata).toContain("<pdfaid:part>1</pdfaid:part>");
    expect(metadata).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
    expect(metadata).toContain("<xmp:CreateDate>2026-11-23T15:00:00Z</xmp:CreateDate>");
    expect(structure).toMatch(/\/S \/GTS_PDFA1\n[\s\S]*\/DestOutputProfile \d+ 0 R/);
    expect(structure).toContain("/Lang (es-PE)");
    expect(structure).not.toMatch(/\/Encrypt|\/JavaScript|\/EmbeddedFile/);
  });

  it("has every font it uses inside, and no other", async () => {
    const { structure } = readPdf(await pdfRenderer.print(sheet));
    const fonts = [...structure.matchAll(/\/BaseFont \/([\w+-]+)/g)].map(([, name = ""]) => name);
    expect(new Set(fonts.map((name) => name.slice(name.indexOf("+") + 1)))).toEqual(
      new Set(["DejaVuSans", "DejaVuSans-Bold"]),
    );
    expect(structure.match(/\/FontFile2 \d+ 0 R/g)).toHaveLength(2);
  });

  it.each([
    ["an emoji", "Gota 💧 fin", "Gota [signo] fin"],
    ["a letter of another script", "Agua 水 fin", "Agua [en otra escritura: véase el original] fin"],
    [
      "a name of another script",
      "王 小明 (王)",
      "[en otra escritura: véase el original] ([en otra escritura: véase el original])",
    ],
    ["a control sign", "Uno\u0007 dos", "Uno  dos"],
    ["a sign that is not seen", "U\u200bno\u202e dos", "Uno dos"],
    ["an accent written apart", "Man\u0303ana", "Mañana"],
  ])("prints no letter without its shape: %s", async (_, typed, printed) => {
    expect(readPdf(await pdfRenderer.print(with_({ text: typed }))).text).toContain(printed);
  });
});

it("of a list without an entry draws nothing, and the rest stands", async () => {
  const bare = with_({ heading: "Recibos" }, { lines: [] }, { items: [] }, { signatures: [] }, { text: "Lo demás." });
  const { text } = readPdf(await pdfRenderer.print(bare));
  expect(text).toContain("Recibos");
  expect(text).toContain("Lo demás.");
});

describe("a page", () => {
  it("says who issues it, its code and its number, each one", async () => {
    const { text, pages } = readPdf(
      await pdfRenderer.print(with_(...Array.from({ length: 60 }, () => ({ text: "Línea." })))),
    );
    expect(pages).toBe(2);
    expect(text.split("EPS Moquegua S.A. · RUC 20000000010")).toHaveLength(3);
    expect(text.split("SUNASS 1899")).toHaveLength(3);
    expect(text).toContain("RE-2026-004192-7Página 1 de 2");
    expect(text).toContain("RE-2026-004192-7Página 2 de 2");
  });

  it.each<[string, readonly Block[]]>([
    ["a text that leads to it", [{ text: "Es esto:" }, { table: { head: ["Mes"], rows: [["mayo"], ["junio"]] } }]],
    ["what stands before it", [{ text: "Es esto:" }, { qr: "https://example.pe/", caption: "Léelo." }]],
  ])("keeps %s with a block that goes to the next", async (_, kept) => {
    const lines = Array.from({ length: 36 }, () => ({ text: "Línea." }));
    const { text } = readPdf(await pdfRenderer.print(with_(...lines, ...kept, ...lines.slice(12))));
    expect(text.split("Página 1 de 2")[1]).toContain("Es esto:");
  });

  it("is spared by lines that are closer together, if it would hold a few alone", async () => {
    const pagesOf = async (lines: number) =>
      readPdf(await pdfRenderer.print(with_(...Array.from({ length: lines }, () => ({ text: "Línea." }))))).pages;
    expect([await pagesOf(41), await pagesOf(50)]).toEqual([1, 2]);
  });

  it("is not left behind with a signature alone: it takes lines of the page before", async () => {
    const lines = Array.from({ length: 43 }, () => ({ text: "Línea." }));
    const { text, pages } = readPdf(await pdfRenderer.print(with_(...lines, { text: "Firma." })));
    const [, last = ""] = text.split("Página 1 de 2");
    expect([pages, last.includes("Firma."), last.split("Línea.").length > 10]).toEqual([2, true, true]);
  });

  it("cuts a word that is longer than its column", async () => {
    const { text } = readPdf(await pdfRenderer.print(with_({ lines: [["Archivo", "b".repeat(300)]] })));
    expect(Math.max(...text.split("\n").map((line) => (line.match(/b+/g) ?? [""])[0].length))).toBeLessThan(80);
  });
});
