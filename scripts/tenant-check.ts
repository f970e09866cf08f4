import { tenant } from "../settings.ts";
import { type StatedValue, valuesOf } from "../tenants/tenant.ts";

/** The values of the tenant that nobody of the utility has confirmed. */
export function unconfirmed(values: readonly StatedValue[] = valuesOf(tenant)): readonly StatedValue[] {
  return values.filter(({ status }) => status !== "confirmed");
}

if (import.meta.main) {
  const open = unconfirmed();
  for (const { path, status, source } of open) process.stdout.write(`${path}\t${status}\t${source}\n`);
  process.stdout.write(`${open.length} of ${valuesOf(tenant).length} values of ${tenant.code} are not confirmed\n`);
  if (process.argv.includes("--prod") && open.length > 0) process.exitCode = 1;
}
