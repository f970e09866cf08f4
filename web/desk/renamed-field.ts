import type { Outcome } from "../client.ts";

/**
 * Returns an outcome whose problem calls the field `from` of the request `to`: forms that stand on one page have no
 * field of the same name, or a label would lead to another's.
 */
export function renamedField<Value>(outcome: Outcome<Value>, from: string, to: string): Outcome<Value> {
  if (outcome.ok) return outcome;
  const { problem } = outcome;
  const fields = problem.fields.map(({ field, message }) => ({ field: field === from ? to : field, message }));
  return { ok: false, problem: { ...problem, fields } };
}
