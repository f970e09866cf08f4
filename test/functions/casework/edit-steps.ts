import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import type { CaseFact, CaseNote } from "../../../shared/domain/case/case-events.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { person } from "../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { captureLog } from "../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, type Step, steps, type Worker } from "./casework-world.ts";

let local: TestTables;
export let world: CaseworkWorld;
export const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
export const clerk: Worker = ["clerk-1", "clerk"];
export const conciliator: Worker = ["conciliator-1", "conciliator"];
export const resolver: Worker = ["resolver-1", "resolver"];
export const signer: Worker = ["signer-1", "signer"];
export const billing: Worker = ["billing-1", "billing"];
export const draft = {
  outcome: "upheld",
  decision: "Facturar 20 m³.",
  reasons: "No hay fuga.",
  months: [{ receiptNumber: "S001-00045001", correctedM3: 20 }],
};

export const delivery = {
  outcome: "delivered",
  deliveredAt: "2026-12-29T15:00:00Z",
  receiver: { name: "CLIENTE DE PRUEBA UNO", relation: "titular" },
};

/** A delivery that somebody wrote down days after it. */
export async function deliveredLate(of: CaseworkWorld, sub: string): Promise<Step> {
  const { claimId, params } = await steps.dispatched(of);
  const details = { noticeId: "notice-1", how: "delivered", photos: [] } as const;
  await of.elsewhere(claimId, "2027-01-06T15:00:00.000Z", [
    { type: "delivery-claimed", effectiveAt: "2026-12-30T15:00:00.000Z", by: person(sub, "clerk"), details },
  ]);
  return { claimId, now: "2027-01-06T16:00:00.000Z", ...(params && { params }) };
}

export const decided = {
  outcome: "decided",
  number: "TRASS-R-1",
  receivedAt: "2027-01-19T15:00:00Z",
  summary: "Confirma la resolución.",
  inFavourOf: "company",
};

export const analyst: Worker = ["analyst-1", "analyst"];
export const recorded = { effectiveAt: "2026-11-25T15:00:00.000Z", by: person("analyst-1", "analyst") };
export const laboratory = { tester: "LABORATORIO DE PRUEBA", at: "09:00", place: "En el predio." };
export const sealed = {
  verifiedAt: "2026-11-26T14:00:00Z",
  repaired: true,
  before: 480,
  after: 480,
  minutes: 15,
  observations: "Cambió el tubo.",
};

export const repairRequired: CaseFact = {
  ...recorded,
  type: "leak-repair-required",
  details: { text: "Fuga en el piso." },
};

export const testOrdered = (on: string): CaseFact => ({
  ...recorded,
  type: "meter-test-ordered",
  testOn: calendarDay(on),
  details: laboratory,
});

/** An admitted claim with one more entry. */
export async function after(of: CaseworkWorld, fact: CaseFact | CaseNote): Promise<Step> {
  const step = await steps.accepted(of);
  await of.elsewhere(step.claimId, recorded.effectiveAt, [fact]);
  return step;
}

/** An admitted claim whose visit is inspector-1's, with one more fact where one is given. */
export async function visited(of: CaseworkWorld, fact?: CaseFact): Promise<Step> {
  const step = await steps.accepted(of);
  await of.assign(step.claimId, 1, "inspector-1");
  if (fact) await of.elsewhere(step.claimId, recorded.effectiveAt, [fact]);
  return step;
}

/** A casework of its own for the tests of a file; its log is captured. */
export function openEdits(): void {
  beforeAll(async () => {
    local = await testTables();
    world = await caseworkWorld(local);
  }, 60_000);
  beforeEach(() => {
    captureLog();
  });
  afterAll(async () => {
    vi.useRealTimers();
    await local.stop();
  });
}
