/**
 * A value of a utility with its source. `confirmed`: by a named person of the utility; `assumed`: by us; `stand-in`: it is
 * another utility's, used until this one's is known.
 */
export type TenantValue<T> = {
  readonly value: T;
  readonly status: "confirmed" | "assumed" | "stand-in";
  readonly source: string;
  readonly confirmedBy?: string;
  readonly confirmedAt?: string;
};

/** `confirmedAt` is the day, `YYYY-MM-DD`. */
export function confirmed<T>(value: T, source: string, confirmedBy: string, confirmedAt: string): TenantValue<T> {
  return { value, status: "confirmed", source, confirmedBy, confirmedAt };
}

export function assumed<T>(value: T, source: string): TenantValue<T> {
  return { value, status: "assumed", source };
}

export function standIn<T>(value: T, source: string): TenantValue<T> {
  return { value, status: "stand-in", source };
}
