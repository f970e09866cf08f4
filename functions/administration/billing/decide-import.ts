import { decideImport as route } from "../../../shared/contract/desk-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { longInstant } from "../../../shared/domain/term/spanish-dates.ts";
import type { ImportRecord } from "../../../shared/storage/billing/import-register.ts";
import { serve } from "../../runtime/serve.ts";
import type { ImportDeps } from "../import-deps.ts";
import { shownImport } from "./import-view.ts";

/**
 * Decides about an import that waits because it changes holders: its rows are stored, or it is refused whole. Refuses
 * `import-not-found` if there is none, `import-not-waiting` if nothing waits for a decision, and `import-decided`, with
 * who and when, if the other was decided before. The same decision again, by anybody, changes nothing.
 */
export const decideImport = ({ importRegister, importWork, staffRegister, tenant }: ImportDeps) =>
  serve(route, async ({ params: { importId }, body, caller, now }) => {
    if (!(await importRegister.find(importId))) return refused("import-not-found");
    const staff = await staffRegister.recent(tenant.office.code.value, now);
    const name = staff.find(({ sub }) => sub === caller.sub)?.name ?? caller.sub;
    const decision = { ...body, by: caller.sub, name, at: now };
    await importRegister.decide(importId, decision, "Se descartó antes de guardar.");
    const record = await importRegister.find(importId);
    if (!record?.decided) return refused("import-not-waiting");
    if (record.decided.as !== body.as) return refused("import-decided", { detail: saidOf(record.decided) });
    // One message, from which the importer queues the ranges: if it is not queued, the import can be pressed again.
    if (record.state === "scanning") await importWork.send(importId, "previewing", 1);
    return ok(shownImport(record));
  });

const decisionNames = { import: "importarla", discard: "descartarla" } as const;

function saidOf({ name, as, at }: NonNullable<ImportRecord["decided"]>): string {
  return `${name} decidió ${decisionNames[as]} el ${longInstant(at)}.`;
}
