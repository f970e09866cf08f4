import * as z from "zod";
import type { Route } from "../shared/contract/route.ts";

export type Draw = () => number;
type Schema = Readonly<Record<string, unknown>>;

/** The JSON schemas of what a route takes. */
export interface Schemas {
  readonly body?: Schema;
  readonly query?: Schema;
}

const at = "2026-11-23T15:00:00.000Z";

/** Draws one of some values. */
export const one = <Value>(draw: Draw, values: readonly Value[]): Value =>
  values[Math.floor(draw() * values.length)] as Value;

/** Draws a value that a JSON schema describes, as far as a schema of this contract goes. */
export function sampleOf(schema: Schema, draw: Draw): unknown {
  const { type, enum: values, const: only, anyOf, oneOf, allOf, properties = {}, items } = schema;
  if (only !== undefined) return only;
  if (Array.isArray(values)) return one(draw, values);
  const choices = [anyOf, oneOf, allOf].find(Array.isArray) as readonly Schema[] | undefined;
  if (choices) return sampleOf(one(draw, choices), draw);
  switch (type) {
    case "object": {
      const required = (schema["required"] ?? []) as readonly string[];
      const own = Object.entries(properties as Record<string, Schema>);
      const shown = own.filter(([name]) => required.includes(name) || draw() < 0.5);
      return Object.fromEntries(shown.map(([name, of]) => [name, sampleOf(of, draw)]));
    }
    case "array":
      return [sampleOf((items ?? {}) as Schema, draw)];
    case "integer":
    case "number":
      return Number(schema["minimum"] ?? 1);
    case "boolean":
      return draw() < 0.5;
    default:
      return one(draw, ["00012345", "2026-11-20", "a", "S001-00082001", "12.50", at, "RE-2026-000001-1", "00000001"]);
  }
}

/** Returns the schemas of what a route takes as body and query. */
export function schemasOf({ body, query }: Route): Schemas {
  const of = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: "any", io: "input" }) as Schema;
  return { ...(body && { body: of(body) }), ...(query && { query: of(query) }) };
}
