import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import { cents } from "../../../shared/domain/money.ts";
import type { StaffRole } from "../../../shared/domain/people.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { captureLog } from "../log-lines.ts";
import { staffWorkRoutes as routes } from "../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, steps, type Worker } from "./casework-world.ts";

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

it("a decision is not drafted by who made an offer in the claim, with whatever role; another resolver drafts it", async () => {
  const { claimId, now } = await steps.heard(world);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  const actionsOf = async (who: Worker): Promise<readonly string[]> =>
    (await world.as(who, routes.showCase, { params: { claimId } })).body.actions;
  const save = (who: Worker) => world.as(who, routes.saveResolution, { params: { claimId }, body: draft });
  expect(await actionsOf(both)).toContain("resolution-issued");
  const by = { kind: "staff", sub: "both-1", roles } as const;
  await world.elsewhere(claimId, now, [{ type: "offer-made", effectiveAt: now, by, details: offer }]);
  expect(await actionsOf(both)).not.toContain("resolution-issued");
  const { status, body } = await save(both);
  expect(status).toBe(409);
  expect(body.detail).toContain("la redacta y la envía a firma otra resolutora");
  const other: Worker = ["both-2", ...roles];
  expect(await actionsOf(other)).toContain("resolution-issued");
  expect((await save(other)).status).toBe(200);
});
