import { unconfirmed } from "../infra/deploy-refusals.ts";
import { registers, templates, tenant } from "../settings.ts";
import { valuesOf } from "../shared/tenant/tenant.ts";
import { typedArguments } from "./typed-arguments.ts";

const usage = `npm run tenant:check [-- --prod]
Prints every value of the tenant that nobody has confirmed. With --prod ends with 1 if there is one.`;

if (import.meta.main) {
  const { values } = typedArguments(usage, { options: { prod: { type: "boolean", default: false } } });
  const open = unconfirmed();
  for (const { path, status, source } of open) process.stdout.write(`${path}\t${status}\t${source}\n`);
  process.stdout.write(
    `${open.length} of ${valuesOf({ ...tenant, registers, templates }).length} values of ${tenant.code} are not confirmed\n`,
  );
  if (values.prod && open.length > 0) process.exitCode = 1;
}
