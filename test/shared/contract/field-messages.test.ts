import { describe, expect, it } from "vitest";
import * as z from "zod";
import { sentenceFor } from "../../../shared/contract/field-messages.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { routes } from "../../../shared/contract/routes.ts";

z.config({ customError: sentenceFor });

const all: readonly (readonly [string, Route])[] = Object.entries(routes);
const odd: readonly unknown[] = [
  undefined,
  null,
  "",
  " ",
  "x",
  "x".repeat(2_000),
  "\uD800",
  "2026-13-45",
  -1,
  0.5,
  Number.POSITIVE_INFINITY,
  Number.MAX_SAFE_INTEGER,
  true,
  [],
  {},
];
/** Words that only the library's own English messages have. */
const english = /invalid|expected|received|too (small|big|long|short)|unrecognized|must|required|string|number/i;

/** Returns every message with which a schema refuses these values, one field at a time and together. */
function saidBy(schema: z.ZodObject): readonly string[] {
  const names = Object.keys(schema.shape);
  const alone = names.flatMap((name) => odd.map((value) => ({ [name]: value })));
  const together = odd.map((value) => Object.fromEntries(names.map((name) => [name, value])));
  const asked: readonly unknown[] = [...odd, ...alone, ...together, { unknown: 1 }];
  return asked.flatMap((value) => schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []);
}

describe.each(all)("the route %s", (_, { params, query, body }) => {
  it("says what is wrong in whole Spanish sentences", () => {
    const said = [params, query, body].flatMap((schema) => (schema ? saidBy(schema) : []));
    for (const sentence of said) {
      expect(sentence).toMatch(/^["A-ZÁÉÍÓÚ].{8,}\.$|^[A-ZÁÉÍÓÚ].*: .+\.$/su);
      expect(sentence).not.toMatch(english);
      expect(sentence.length).toBeLessThan(160);
    }
    expect(said.length > 0).toBe(params !== undefined || query !== undefined || body !== undefined);
  });
});

describe("the sentence for a field whose schema has none of its own", () => {
  const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;
  it.each<[string, z.ZodType, unknown, string]>([
    ["a missing field", z.string(), undefined, "Falta este dato."],
    ["a value of another type", z.string(), 7, "Este dato no tiene la forma esperada."],
    ["a value that is no option", z.enum(["a"]), "b", "Elige una de las opciones que se ofrecen."],
    ["a value of another pattern", z.string().regex(/a/), "b", "Este dato no tiene la forma esperada."],
    ["a text that is too short", z.string().min(2), "b", "Este dato es demasiado corto o pequeño."],
    ["a number that is too large", z.number().max(2), 3, "Este dato es demasiado largo o grande."],
    ["unknown fields", z.strictObject({}), { b: 1, c: 2 }, "Hay datos que no se esperaban: b, c."],
    ["anything else", z.string().refine(() => false), "b", "Revisa este dato."],
  ])("%s", (_, schema, value, sentence) => {
    expect(said(schema, value)).toBe(sentence);
  });

  it("is not used if the schema has its own", () => {
    expect(said(z.string({ error: "Falta el nombre." }), undefined)).toBe("Falta el nombre.");
    expect(said(z.string().min(2, "Es corto."), "b")).toBe("Es corto.");
  });
});
