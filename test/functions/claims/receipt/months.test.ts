import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../../../../functions/runtime/api.ts";
import { record } from "../../../../shared/casework/case/record.ts";
import * as claimRoutes from "../../../../shared/contract/claim/claim-routes.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import { openConfirmations } from "../../../../shared/storage/counter/confirmations.ts";
import { openResolutionNumbers } from "../../../../shared/storage/resolution/resolution-numbers.ts";
import { copyStores } from "../../../doubles/copy-stores.ts";
import { drawingStores } from "../../../doubles/drawing-stores.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, callUndescribed, customer, originKey, staff } from "../../api-call.ts";
import { staffWork, staffWorkRoutes } from "../../staff-work.ts";
import { type ClaimsWorld, claimBody, claimsWorld } from "../claims-world.ts";

const now = "2026-11-23T15:00:00.000Z";
const september = { number: "S001-00044001", period: "2026-09" };
const october = { number: "S001-00045001", period: "2026-10" };
const ana = customer("ana");

let local: TestTables;
let world: ClaimsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
  world = await claimsWorld(local);
});
afterEach(() => vi.useRealTimers());

const link = async (sub = "ana") => (await world.deps.supplyLinks.link(sub, "00012345", now)).linkId;
/** Each a moment after the one before: claims are in the order of filing. */
const file = async (replaced: object, sub = "ana") => {
  vi.advanceTimersByTime(1);
  const answer = await call(world.handler, claimRoutes.fileClaim, {
    claims: customer(sub),
    body: claimBody(await link(sub), replaced),
  });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};
const show = async (claimId: string, sub = "ana") =>
  (await call(world.handler, claimRoutes.showClaim, { claims: customer(sub), params: { claimId } })).body;
const deps = () => ({
  ...world.deps,
  draftWriter: world.world.draftWriter,
  workLists: world.world.workLists,
  totalsReader: world.world.totalsReader,
  agenda: world.world.agenda,
  lastLoad: world.world.lastLoad,
  contacts: world.world.contacts,
  supplyTerms: world.world.supplyTerms,
  filedSearch: world.world.filedSearch,
  searchLog: world.world.searchLog,
  openWork: world.world.openWork,
  claimsAtRisk: world.world.claimsAtRisk,
  atypicalReadings: world.world.atypicalReadings,
  pageViews: world.deps.attachmentDownloads,
  confirmations: openConfirmations(world.world.claims),
  resolutionNumbers: openResolutionNumbers(world.world.claims),
  sentNotices: fixedNotices(),
  ...copyStores(world.world.claims),
  ...drawingStores(world.world.claims),
});
const onDesk = async (route: Route, claimId: string, request: object, role: StaffRole) => {
  const handler = api(staffWorkRoutes, staffWork(deps()), { originKey });
  const version = (await world.world.caseFiles.read(claimId))?.head.version;
  return callUndescribed(handler, route, {
    claims: staff(role),
    params: { claimId },
    ...(version !== undefined && { version }),
    ...request,
  });
};
const reported = async () =>
  (await world.world.holds.ofDay("2026-11-23")).map(({ receiptNumber, action }) => `${receiptNumber} ${action}`);

describe("a claim about several months", () => {
  it("holds each receipt, and shows each", async () => {
    const { claimId, receipts, visit } = await file({ claimType: "F02", receipts: [october, september, october] });
    expect(receipts).toEqual([
      { ...september, late: false },
      { ...october, late: false },
    ]);
    // An average is not looked for at the premises.
    expect(visit).toBeUndefined();
    expect(await reported()).toEqual(["S001-00044001 set", "S001-00045001 set"]);
    const view = await show(claimId);
    expect(view).toMatchObject({
      claimType: "F02",
      hold: "held",
      receipts: [
        { ...september, m3: 15 },
        { ...october, m3: 45 },
      ],
    });
    const held = await call(world.handler, claimRoutes.showHold, { params: { holdKey: view.holdKey } });
    expect(held.body.receipts).toEqual([september.number, october.number]);
  });

  it("refuses one receipt that is not the supply's, and one claim without any", async () => {
    const send = async (receipts: readonly object[]) =>
      call(world.handler, claimRoutes.fileClaim, { claims: ana, body: claimBody(await link(), { receipts }) });
    expect((await send([october, { number: "S001-00099999", period: "2026-10" }])).body.type).toBe(
      "urn:caudal:receipt-not-found",
    );
    expect((await send([])).status).toBe(400);
    expect(await reported()).toEqual([]);
  });

  it("takes a month more within its first days, holds it, and releases all together", async () => {
    const { claimId } = await file({ claimType: "F10", receipts: [october] });
    const extended = await call(world.handler, claimRoutes.extendClaim, {
      claims: ana,
      params: { claimId },
      body: { grounds: "También en setiembre.", receipts: [september, october] },
    });
    expect(extended.status, extended.text).toBe(200);
    expect(extended.body.receipts.map(({ number }: { number: string }) => number)).toEqual([
      october.number,
      september.number,
    ]);
    // The term of a month that was added was never counted.
    expect(extended.body.receipts.map(({ claimUntil }: { claimUntil?: string }) => claimUntil)).toEqual([
      "2027-01-18",
      undefined,
    ]);
    expect((await reported()).sort()).toEqual(["S001-00044001 set", "S001-00045001 set"]);
    await call(world.handler, claimRoutes.withdrawClaim, {
      claims: ana,
      params: { claimId },
      body: { of: "procedure" },
    });
    const at = new Date().toISOString();
    const accepted = await record(world.world, { claimId, now: at }, () => ({
      ok: true,
      value: {
        entries: [
          {
            type: "withdrawal-accepted",
            effectiveAt: at,
            by: { kind: "staff", sub: "s1", roles: ["signer"] },
            details: { reason: "" },
          },
        ],
      },
    }));
    expect(accepted).toMatchObject({ ok: true });
    expect((await reported()).filter((each) => each.endsWith("released")).sort()).toEqual([
      "S001-00044001 released",
      "S001-00045001 released",
    ]);
  });

  it("is offered and decided month by month", async () => {
    const { claimId } = await file({ receipts: [september, october] });
    await onDesk(staffWorkRoutes.admitClaim, claimId, { body: { outcome: "accepted" } }, "analyst");
    const offer = { m3: 10, terms: "Un acuerdo.", until: "2026-12-23" };
    expect((await onDesk(staffWorkRoutes.makeOffer, claimId, { body: offer }, "conciliator")).status).toBe(409);
    const made = await onDesk(
      staffWorkRoutes.makeOffer,
      claimId,
      { body: { ...offer, receiptNumber: october.number } },
      "conciliator",
    );
    expect(made.body.offers).toMatchObject([{ receiptNumber: october.number, m3: 10 }]);
  });
});

describe("another claim about the same", () => {
  it("is filed all the same, shown to whoever may open it, and each case names the other", async () => {
    const first = await file({ receipts: [october, september] });
    const mine = await file({ receipts: [october] });
    const duplicate = { claimId: first.claimId, code: first.code, receipts: [october.number], decided: false };
    expect(mine.duplicates).toEqual([duplicate]);
    expect((await show(first.claimId)).duplicates).toMatchObject([{ claimId: mine.claimId }]);
    const hers = await file({ receipts: [october] }, "eva");
    expect(hers.duplicates).toEqual([]);
    expect((await show(hers.claimId, "eva")).duplicates).toEqual([]);
    const { body } = await onDesk(staffWorkRoutes.showCase, first.claimId, {}, "analyst");
    expect(body.duplicates.map(({ claimId }: { claimId: string }) => claimId).sort()).toEqual(
      [mine.claimId, hers.claimId].sort(),
    );
  });

  it.each([
    ["another type", { claimType: "F10", receipts: [october] }],
    ["another month", { receipts: [september] }],
  ])("is none when it is about %s", async (_, replaced) => {
    await file({ receipts: [october] });
    expect((await file(replaced)).duplicates).toEqual([]);
  });
});

describe("the type of a claim", () => {
  const reclassify = (claimId: string, claimType: string, role: StaffRole = "analyst") =>
    onDesk(staffWorkRoutes.reclassifyClaim, claimId, { body: { claimType, reason: "Se le cobró por lectura." } }, role);

  it("is corrected with its reason: evidence and visit follow, the days stay", async () => {
    const { claimId, notifyBy } = await file({ claimType: "F02", receipts: [october] });
    const { status, body, text } = await reclassify(claimId, "F01");
    expect(status, text).toBe(200);
    expect(body).toMatchObject({ claimType: "F01", notifyBy, visits: [{ inspectionId: `${claimId}-1`, late: false }] });
    expect(body.evidence.map(({ item }: { item: string }) => item)).toContain("internal-inspection");
    expect(body.entries.at(-1)).toMatchObject({ type: "reclassified", text: expect.stringContaining("F02 a F01") });
  });

  it("is not the one it has, and is an analyst's to correct", async () => {
    const { claimId } = await file({ claimType: "F02", receipts: [october] });
    expect((await reclassify(claimId, "F02")).status).toBe(409);
    expect((await reclassify(claimId, "F03", "clerk")).status).toBe(403);
  });

  it("is of a problem: its request is filed as of the claim's day, and the claim goes on to a resolution", async () => {
    const { claimId, filedOn } = await file({ claimType: "F02", receipts: [october] });
    const { status, body, text } = await reclassify(claimId, "O-S1");
    expect(status, text).toBe(200);
    expect(body).toMatchObject({ claimType: "F02", state: "in-resolution", hold: "held" });
    expect(body.evidence.map(({ item }: { item: string }) => item)).toEqual(["bills", "claims-history"]);
    const [request] = await world.deps.problems.ofAccount("ana", 10);
    expect(request).toMatchObject({
      problemType: "O-S1",
      filedOn,
      description: "Usé menos agua de la que dice.",
      supplyCode: "00012345",
    });
    expect(body.entries.slice(-2)).toMatchObject([
      { type: "taken-as-problem", text: `${request?.code}: Se le cobró por lectura.` },
      { type: "dismissal-proposed", text: expect.stringContaining(`la solicitud ${request?.code}`) },
    ]);
  });

  it("of a problem is corrected to another problem's, and to no receipt's", async () => {
    const { file: filed } = await world.world.fileOne(now, {
      claimType: "O-S1",
      receipts: [],
      form,
    });
    const { claimId } = filed.head;
    expect(await reclassify(claimId, "N-A1")).toMatchObject({ status: 200, body: { claimType: "N-A1" } });
    expect(await reclassify(claimId, "F01")).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("por qué recibo") },
    });
  });

  it("is of a problem no more once it was admitted", async () => {
    const { claimId } = await file({ claimType: "F02", receipts: [october] });
    await onDesk(staffWorkRoutes.admitClaim, claimId, { body: { outcome: "accepted" } }, "analyst");
    expect(await reclassify(claimId, "O-S1")).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("ya se observó o se admitió") },
    });
  });
});
