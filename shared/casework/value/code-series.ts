import type { Tenant } from "../../tenant/tenant.ts";

/** Returns the series in which an office gives codes in a year, such as `RE-2026`, each once. */
export function seriesOf({ office }: Tenant, year: number): readonly string[] {
  const { claimCode, problemCode, submissionCode, observationCode } = office;
  const formats = [claimCode, problemCode, submissionCode, observationCode];
  return [...new Set(formats.map(({ value }) => `${value.prefix}-${year}`))];
}
