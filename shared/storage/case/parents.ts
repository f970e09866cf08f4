import type { ClaimsKey } from "./claim-keys.ts";

/** The fields by which items and entries name what they belong to, and how the key of what they name is made. */
const parents = {
  claimId: { pk: "CLAIM", sk: "HEAD" },
  submissionId: { pk: "SUBMISSION", sk: "SUBMISSION" },
  problemId: { pk: "PROBLEM", sk: "PROBLEM" },
  observationId: { pk: "OBSERVATION", sk: "OBSERVATION" },
} as const;

/** What bears a code of the office, named by its id. */
export interface Parent {
  readonly field: keyof typeof parents;
  readonly id: string;
}

const fields = Object.keys(parents) as readonly (keyof typeof parents)[];
const isField = (name: string): name is keyof typeof parents => Object.hasOwn(parents, name);

/** Returns the key of what an id names. */
export const parentKeyOf = ({ field, id }: Parent): ClaimsKey => ({
  pk: `${parents[field].pk}#${id}`,
  sk: parents[field].sk,
});

/** Returns what an item names with fields of its own, not with fields of its parts. */
export const parentsOf = (item: Readonly<Record<string, unknown>>): readonly Parent[] =>
  fields.flatMap((field) => {
    const id = item[field];
    return typeof id === "string" ? [{ field, id }] : [];
  });

/** Returns what a value or any part of it names, each once. */
export function parentsIn(value: unknown): readonly Parent[] {
  const found = textsIn(value).flatMap(([field, id]) => (isField(field) ? [{ field, id }] : []));
  return [...new Map(found.map((parent) => [parentKeyOf(parent).pk, parent])).values()];
}

/** Returns every text in a value with the name of its field, however deep it stands. */
export function textsIn(value: unknown): readonly (readonly [name: string, text: string])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    typeof each === "string" ? [[name, each] as const] : textsIn(each),
  );
}

/** Whether a key is of an item that stands for a claim, a submission, a request or an entry of the book. */
export const isParent = ({ pk, sk }: { readonly pk: string; readonly sk: string }): boolean =>
  Object.values(parents).some((one) => pk.startsWith(`${one.pk}#`) && sk === one.sk);
