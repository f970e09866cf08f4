import { tenant } from "../settings.ts";
import type { listImports } from "../shared/contract/desk-routes.ts";
import type { AnswerOf } from "../shared/contract/route.ts";
import type { ImportKind } from "../shared/domain/billing/import.ts";
import { limaDay } from "../shared/domain/term/calendar-day.ts";
import { importFile } from "./import-file.ts";
import { monthAfter } from "./seed/receipt-row.ts";
import { type SeededFiles, seededFiles } from "./seed/supplies.ts";
import type { LocalStack } from "./stack.ts";

/**
 * Returns the invented data of the local stack: 300 supplies, and fourteen months up to the month before that of `now`
 * in Lima. The same month always gives the same data.
 */
export function seededWorld(now: string): SeededFiles {
  return seededFiles({
    supplies: 300,
    months: 14,
    lastPeriod: monthAfter(limaDay(now).slice(0, 7), -1),
    lists: tenant.billing.tariffLists.value,
    seed: 20_261_124,
  });
}

/**
 * Imports the invented data through the API, as files of the commercial system, and returns it. Skips a kind of file if
 * one of the last 50 imports is of that kind and `done`. If an earlier import was cut short, imports the file again;
 * the rows already stored do not change.
 * @throws if the API refuses a call, or if an import ends as refused
 */
export async function seed(stack: LocalStack, say: (line: string) => void): Promise<SeededFiles> {
  const world = seededWorld(stack.now());
  const token = await stack.token("billing");
  const response = await fetch(`${stack.origin}/api/desk/imports?limit=50`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`the list of imports answered ${response.status}`);
  const { imports } = (await response.json()) as AnswerOf<typeof listImports>;
  const load = async (kind: ImportKind, fileName: string, text: string): Promise<void> => {
    if (imports.some((each) => each.kind === kind && each.state === "done")) return;
    say(`Cargando ${fileName}, solo la primera vez: el sitio ya atiende…`);
    const done = await importFile({
      origin: stack.origin,
      token,
      kind,
      fileName,
      bytes: new TextEncoder().encode(text),
    });
    if (done.state !== "done") throw new Error(`the seed was refused: ${done.failure ?? done.state}`);
  };
  await load("receipts", "recibos_semilla.csv", world.receipts);
  await load("payments", "pagos_semilla.csv", world.payments);
  await load("lines", "conceptos_semilla.csv", world.lines);
  await load("register", "padron_semilla.csv", world.register);
  await load("controls", "control_semilla.csv", world.controls);
  return world;
}
