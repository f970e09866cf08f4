import { describe, expect, it } from "vitest";
import * as z from "zod";
import { personDocument, telephoneNumber } from "../../../shared/contract/filing/claim-fields.ts";
import { saveResolution } from "../../../shared/contract/resolution/decision-routes.ts";
import type { Route } from "../../../shared/contract/route.ts";
import { routesByFunction } from "../../../shared/contract/routes.ts";
import { showVerification } from "../../../shared/contract/seal/verification-routes.ts";
import { day, instant } from "../../../shared/contract/visit/fields.ts";

interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}

/** Fields whose form is a rule of their own, which a schema in JSON cannot say: the last test holds each of them. */
const ownRule =
  /(^|\.)(telephone|hearingTelephone|number|code|date|day|from|until|on|\w+On|at|\w+At|again|week|deviceTime)$/;

const isBounded = ({ maxLength, pattern, enum: values, const: one }: Schema): boolean =>
  maxLength !== undefined || values !== undefined || one !== undefined || /^\^[^+*]*\$$/.test(pattern ?? "");

/** Returns the texts and lists of a schema that may be as long as somebody likes. */
function unboundedIn(schema: Schema, at: string): string[] {
  const own =
    (schema.type === "string" && !isBounded(schema) && !ownRule.test(at)) ||
    (schema.type === "array" && schema.maxItems === undefined);
  const { properties = {}, items, anyOf = [], oneOf = [], allOf = [] } = schema;
  return [
    ...(own ? [at] : []),
    ...Object.entries(properties).flatMap(([name, field]) => unboundedIn(field, `${at}.${name}`)),
    ...(items ? unboundedIn(items, at) : []),
    ...[...anyOf, ...oneOf, ...allOf].flatMap((part) => unboundedIn(part, at)),
  ];
}

/** About the most characters that a schema takes as JSON: names, and signs around values, with them. */
function mostCharacters(schema: Schema): number {
  const { properties = {}, items, maxItems = 0, maxLength = 64, anyOf = [], oneOf = [], allOf = [] } = schema;
  const ways = [...anyOf, ...oneOf, ...allOf].map(mostCharacters);
  const fields = Object.entries(properties).map(([name, field]) => name.length + 4 + mostCharacters(field));
  const members = items ? maxItems * (1 + mostCharacters(items)) : 0;
  return (
    Math.max(0, ...ways) +
    fields.reduce((sum, length) => sum + length, 2) +
    members +
    (schema.type === "string" ? maxLength : 8)
  );
}

const schemaOf = (schema: z.ZodType): Schema =>
  z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;

const all = Object.values(routesByFunction).flatMap((routes) => Object.entries<Route>(routes));

describe("what a request may hold", () => {
  it.each(all)("%s takes no text and no list without an end", (_, { params, query, body }) => {
    const parts = Object.entries({ params, query, body }).flatMap(([name, part]) =>
      part ? unboundedIn(schemaOf(part), name) : [],
    );
    expect(parts).toEqual([]);
  });

  it.each(all)("%s takes no body longer than what is read", (_, { body }) => {
    expect(body ? mostCharacters(schemaOf(body)) : 0).toBeLessThan(400_000);
  });

  it("holds a draft of sixty pages, and none that an item of the store does not", () => {
    const draftOf = (sign: string) => {
      const answer = { text: sign.repeat(3000), cites: Array.from({ length: 60 }, () => sign.repeat(40)) };
      const answers = Array.from({ length: 30 }, (_, at) => ({ matter: `m${at}`, ...answer }));
      return { outcome: "rejected", decision: sign.repeat(2000), reasons: sign.repeat(8000), answers };
    };
    expect(saveResolution.body.safeParse(draftOf("a")).success).toBe(true);
    const refused = saveResolution.body.safeParse(draftOf("漢"));
    expect(refused.error?.issues).toMatchObject([
      { path: ["reasons"], message: expect.stringContaining("demasiado larga") },
    ]);
  });

  it("would be found: a text, a list and a pattern without an end", () => {
    const open = z.object({ text: z.string(), list: z.array(z.enum(["a"])), digits: z.string().regex(/^\d+$/) });
    expect(unboundedIn(schemaOf(open), "body")).toEqual(["body.text", "body.list", "body.digits"]);
  });

  it("an instant is kept to the millisecond, however long it is written", () => {
    const written = `2026-11-28T10:00:00.${"1".repeat(100_000)}Z`;
    expect(instant("Falta.").parse(written)).toBe("2026-11-28T10:00:00.111Z");
  });

  it.each<[what: string, schema: z.ZodType, of: (text: string) => unknown]>([
    ["a day", day, (text) => `2026-11-28${text}`],
    ["a telephone", telephoneNumber, (text) => `987654321${text}`],
    ["a document", personDocument, (text) => ({ kind: "DNI", number: `00000001${text}` })],
    ["a passport", personDocument, (text) => ({ kind: "PASSPORT", number: `A1${text}` })],
    ["a verification code", showVerification.params, (text) => ({ code: `ABCD${text}` })],
  ])("%s has an end by its own rule", (_, schema, of) => {
    expect(schema.safeParse(of("1".repeat(100_000))).success).toBe(false);
  });
});
