import { importFile } from "../../local/import-file.ts";
import { seededFiles } from "../../local/seed/supplies.ts";
import type { LocalStack } from "../../local/stack.ts";
import { tenant } from "../../settings.ts";

/** The five supplies with a story, with fourteen months each, that the journeys use. */
export const smallWorld = seededFiles({
  supplies: 5,
  months: 14,
  lastPeriod: "2026-10",
  lists: tenant.billing.tariffLists.value,
  seed: 7,
});

/** Imports the small world's receipts and payments. */
export async function loadSmallWorld({ origin, token }: LocalStack): Promise<void> {
  const billing = await token("billing");
  const files = { receipts: smallWorld.receipts, payments: smallWorld.payments } as const;
  for (const kind of ["receipts", "payments"] as const) {
    const bytes = new TextEncoder().encode(files[kind]);
    const done = await importFile({ origin, token: billing, kind, fileName: `${kind}.csv`, bytes });
    if (done.state !== "done") throw new Error(`the small world was refused: ${done.failure}`);
  }
}
