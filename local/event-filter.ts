import * as z from "zod";

/** A filter's test of one value: that it equals this, or whether it exists. */
const test = z.union([z.string(), z.number(), z.boolean(), z.null(), z.strictObject({ exists: z.boolean() })]);
type Test = z.output<typeof test>;
interface Pattern {
  readonly [field: string]: Pattern | readonly Test[];
}
/** The pattern of a filter or of a rule. */
export const eventPattern: z.ZodType<Pattern> = z.lazy(() =>
  z.record(z.string(), z.union([z.array(test).min(1), eventPattern])),
);

/** The filters of an event source, as its template has them. */
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

/**
 * Whether an event passes the filters: it does if there are none, or if one of them matches in every field that it
 * names. A field matches if one of its tests does. A list is equal to a test's value if one of its elements is. For the
 * test `exists`, a list or an object is taken as absent.
 */
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
  // A list matches if one of its values does.
  if (typeof wanted !== "object" || wanted === null)
    return Array.isArray(value) ? value.includes(wanted) : value === wanted;
  // The service tests only whether a leaf exists, not an object.
  const isLeaf = value !== undefined && (typeof value !== "object" || value === null);
  return isLeaf === wanted.exists;
}
