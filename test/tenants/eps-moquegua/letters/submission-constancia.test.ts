import { describe, expect, it } from "vitest";
import { submissionCargo } from "../../../../tenants/eps-moquegua/letters/submission-cargo.ts";
import { submissionConstancia } from "../../../../tenants/eps-moquegua/letters/submission-constancia.ts";
import { letterhead, pdfRenderer } from "../../../shared/documents/document-examples.ts";
import { readPdf } from "../../../shared/documents/pdf-reader.ts";

const forms = { reconsiderationForm: "Formato 8", appealForm: "Formato 9" };
const said = { letterhead, forms, kind: "document" } as const;
const submission = {
  number: "MP-2026-000321-4",
  subject: "Carta al área comercial",
  text: "",
  presenter: "CLIENTE DE PRUEBA DOS",
  // Already the next day in Greenwich.
  presentedAt: "2026-11-24T04:59:00.000Z",
  filedOn: "2026-11-23",
  channel: "web",
  attachments: [{ fileName: "carta.pdf", sha256: "b2".repeat(32) }],
} as const;
const wordsOf = async (kind: "document" | "reconsideration" | "appeal", claim?: { code: string }) =>
  readPdf(
    await pdfRenderer.print(submissionConstancia({ ...said, kind, submission: { ...submission, claim } })),
  ).text.replaceAll("\n", " ");

describe("the constancia of a submission", () => {
  it("says what was presented, when, by whom and with which attachments", async () => {
    const text = await wordsOf("document");
    for (const words of [
      "NúmeroMP-2026-000321-4",
      "lunes 23 de noviembre de 2026 a las 11:59 p. m. (hora de Lima)",
      "Cuenta como presentado ellunes 23 de noviembre de 2026",
      "CLIENTE DE PRUEBA DOS",
      "Carta al área comercial",
      `carta.pdf${"b2".repeat(32)}`,
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

  it("names the person it is presented for, and the power", async () => {
    const standing = { as: "representative", of: "CLIENTE DE PRUEBA UNO", power: "simple-letter" } as const;
    const sheet = submissionConstancia({ ...said, submission: { ...submission, standing } });
    const text = readPdf(await pdfRenderer.print(sheet)).text.replaceAll("\n", " ");
    expect(text).toContain("representante de CLIENTE DE PRUEBA UNO, con carta poder simple");
    expect(text).not.toContain("Recibido");
  });

  it("is another document than the cargo of its reception, which says when that was", async () => {
    const sheet = submissionCargo({ ...said, submission, receivedAt: "2026-11-24T15:00:00.000Z", added: [] });
    const text = readPdf(await pdfRenderer.print(sheet)).text.replaceAll("\n", " ");
    expect(text).toContain("Cargo de recepción");
    expect(text).toContain("Recibidomartes 24 de noviembre de 2026 a las 10:00");
    expect(text).toContain("Cuenta como presentado ellunes 23 de noviembre de 2026");
  });

  it("contains the whole text that was presented, on as many pages as it takes", async () => {
    const text = Array.from({ length: 60 }, (_, line) => `Línea ${line} de lo que pido, y así sigue.`).join("\n");
    const sheet = submissionConstancia({
      ...said,
      kind: "document",
      submission: { ...submission, text, attachments: [] },
    });
    const printed = readPdf(await pdfRenderer.print(sheet));
    expect(text.length).toBeGreaterThan(2000);
    for (const line of text.split("\n")) expect(printed.text.replaceAll("\n", " ")).toContain(line);
    expect(printed.pages).toBeGreaterThan(1);
  });

  it("throws for a submission whose day is not a day", () => {
    expect(() => submissionConstancia({ ...said, submission: { ...submission, filedOn: "ayer" } })).toThrow(RangeError);
  });
});
