import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type ApiHandler, api } from "../../../../functions/runtime/api.ts";
import {
  acknowledgeNotice,
  consentToNotices,
  downloadNotified,
  showClaim,
  showNotice,
} from "../../../../shared/contract/claim/claim-routes.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { assumed } from "../../../../shared/tenant/tenant-value.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer, originKey, staff } from "../../api-call.ts";
import { claimDepsOn, claimsHandler } from "../../claims/claims-world.ts";
import { captureLog } from "../../log-lines.ts";
import { staffWork, staffWorkRoutes } from "../../staff-work.ts";
import { type CaseworkWorld, caseworkWorld, steps } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
let customers: ApiHandler;
let office: ApiHandler;
beforeAll(async () => {
  local = await testTables();
  const plain = await caseworkWorld(local);
  const laws = plain.tenant.laws.map((law) => ({
    ...law,
    notification: { ...law.notification, mailbox: assumed(true, "a utility that has one") },
  }));
  world = { ...plain, tenant: { ...plain.tenant, laws } };
  customers = claimsHandler({ ...claimDepsOn(plain), tenant: world.tenant });
  office = api(staffWorkRoutes, staffWork(world), { originKey });
}, 60_000);
beforeEach(() => void captureLog());
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const maria = customer("maria");

/** A decision left in the mailbox on Monday 28 December 2026: five days to open it end on Tuesday 5 January 2027. */
async function left() {
  const { claimId, now } = await steps.signed(world);
  on(now);
  const params = { claimId };
  const dispatch = async () =>
    call(office, staffWorkRoutes.dispatchNotice, {
      claims: { ...staff("clerk"), sub: "clerk-1" },
      params,
      version: await world.versionOf(claimId),
      body: { channel: "mailbox" },
    });
  expect((await dispatch()).body.type).toBe("urn:caudal:no-consent");
  const granted = { channel: "mailbox", granted: true };
  expect((await call(customers, consentToNotices, { claims: maria, params, body: granted })).status).toBe(200);
  expect((await dispatch()).status).toBe(200);
  const file = await world.caseFiles.read(claimId);
  return { params, noticeKey: lastEntry(file?.events ?? [], "resolution-dispatched")?.details.noticeKey ?? "" };
}

describe("a decision sent to the mailbox of a claimant who agreed to that", () => {
  it("not opened, is notified the first working day after its days, and is read without an acknowledgement", async () => {
    const { params, noticeKey } = await left();
    const shown = async () => (await call(customers, showClaim, { claims: maria, params })).body;
    const notice = () => call(customers, showNotice, { params: { noticeKey } });
    on("2027-01-06T04:59:59.999Z");
    expect(await shown()).toMatchObject({ state: "resolved", resolutions: [], documents: [] });
    expect((await notice()).body).not.toHaveProperty("decision");
    on("2027-01-06T05:00:00.000Z");
    expect(await shown()).toMatchObject({
      state: "notified",
      since: "2027-01-06",
      resolutions: [{ notifiedOn: "2027-01-06", decision: "Se decide." }],
    });
    expect((await notice()).body).toMatchObject({ notifiedOn: "2027-01-06", decision: "Se decide." });
    expect((await call(customers, downloadNotified, { params: { noticeKey } })).status).toBe(200);
    expect((await call(customers, acknowledgeNotice, { params: { noticeKey }, body: {} })).status).toBe(409);
  });

  it("opened before, counts from then", async () => {
    const { params, noticeKey } = await left();
    on("2026-12-30T15:00:00.000Z");
    const { body } = await call(customers, acknowledgeNotice, { params: { noticeKey }, body: {} });
    expect(body).toMatchObject({ notifiedOn: "2026-12-30", decision: "Se decide." });
    on("2027-01-08T15:00:00.000Z");
    expect((await call(customers, showClaim, { claims: maria, params })).body).toMatchObject({ since: "2026-12-30" });
  });
});
