/**
 * A value of a utility with its source. `confirmed`: a named person of the utility confirmed it; `assumed`: we assume
 * it; `stand-in`: it is another utility's, used until this one's is known.
 */
export type TenantValue<T> = {
  readonly value: T;
  readonly status: "confirmed" | "assumed" | "stand-in";
  readonly source: string;
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
};

/** @param confirmedAt the day of the confirmation, `YYYY-MM-DD` */
export function confirmed<T>(value: T, source: string, confirmedBy: string, confirmedAt: string): TenantValue<T> {
  return { value, status: "confirmed", source, confirmedBy, confirmedAt };
}

export function assumed<T>(value: T, source: string): TenantValue<T> {
  return { value, status: "assumed", source };
}

export function standIn<T>(value: T, source: string): TenantValue<T> {
  return { value, status: "stand-in", source };
}
