/**
 * A value that a utility sets, with its source. A named person of the utility `confirmed` it, or we `assumed` it; a
 * `stand-in` is another utility's or invented, until this utility's own is known.
 */
export type TenantValue<T> = {
  readonly value: T;
  readonly status: "confirmed" | "assumed" | "stand-in";
  readonly source: string;
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
};

/**
 * Returns a value that a named person of the utility confirmed.
 * @param source where the value is stated, such as a norm
 * @param confirmedBy the person's name
 * @param confirmedAt the day of the confirmation, `YYYY-MM-DD`
 */
export function confirmed<T>(value: T, source: string, confirmedBy: string, confirmedAt: string): TenantValue<T> {
  return { value, status: "confirmed", source, confirmedBy, confirmedAt };
}

export function assumed<T>(value: T, source: string): TenantValue<T> {
  return { value, status: "assumed", source };
}

export function standIn<T>(value: T, source: string): TenantValue<T> {
  return { value, status: "stand-in", source };
}
