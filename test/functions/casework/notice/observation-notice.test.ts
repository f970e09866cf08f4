import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import { notifyObservation, observeClaim } from "../../../../shared/contract/claim/admission-routes.ts";
import {
  acknowledgeNotice,
  consentToNotices,
  downloadNotified,
  knowObservation,
  remedyClaim,
  showClaim,
  showNotice,
} from "../../../../shared/contract/claim/claim-routes.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import { listWork } from "../../../../shared/contract/work/work-list-routes.ts";
import { entriesOf, lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { claimDepsOn, claimsHandler } from "../../claims/claims-world.ts";
import { captureLog } from "../../log-lines.ts";
import { type CaseworkWorld, caseworkWorld, filedAt, steps, type Worker } from "../casework-world.ts";

let local: TestTables;
let world: CaseworkWorld;
let handler: ApiHandler;
beforeAll(async () => {
  local = await testTables();
  world = await caseworkWorld(local);
  handler = claimsHandler(claimDepsOn(world));
}, 60_000);
beforeEach(() => void captureLog());
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});

const clerk: Worker = ["clerk-1", "clerk"];
const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const maria = customer("maria");
const hers = (route: Route, claimId: string, body?: object) =>
  call(handler, route, { claims: maria, params: { claimId }, ...(body && { body }) });
const withKey = (route: Route, noticeKey: string, body?: object) =>
  call(handler, route, { params: { noticeKey }, ...(body && { body }) });
const staffNotifies = (claimId: string, body: object) =>
  world.as(clerk, notifyObservation, { params: { claimId }, body });
const shown = async (claimId: string) => (await world.as(clerk, showCase, { params: { claimId } })).body;
const waiting = async (claimId: string) =>
  (await world.as(clerk, listWork, { query: { queue: "notification", limit: "50" } })).body.claims.some(
    (row: { claimId: string }) => row.claimId === claimId,
  );

/** A claim observed on Tuesday 24 November 2026 at 10:00, of somebody who agreed to e-mail or did not. */
async function observed(notifyByEmail: boolean) {
  const fileOne: CaseworkWorld["fileOne"] = (now) =>
    world.fileOne(now, { form: { ...form, claimant: { ...form.claimant, notifyByEmail } } });
  const { claimId, now } = await steps.filed({ ...world, fileOne });
  on(now);
  const { status } = await world.as(clerk, observeClaim, {
    params: { claimId },
    body: { defects: ["Falta el poder."] },
  });
  expect(status).toBe(200);
  const file = await world.caseFiles.read(claimId);
  const noticeKey = lastEntry(file?.events ?? [], "notice-dispatched")?.details.noticeKey ?? "";
  return { claimId, noticeKey };
}

describe("an observation", () => {
  it("starts nothing by itself: the company's days run, and nobody is held as not filed", async () => {
    const { claimId } = await observed(true);
    expect(await waiting(claimId)).toBe(true);
    on("2026-12-15T15:00:00.000Z");
    const { state, clocks, notices } = await shown(claimId);
    expect(state).toBe("observed");
    expect(clocks.map(({ id }: { id: string }) => id)).not.toContain("T04");
    expect(clocks).toContainEqual(expect.objectContaining({ id: "T10", dueDate: "2027-01-15" }));
    // Two working days to acknowledge, then staff notify it in person.
    expect(notices).toMatchObject([
      { of: "observation", channel: "email", fallBackOn: "2026-11-27", effective: false },
    ]);
    on("2027-01-16T05:00:00.000Z");
    expect((await shown(claimId)).state).toBe("positive-silence");
  });

  it("takes effect when its e-mail is acknowledged, once, and not when it is looked at", async () => {
    const { claimId, noticeKey } = await observed(true);
    const { body: before } = await withKey(showNotice, noticeKey);
    expect(before).toMatchObject({ claimId, of: "observation", acknowledgeBy: "2026-11-26", daysLeft: 1 });
    expect(before).not.toHaveProperty("says");
    expect((await shown(claimId)).clocks.map(({ id }: { id: string }) => id)).not.toContain("T04");
    on("2026-11-25T15:00:00.000Z");
    const served = await withKey(acknowledgeNotice, noticeKey, {});
    // The 25th is a day off of the public sector: the claimant's days are the 26th and the 27th.
    expect(served.body).toMatchObject({
      says: ["Falta el poder."],
      notifiedOn: "2026-11-25",
      remedyUntil: "2026-11-27",
      daysLeft: 2,
    });
    expect((await withKey(acknowledgeNotice, noticeKey, {})).text).toBe(served.text);
    expect((await withKey(downloadNotified, noticeKey)).status).toBe(409);
    const file = await world.caseFiles.read(claimId);
    expect(entriesOf(file?.events ?? [], "defect-notified")).toHaveLength(1);
    expect(await waiting(claimId)).toBe(false);
    const { body: running } = await hers(showClaim, claimId);
    expect(running).toMatchObject({ remedyUntil: "2026-11-27", answerBy: running.notifyBy });
    expect(running.receipts[0]).not.toHaveProperty("left");
    on("2026-11-28T05:00:00.000Z");
    // Its receipt is collected again from the day on which it was not filed.
    const { body: over } = await hers(showClaim, claimId);
    expect(over).toMatchObject({ state: "not-filed", receipts: [{ left: { from: "2026-11-28" } }] });
    expect(over.receipts[0].left).toEqual({ amount: over.receipts[0].amount, from: "2026-11-28" });
    expect(over).not.toHaveProperty("answerBy");
  });

  it("is not sent by e-mail to a claimant who did not agree to that: staff notify them by telephone", async () => {
    const { claimId, noticeKey } = await observed(false);
    expect(noticeKey).toBe("");
    expect((await shown(claimId)).notices).toEqual([]);
    on("2026-11-26T15:00:00.000Z");
    const served = await staffNotifies(claimId, { how: "notified-by-telephone" });
    expect(served.body.clocks).toContainEqual(expect.objectContaining({ id: "T04", dueDate: "2026-11-30" }));
    expect(served.body.entries.at(-1)).toMatchObject({ type: "defect-notified", text: "Se le dijo por teléfono" });
    expect(await staffNotifies(claimId, { how: "notified-in-person" })).toMatchObject({
      status: 409,
      body: { detail: "Esa observación ya fue notificada." },
    });
  });

  it("is not acknowledged once it was notified in person", async () => {
    const { claimId, noticeKey } = await observed(true);
    await staffNotifies(claimId, { how: "notified-in-person" });
    expect(await withKey(acknowledgeNotice, noticeKey, {})).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("otro medio") },
    });
  });

  it("is delivered with its record, which cannot come late", async () => {
    const { claimId } = await observed(false);
    on("2026-11-30T15:00:00.000Z");
    const handed = { how: "delivered", receiver: { name: "CLIENTE DE PRUEBA DOS", relation: "hija" } };
    expect((await staffNotifies(claimId, { how: "delivered" })).status).toBe(400);
    const late = await staffNotifies(claimId, { ...handed, deliveredAt: "2026-11-26T15:00:00Z" });
    expect(late).toMatchObject({ status: 409, body: { detail: expect.stringContaining("llega tarde") } });
    const done = await staffNotifies(claimId, { ...handed, deliveredAt: "2026-11-27T15:00:00Z" });
    expect(done.body.clocks).toContainEqual(expect.objectContaining({ id: "T04", dueDate: "2026-12-01" }));
  });

  it("is notified to a claimant who says so in their claim, or mends it", async () => {
    const { claimId } = await observed(false);
    on("2026-11-26T15:00:00.000Z");
    expect((await hers(showClaim, claimId)).body.remedyIfKnown).toBe("2026-11-30");
    const known = await hers(knowObservation, claimId, {});
    expect(known.body).not.toHaveProperty("remedyIfKnown");
    expect(known.body).toMatchObject({ state: "observed", remedyUntil: "2026-11-30", defects: ["Falta el poder."] });
    expect((await hers(knowObservation, claimId, {})).status).toBe(409);
    const other = (await observed(false)).claimId;
    expect((await hers(remedyClaim, other, { answer: "Aquí está." })).body.state).toBe("under-investigation");
    expect((await hers(knowObservation, other, {})).status).toBe(409);
    const strange = await call(handler, knowObservation, {
      claims: customer("zoe"),
      params: { claimId },
      body: {},
    });
    expect(strange.status).toBe(404);
  });
});

describe("the consent to be notified by e-mail", () => {
  const says = (claimId: string, body: object) => hers(consentToNotices, claimId, body);

  it("is taken back: what is observed after goes by no e-mail, until it is given again", async () => {
    on(filedAt);
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    const no = await says(claimId, { channel: "email", granted: false });
    expect(no.body.notifyByEmail).toBe(false);
    const { version } = no.body;
    expect((await says(claimId, { channel: "email", granted: false })).body.version).toBe(version);
    const seen = await world.as(clerk, observeClaim, { params: { claimId }, body: { defects: ["Falta el poder."] } });
    expect(seen.body).toMatchObject({ notices: [], claimant: { notifyByEmail: false } });
    expect((await says(claimId, { channel: "email", granted: true })).body.notifyByEmail).toBe(true);
  });

  it("needs an address, and there is no mailbox where the utility has none", async () => {
    on(filedAt);
    const { email: _, ...claimant } = form.claimant;
    const { file } = await world.fileOne(filedAt, {
      form: { ...form, claimant: { ...claimant, notifyByEmail: false } },
    });
    const { claimId } = file.head;
    expect((await says(claimId, { channel: "email", granted: true })).body.detail).toContain("correo");
    expect((await says(claimId, { channel: "mailbox", granted: true })).body.detail).toContain("casilla");
  });
});
