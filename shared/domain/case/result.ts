/** The outcome of something that may be refused. A refusal is a value; a bug throws. */
export type Result<Value, Refused> = { readonly ok: true; readonly value: Value } | Refused;

export function ok<const Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}
