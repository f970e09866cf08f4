import * as z from "zod";

/** What a filter says of one value: one of these, or whether it is there at all. */
const test = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ exists: z.boolean() })]);
type Test = z.output<typeof test>;
interface Pattern {
  readonly [field: string]: Pattern | readonly Test[];
}
/** A filter's pattern, or a rule's. */
export const eventPattern: z.ZodType<Pattern> = z.lazy(() =>
  z.record(z.string(), z.union([z.array(test).min(1), eventPattern])),
);

/** An event source's filters, as its template has them. */
export const filterCriteria = z.strictObject({
  Filters: z.array(
    z.strictObject({
      Pattern: z
        .string()
        .transform((text): unknown => JSON.parse(text))
        .pipe(eventPattern),
    }),
  ),
});

/** Tells whether an event passes: one of the filters is enough, and within one every field it names must hold. */
export function passes(filters: readonly { readonly Pattern: Pattern }[], event: unknown): boolean {
  return filters.length === 0 || filters.some(({ Pattern }) => holds(Pattern, event));
}

function holds(wanted: Pattern, value: unknown): boolean {
  const fields: Readonly<Record<string, unknown>> = typeof value === "object" && value !== null ? { ...value } : {};
  return Object.entries(wanted).every(([name, inner]) =>
    isTests(inner) ? inner.some((one) => meets(one, fields[name])) : holds(inner, fields[name]),
  );
}

const isTests = (inner: Pattern | readonly Test[]): inner is readonly Test[] => Array.isArray(inner);

function meets(wanted: Test, value: unknown): boolean {
  // Of a list it is enough that one is as wanted.
  if (typeof wanted !== "object" || wanted === null)
    return Array.isArray(value) ? value.includes(wanted) : value === wanted;
  // Only of leaves: the service asks of nothing else whether it is there.
  const isLeaf = value !== undefined && (typeof value !== "object" || value === null);
  return isLeaf === wanted.exists;
}
