import { describe, expect, it } from "vitest";
import { filingCargo, filingKindName } from "../../../shared/documents/filing-cargo.ts";
import { letterhead, press } from "./document-examples.ts";
import { readPdf } from "./pdf-reader.ts";

const forms = { reconsideration: "Formato 8", appeal: "Formato 9" };
const filing = {
  number: "MP-2026-000321-4",
  subject: "Carta al área comercial",
  presenter: "CLIENTE DE PRUEBA DOS",
  // Already the next day in Greenwich.
  presentedAt: "2026-11-24T04:59:00.000Z",
  filedOn: "2026-11-23",
  papers: [{ fileName: "carta.pdf", sha256: "b2".repeat(32) }],
};
const wordsOf = async (kind: "document" | "reconsideration" | "appeal", claim?: { code: string }) =>
  readPdf(
    await press.print(filingCargo({ letterhead, kindName: filingKindName(kind, forms), filing: { ...filing, claim } })),
  ).text.replaceAll("\n", " ");

describe("the cargo of a filing", () => {
  it("says what was presented, when, by whom and with which papers", async () => {
    const text = await wordsOf("document");
    for (const words of [
      "NúmeroMP-2026-000321-4",
      "lunes 23 de noviembre de 2026 a las 23:59 (hora de Lima)",
      "Cuenta como presentado ellunes 23 de noviembre de 2026",
      "CLIENTE DE PRUEBA DOS",
      "Carta al área comercial",
      `carta.pdfSHA-256 ${"b2".repeat(32)}`,
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("Reclamo");
  });

  it.each([
    ["reconsideration", "recurso de reconsideración (Formato 8)"],
    ["appeal", "recurso de apelación (Formato 9)"],
  ] as const)("names a recourse by the law's form, and its claim: %s", async (kind, words) => {
    const text = await wordsOf(kind, { code: "RE-2026-004192-7" });
    expect(text).toContain(words);
    expect(text).toContain("ReclamoRE-2026-004192-7");
  });

  it("is made of no filing without its day", () => {
    expect(() => filingCargo({ letterhead, kindName: "documento", filing: { ...filing, filedOn: "ayer" } })).toThrow(
      RangeError,
    );
  });
});
