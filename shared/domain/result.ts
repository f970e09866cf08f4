/** The outcome of something that may be refused: a refusal is a value, a bug is a throw. */
export type Result<Value, Refused> = { readonly ok: true; readonly value: Value } | Refused;

/** Wraps the value of an act that was done. */
export function ok<const Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}
