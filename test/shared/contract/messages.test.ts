import { describe, expect, it } from "vitest";
import * as z from "zod";
import { sentenceFor } from "../../../shared/contract/messages.ts";
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
/** Words of the library's own messages. */
const english = /invalid|expected|received|too (small|big|long|short)|unrecognized|must|required|string|number/i;

/** All that a schema says of these values, one field at a time and together. */
function saidBy(schema: z.ZodObject): readonly string[] {
  const names = Object.keys(schema.shape);
  const alone = names.flatMap((name) => odd.map((value) => ({ [name]: value })));
  const together = odd.map((value) => Object.fromEntries(names.map((name) => [name, value])));
  const asked: readonly unknown[] = [...odd, ...alone, ...together, { unknown: 1 }];
  return asked.flatMap((value) => schema.safeParse(value).error?.issues.map(({ message }) => message) ?? []);
}

describe.each(all)("the route %s", (_, { params, query, body }) => {
  it("tells what is wrong in whole Spanish sentences", () => {
    const said = [params, query, body].flatMap((schema) => (schema ? saidBy(schema) : []));
    for (const sentence of said) {
      expect(sentence).toMatch(/^["A-ZÁÉÍÓÚ].{8,}\.$|^[A-ZÁÉÍÓÚ].*: .+\.$/su);
      expect(sentence).not.toMatch(english);
      expect(sentence.length).toBeLessThan(160);
    }
    expect(said.length > 0).toBe(params !== undefined || query !== undefined || body !== undefined);
  });
});

describe("the sentence for what has no better one", () => {
  const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues[0]?.message;
  it.each<[string, z.ZodType, unknown, string]>([
    ["what is not there", z.string(), undefined, "Falta este dato."],
    ["another type", z.string(), 7, "Este dato no tiene la forma esperada."],
    ["no option", z.enum(["a"]), "b", "Elige una de las opciones que se ofrecen."],
    ["another pattern", z.string().regex(/a/), "b", "Este dato no tiene la forma esperada."],
    ["too short", z.string().min(2), "b", "Este dato es demasiado corto o pequeño."],
    ["too large", z.number().max(2), 3, "Este dato es demasiado largo o grande."],
    ["fields nobody knows", z.strictObject({}), { b: 1, c: 2 }, "Hay datos que no se esperaban: b, c."],
    ["anything else", z.string().refine(() => false), "b", "Revisa este dato."],
  ])("%s", (_, schema, value, sentence) => {
    expect(said(schema, value)).toBe(sentence);
  });

  it("does not stand before the schema's own", () => {
    expect(said(z.string({ error: "Falta el nombre." }), undefined)).toBe("Falta el nombre.");
    expect(said(z.string().min(2, "Es corto."), "b")).toBe("Es corto.");
  });
});
