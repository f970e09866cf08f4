import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { announced } from "../../../shared/contract/attachment/upload-fields.ts";
import { startImport } from "../../../shared/contract/desk-routes.ts";
import { claimant, words, written } from "../../../shared/contract/filing/claim-fields.ts";
import { saveProfile } from "../../../shared/contract/notice/profile-routes.ts";
import { said } from "../../../shared/contract/submission/submission-fields.ts";

/** What is said of a value, each sentence once for its field. */
function saidOf(schema: z.ZodType, value: unknown): readonly string[] {
  return schema.safeParse(value).error?.issues.map(({ path, message }) => [...path, message].join(": ")) ?? [];
}

const unseen = "Escríbelo otra vez, con letras o números: lo que llegó no se ve.";

describe("a text in which nothing is seen", () => {
  it.each([
    ["a blank without width", "\u200B"],
    ["several, and a blank", "\u200B \u2060\u200D"],
    ["marks of direction", "\u200E\u202E"],
    ["a soft hyphen", "\u00AD"],
    ["a filler of Korean", "\u3164"],
  ])("is refused as no text: %s", (_, text) => {
    expect(saidOf(words("Escribe los nombres.", 80), text)).toEqual([unseen]);
    expect(saidOf(written(80), text)).toEqual([unseen]);
  });

  it.each(["Á", "Ñ\u200B", "李", "7", "👩‍👧"])("is not one that has a letter, a number or a picture: %s", (text) => {
    expect(words("Cuenta qué pasó.", 1500).parse(text)).toBe(text);
    expect(saidOf(words("Escribe los nombres.", 80), text)).toEqual([]);
  });

  it("is asked for once if it is needed and empty, and may be empty if not", () => {
    expect(saidOf(words("Escribe los nombres.", 80), " ")).toEqual(["Escribe los nombres."]);
    expect(written(80).parse(" ")).toBe("");
  });

  it("is no name of a claim, a problem or an account", () => {
    const names = { givenNames: "\u200B", paternalSurname: "\u200B", maternalSurname: "\u200B", companyName: "\u200B" };
    const said = Object.keys(names).map((name) => `${name}: ${unseen}`);
    expect(saidOf(claimant, { ...names, email: "cliente@example.pe" })).toEqual(said);
    expect(saidOf(saveProfile.body, names)).toEqual(said);
  });
});

describe("a name, an address, a number", () => {
  it.each([
    ["a break", "A\r\nBcc: x@example.pe A", "A Bcc: x@example.pe A"],
    ["a tab", "ROSA\tMARÍA", "ROSA MARÍA"],
    ["a line separator", "ROSA\u2028MARÍA\u2029\u0085", "ROSA MARÍA"],
    ["a control", "ROSA\u0000\u001b[31mMARÍA", "ROSA [31mMARÍA"],
    ["a mark of direction", "carta\u202egpj.exe", "cartagpj.exe"],
    ["an isolate", "\u2066ROSA\u2069", "ROSA"],
    ["blanks without width", "RO\u200bSA\ufeff", "ROSA"],
    ["many blanks", "  ROSA   MARÍA ", "ROSA MARÍA"],
    ["nothing of the kind", "ÑANDÚ ÁÉ 李 d'Ángelo-Ruiz", "ÑANDÚ ÁÉ 李 d'Ángelo-Ruiz"],
  ])("is one line, whatever came in it: %s", (_, typed, kept) => {
    expect(words("Escribe los nombres.", 80).parse(typed)).toBe(kept);
    expect(written(200).parse(typed)).toBe(kept);
  });

  it("is measured by what is kept of it, and a story keeps its lines", () => {
    expect(written(4).parse("RO\u200b\u200b\u200bSA")).toBe("ROSA");
    expect(written(201).parse("Uno.\nDos.")).toBe("Uno.\nDos.");
  });

  it.each([
    ["a claim's", claimant.shape.givenNames],
    ["an account's", saveProfile.body.shape.address],
    ["a file's", announced.shape.fileName],
    ["an import's", startImport.body.shape.fileName],
    ["a document's", said.presenter],
  ])("%s is, by its own route", (_, schema) => {
    expect(schema.parse("A\nB")).toBe("A B");
  });
});
