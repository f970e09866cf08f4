import { unconfirmed } from "../infra/deploy-refusals.ts";
import { registers, templates, tenant } from "../settings.ts";
import { valuesOf } from "../shared/tenant/tenant.ts";

if (import.meta.main) {
  const open = unconfirmed();
  for (const { path, status, source } of open) process.stdout.write(`${path}\t${status}\t${source}\n`);
  process.stdout.write(
    `${open.length} of ${valuesOf({ ...tenant, registers, templates }).length} values of ${tenant.code} are not confirmed\n`,
  );
  if (process.argv.includes("--prod") && open.length > 0) process.exitCode = 1;
}
