import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWorkRoutes as routes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  world = await caseworkWorld(local);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const roles: readonly StaffRole[] = ["conciliator", "resolver", "signer"];
const both: Worker = ["both-1", ...roles];
const draft = { outcome: "rejected", decision: "Se confirma.", reasons: "Por esto." };
const offer = {
  offerId: "o1",
  receiptNumber: "S001-00045001",
  m3: 20,
  before: cents(15_661),
  after: cents(5808),
  terms: "Pagar 20 m³.",
  until: calendarDay("2026-12-10"),
};

/** The claim with an offer made by `both-1`, and what a member of staff may do in it. */
async function offered(at: Awaited<ReturnType<typeof steps.heard>>) {
  const by = { kind: "staff", sub: "both-1", roles } as const;
  await world.elsewhere(at.claimId, at.now, [{ type: "offer-made", effectiveAt: at.now, by, details: offer }]);
}
const actionsIn = async (claimId: string, who: Worker): Promise<readonly string[]> =>
  (await world.as(who, routes.showCase, { params: { claimId } })).body.actions;

it("a decision is not drafted by who made an offer in the claim, with whatever role; another resolver drafts it", async () => {
  const { claimId, now } = await steps.heard(world);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  const actionsOf = (who: Worker) => actionsIn(claimId, who);
  const save = (who: Worker) => world.as(who, routes.saveResolution, { params: { claimId }, body: draft });
  expect(await actionsOf(both)).toContain("resolution-issued");
  await offered({ claimId, now });
  expect(await actionsOf(both)).not.toContain("resolution-issued");
  const { status, body } = await save(both);
  expect(status).toBe(409);
  expect(body.detail).toContain("la redacta y la envía a firma otra resolutora");
  const other: Worker = ["both-2", ...roles];
  expect(await actionsOf(other)).toContain("resolution-issued");
  expect((await save(other)).status).toBe(200);
});

it("neither evidence nor a finding is let go by who made an offer, nor by who drafts; what they let go before counts no more", async () => {
  const { claimId, now } = await steps.heard(world);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  const drafter: Worker = ["resolver-9", "resolver"];
  const saved = { ...draft, reasons: "El recibo es de S/ 165.61." };
  await world.as(drafter, routes.saveResolution, { params: { claimId }, body: saved });
  const openIn = async (): Promise<string[]> => {
    const { body } = await world.as(drafter, routes.showCase, { params: { claimId } });
    const findings: readonly { key: string; override?: object; stops?: true }[] = body.draft.findings;
    return findings.flatMap(({ key, override, stops }) => (override || stops ? [] : [key]));
  };
  const findings = await openIn();
  expect(findings).toContain("figure-not-found:amount S/ 165.61");
  const letGo = (who: Worker, body: object) =>
    world.as(who, routes.overrideChecklist, { params: { claimId }, body: { ...body, reason: "Lo dice el acta." } });
  expect(await actionsIn(claimId, both)).toContain("checklist-overridden");
  expect((await letGo(both, { findings })).status).toBe(200);
  expect(await openIn()).toEqual([]);
  await offered({ claimId, now });
  expect(await openIn()).toEqual(findings);
  expect(await actionsIn(claimId, both)).not.toContain("checklist-overridden");
  for (const what of [{ findings }, { items: ["cuts-history"] }]) {
    const { status, body } = await letGo(both, what);
    expect([status, body.type]).toEqual([409, "urn:caudal:not-now"]);
    expect(body.detail).toContain("Quien concilió este reclamo no dispensa");
  }
  expect((await letGo(drafter, { findings })).body.detail).toContain("Quien redacta el proyecto no dispensa");
  const other: Worker = ["both-2", ...roles];
  expect(await actionsIn(claimId, other)).toContain("checklist-overridden");
  expect((await letGo(other, { findings })).status).toBe(200);
  expect(await openIn()).toEqual([]);
});
