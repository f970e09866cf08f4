import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { acknowledgeNotice, showDecision } from "../../../../shared/contract/claim/claim-routes.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ClaimsWorld, claimsWorld, decidedClaim } from "../claims-world.ts";

const now = "2026-11-24T15:00:00.000Z";
let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  captureLog();
  world = await claimsWorld(local);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const show = (claimId: string, sub = "maria") =>
  call(world.handler, showDecision, { claims: customer(sub), params: { claimId } });

describe("the decision of a claim", () => {
  it("is shown once it was notified and not before, with the text that was kept and the last day for a recourse", async () => {
    const { claimId, noticeKey } = await decidedClaim(world.world, now, "00001-2026-MOQ");
    expect((await show(claimId)).body).toMatchObject({ claimId, decisions: [] });
    await call(world.handler, acknowledgeNotice, { params: { noticeKey }, body: {} });
    const { status, body } = await show(claimId);
    expect(status).toBe(200);
    expect(body.decisions).toMatchObject([
      { outcome: "rejected", decision: "El recibo queda igual.", reasons: "La lectura es correcta.", rectified: [] },
    ]);
    expect(body.decisions[0]).not.toHaveProperty("text");
    expect(body.recourse).toEqual({ until: expect.stringMatching(/^2026-12-/), daysLeft: 15 });
    vi.setSystemTime(new Date("2027-03-24T15:00:00.000Z"));
    expect((await show(claimId)).body).not.toHaveProperty("recourse");
  });

  it("of another's claim is not found, as of none", async () => {
    const { claimId } = await decidedClaim(world.world, now, "00001-2026-MOQ");
    expect(await show(claimId, "eva")).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
    expect(await show("none", "eva")).toMatchObject({ status: 404, body: { type: "urn:caudal:claim-not-found" } });
  });
});
