import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ApiHandler } from "../../../../functions/runtime/api.ts";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { showCase } from "../../../../shared/contract/case/case-routes.ts";
import {
  acknowledgeNotice,
  remedyClaim,
  showClaim,
  showNotice,
} from "../../../../shared/contract/claim/claim-routes.ts";
import { takeNewEvidence } from "../../../../shared/contract/counter/act-on-behalf-routes.ts";
import { askNewEvidence, reclassifyRecourse } from "../../../../shared/contract/recourse/recourse-routes.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import { lastEntry } from "../../../../shared/domain/case/case-events.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { form } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { call, customer } from "../../api-call.ts";
import { claimDepsOn, claimsHandler, sendFile } from "../../claims/claims-world.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { type CaseworkWorld, caseworkWorld, steps, type Worker } from "../casework-world.ts";

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

const on = (now: string): void => void vi.useFakeTimers({ toFake: ["Date"], now: new Date(now) });
const analyst: Worker = ["analyst-1", "analyst"];
const clerk: Worker = ["clerk-1", "clerk"];
const text = "El informe del gasfitero que menciona.";

/** A reconsideration that came on Wednesday 30 December without anything new, by somebody who agreed to e-mail. */
async function lacking() {
  const fileOne: CaseworkWorld["fileOne"] = (now) =>
    world.fileOne(now, { form: { ...form, claimant: { ...form.claimant, notifyByEmail: true } } });
  const { claimId, now } = await steps.lacking({ ...world, fileOne });
  on(now);
  return claimId;
}
const ask = (claimId: string, how: string) =>
  world.as(analyst, askNewEvidence, { params: { claimId }, body: { how, text } });
const hers = async (claimId: string) =>
  (await call(handler, showClaim, { claims: customer("maria"), params: { claimId } })).body;
const bring = (claimId: string, uploadIds: readonly string[]) =>
  call(handler, remedyClaim, {
    claims: customer("maria"),
    params: { claimId },
    body: { answer: "Demuestra que la fuga es de la calle.", uploadIds },
  });
const withKey = (route: Route, noticeKey: string, body?: object) =>
  call(handler, route, { params: { noticeKey }, ...(body && { body }) });

describe("a reconsideration that came without new evidence", () => {
  it("is asked for it in person: her page says what, and until when", async () => {
    const claimId = await lacking();
    expect(await hers(claimId)).toMatchObject({
      defects: [],
      actions: expect.arrayContaining(["new-evidence-brought"]),
    });
    const { body } = await ask(claimId, "notified-in-person");
    // Thursday 31 December and Monday 4 January: 1 January is a holiday, and the 2nd a Saturday.
    expect(body.clocks).toContainEqual(
      expect.objectContaining({ id: "T04", startsOn: "2026-12-30", dueDate: "2027-01-04", status: "running" }),
    );
    expect(await hers(claimId)).toMatchObject({ defects: [text], remedyUntil: "2027-01-04" });
  });

  it("is asked once", async () => {
    const claimId = await lacking();
    await ask(claimId, "notified-in-person");
    expect(await ask(claimId, "notified-by-telephone")).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/solo se puede una/) },
    });
  });

  it("is asked by an e-mail that counts once it is acknowledged, and not when it is opened", async () => {
    const claimId = await lacking();
    expect((await ask(claimId, "email")).status).toBe(200);
    expect((await ask(claimId, "email")).body.detail).toMatch(/no lo confirmó/);
    const noticeKey =
      lastEntry((await world.caseFiles.read(claimId))?.events ?? [], "notice-dispatched")?.details.noticeKey ?? "";
    expect((await withKey(showNotice, noticeKey)).body).not.toHaveProperty("says");
    expect((await hers(claimId)).defects).toEqual([]);
    on("2027-01-04T15:00:00.000Z");
    expect((await withKey(acknowledgeNotice, noticeKey, {})).body).toMatchObject({
      of: "new-evidence",
      says: [text],
      remedyUntil: "2027-01-06",
    });
    expect((await hers(claimId)).defects).toEqual([text]);
  });

  it("has what is brought, with a document and not with words alone", async () => {
    const claimId = await lacking();
    await ask(claimId, "notified-in-person");
    expect((await bring(claimId, [])).body.detail).toMatch(/Agrega el documento/);
    await sendFile(world, "maria", `evidence-${claimId}`);
    const { status, body } = await bring(claimId, [`evidence-${claimId}`]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: "in-reconsideration", defects: [] });
    expect(body.attachments).toContainEqual(expect.objectContaining({ documentId: `evidence-${claimId}` }));
    expect(body.actions).not.toContain("new-evidence-brought");
  });

  it("is brought at the counter and written down for them", async () => {
    const claimId = await lacking();
    const { documentId } = await world.upload("clerk-1", `scan-${claimId}`);
    const { body } = await world.as(clerk, takeNewEvidence, {
      params: { claimId },
      body: { came: "counter", answer: "Trae el informe.", uploadIds: [documentId] },
    });
    expect(body.entries.at(-1)).toMatchObject({
      type: "new-evidence-brought",
      text: "Trae el informe.: en la oficina",
    });
  });

  it("goes on without it: decided as it stands, or taken for an appeal", async () => {
    const claimId = await lacking();
    await ask(claimId, "notified-in-person");
    on("2027-01-05T15:00:00.000Z");
    expect((await world.as(analyst, showCase, { params: { claimId } })).body).toMatchObject({
      state: "in-reconsideration",
      actions: expect.arrayContaining(["recourse-reclassified"]),
    });
    const body = { as: "appeal", reason: "Pide otra lectura de las mismas pruebas." };
    expect((await world.as(analyst, reclassifyRecourse, { params: { claimId }, body })).body.state).toBe("in-appeal");
  });

  it("is asked for by mail, with the last day and what happens without it", async () => {
    const claimId = await lacking();
    await ask(claimId, "notified-in-person");
    const sent: string[] = [];
    const mail = {
      send: async ({ text: words }: { readonly text: string }) => {
        sent.push(words);
        return { messageId: "m1" };
      },
    };
    const seq = (await world.caseFiles.read(claimId))?.events.at(-1)?.seq ?? 0;
    const texts = { send: async () => ({ messageId: "t1" }) };
    const now = () => "2026-12-30T16:01:00.000Z";
    await sendNotices({ ...world, ...noticeDeps, notices: fixedNotices(), mail, texts, now })({ claimId, seq });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatch(
      /informe del gasfitero[\s\S]*lunes 4 de enero de 2027[\s\S]*una sola vez[\s\S]*improcedente[\s\S]*apelar/,
    );
  });
});
