import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { claimant, words, written } from "../../../shared/contract/claim-fields.ts";
import { saveProfile } from "../../../shared/contract/profile-routes.ts";

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
    expect(words("Escribe los nombres.", 80).parse(text)).toBe(text);
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
