import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { problems } from "../../../../functions/claims/problem/problems.ts";
import { api } from "../../../../functions/runtime/api.ts";
import { receiptRow } from "../../../../local/seed/receipt-row.ts";
import { checkClaim, fileClaim, listClaims, openClaim } from "../../../../shared/contract/claim/claim-routes.ts";
import { fileOpenClaim } from "../../../../shared/contract/open-routes.ts";
import * as problemRoutes from "../../../../shared/contract/problem/problem-routes.ts";
import { openReceiptLedger } from "../../../../shared/storage/billing/receipt-ledger.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { billedMonth, ledgerRow } from "../../../shared/storage/billing/billed-rows.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer, originKey } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { type ClaimsWorld, claimBody, claimsWorld } from "../claims-world.ts";

const linkedAt = "2026-11-23T15:00:00.000Z";
const now = "2026-12-05T15:00:00.000Z";
const notLinked = { status: 404, body: { type: "urn:caudal:supply-not-linked" } };
const ana = customer("ana");
const october = { number: "S001-00045001", period: "2026-10" };

let local: TestTables;
let world: ClaimsWorld;
let linkId: string;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(linkedAt) });
  captureLog();
  world = await claimsWorld(local);
  linkId = (await world.deps.supplyLinks.link("ana", "00012345", linkedAt)).linkId;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** November's receipt arrives in another name. */
async function changesHolder(): Promise<void> {
  vi.setSystemTime(new Date(now));
  const other = { holder: "OTRA PERSONA INVENTADA", document: { type: "1", number: "40000002" } };
  const november = billedMonth({ ...other, period: "2026-11", number: 46_001, m3: 20 });
  await openReceiptLedger(world.world.billing).store(ledgerRow("receipts", receiptRow(november)), "i2", undefined);
}
const file = () => call(world.handler, fileClaim, { claims: ana, body: claimBody(linkId) });

describe("an account whose supply has another holder", () => {
  it("files nothing by its link, which ends; what it filed before stays its own", async () => {
    expect((await file()).status).toBe(201);
    await changesHolder();
    expect(await file()).toMatchObject(notLinked);
    expect(await world.deps.supplyLinks.ended("ana")).toMatchObject([{ endedAt: now, because: "holder-changed" }]);
    expect((await call(world.handler, listClaims, { claims: ana })).body.claims).toHaveLength(1);
  });

  it("has no claim checked before it is sent", async () => {
    await changesHolder();
    const body = { linkId, receipts: [october] };
    expect(await call(world.handler, checkClaim, { claims: ana, body })).toMatchObject(notLinked);
    expect(await world.deps.supplyLinks.list("ana")).toEqual([]);
  });

  it("reports no problem by its link", async () => {
    const handler = api(problemRoutes, problems(world.deps), { originKey });
    await changesHolder();
    const body = { linkId, problemType: "O-S1", applicant: form.claimant, description: "Se atora.", uploadIds: [] };
    expect(await call(handler, problemRoutes.fileProblem, { claims: ana, body })).toMatchObject(notLinked);
    expect(await world.deps.supplyLinks.list("ana")).toEqual([]);
  });

  it("has the problem that it reported before, if the request is sent again", async () => {
    const handler = api(problemRoutes, problems(world.deps), { originKey });
    const body = { linkId, problemType: "O-S1", applicant: form.claimant, description: "Se atora.", uploadIds: [] };
    const report = () => call(handler, problemRoutes.fileProblem, { claims: ana, body, key: "a-report-sent-twice" });
    const { problemId } = (await report()).body;
    await changesHolder();
    expect(await report()).toMatchObject({ status: 201, body: { problemId } });
    expect(await report()).toMatchObject({ status: 201, body: { problemId } });
  });

  it("does not have the supply for a claim that it opens with its key", async () => {
    const claimant = { givenNames: "CLIENTE", paternalSurname: "DE PRUEBA", address: "CALLE FICTICIA 101" };
    const claim = { ...form, claimant, receipts: [october], draftId: "dBorrador0123456789abc", declares: true };
    const { code, claimKey } = (await call(world.handler, fileOpenClaim, { body: claim })).body;
    const open = () => call(world.handler, openClaim, { claims: ana, body: { code, claimKey } });
    await changesHolder();
    expect(await open()).toMatchObject(notLinked);
    expect(await world.deps.supplyLinks.list("ana")).toEqual([]);
  });
});
