import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { notifySubmission } from "../../../../functions/send-notices/notify-submission.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import {
  downloadOpenProof,
  fileOpenDocument,
  renewOpenUpload,
  showOpenDocument,
  showOpenUpload,
  startOpenUpload,
} from "../../../../shared/contract/submission/open-submission-routes.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, originKey } from "../../api-call.ts";
import { captureLog } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { type SubmissionsWorld, submissionsWorld } from "../submissions-world.ts";

/** The last Monday of a term, 23:58 in Lima. */
const late = "2026-11-24T04:58:00.000Z";
const draftId = "8f0f1f9e-0000-4000-8000-000000000001";
const stranger = "8f0f1f9e-0000-4000-8000-000000000002";
const file = { fileName: "carta.pdf", contentType: "application/pdf", sizeBytes: 10, sha256: "a".repeat(64) };
const said = {
  subject: "Apelación que no encuentro dónde presentar",
  presenter: "CLIENTE DE PRUEBA UNO",
  address: "CALLE FICTICIA 101",
  kind: "observation",
  text: "No estoy de acuerdo con la decisión.",
  claimCode: "RE-2026-004192-7",
  againstDecision: true,
  draftId,
};

let local: TestTables;
let world: SubmissionsWorld;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
beforeEach(async () => {
  captureLog();
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(late) });
  world = await submissionsWorld(local);
});
afterAll(async () => {
  vi.useRealTimers();
  await local.stop();
});
const ask = (route: Route, body: object, more: Omit<ApiRequest, "body"> = {}) =>
  call(world.handler, route, { body, ...more });
const from = (address: string) => ({ headers: { "x-origin-key": originKey, "x-viewer-address": address } });

it("is filed at 23:58 with an address alone, once, and opens with its key and no other", async () => {
  const key = "one-key-of-nobody-1";
  const first = await ask(fileOpenDocument, said, { key });
  expect(first.status).toBe(201);
  expect((await ask(fileOpenDocument, said, { key })).text).toBe(first.text);
  const { number, submissionKey } = first.body;
  expect(first.body).toMatchObject({ presentedAt: late, filedOn: "2026-11-23", citedCode: "RE-2026-004192-7" });
  expect(submissionKey).toMatch(/^[\w-]{22}$/);
  const shown = await ask(showOpenDocument, { number, submissionKey });
  expect(shown.body).toMatchObject({ number, state: "presented", constancia: "preparing" });
  expect(shown.text).not.toContain(submissionKey);
  expect(await ask(showOpenDocument, { number, submissionKey: "a".repeat(22) })).toMatchObject({
    status: 404,
    body: { detail: expect.stringContaining("la clave que anotaste") },
  });
  expect(await ask(downloadOpenProof, { number, submissionKey, document: "constancia" })).toMatchObject({
    status: 409,
  });
});

it("is filed however many came before, and says nothing of the claim it cites", async () => {
  for (let filed = 0; filed < 40; filed += 1) expect((await ask(fileOpenDocument, said)).status).toBe(201);
  const [one, other] = [await ask(fileOpenDocument, said), await ask(fileOpenDocument, { ...said, claimCode: "RE-1" })];
  expect([one.status, other.status]).toEqual([201, 201]);
  expect([one.body.claim, other.body.claim]).toEqual([undefined, undefined]);
});

it("is sent back without anything to reach its person by, or anything to say", async () => {
  expect(await ask(fileOpenDocument, { ...said, address: "" })).toMatchObject({ status: 400 });
  const landline = await ask(fileOpenDocument, { ...said, address: "", telephone: "053 461111" });
  expect(landline.text).toContain("a un teléfono fijo no llegan nuestros avisos");
  expect(await ask(fileOpenDocument, { ...said, telephone: "98765432" })).toMatchObject({ status: 400 });
  expect(await ask(fileOpenDocument, { ...said, text: "" })).toMatchObject({ status: 400 });
});

it("is filed in words alone, a recourse too: no file may stop it", async () => {
  const { status, body } = await ask(fileOpenDocument, { ...said, kind: "document" });
  expect([status, body.kind, body.againstDecision, body.attachments]).toEqual([201, "document", true, []]);
});

it("takes the files of its own draft, so many a day for a draft and for a connection", async () => {
  const { body: ticket } = await ask(startOpenUpload, { ...file, draftId });
  const { uploadId } = ticket;
  const params = { uploadId };
  expect(await ask(showOpenUpload, { draftId }, { params })).toMatchObject({ status: 200, body: { state: "pending" } });
  expect(await ask(showOpenUpload, { draftId: stranger }, { params })).toMatchObject({ status: 404 });
  expect(await ask(renewOpenUpload, { draftId: stranger, sha256: file.sha256 }, { params })).toMatchObject({
    status: 404,
  });
  expect(await ask(fileOpenDocument, { ...said, draftId: stranger, uploadIds: [uploadId] })).toMatchObject({
    status: 404,
  });
  expect(await ask(fileOpenDocument, { ...said, kind: "document", uploadIds: [uploadId] })).toMatchObject({
    status: 201,
  });
  const { guestUploadsPerDay: ofDraft, connectionUploadsPerDay: ofConnection } = {
    guestUploadsPerDay: 20,
    connectionUploadsPerDay: 200,
  };
  for (let more = 1; more < ofDraft; more += 1)
    expect(await ask(startOpenUpload, { ...file, draftId }, from("203.0.113.1"))).toMatchObject({ status: 201 });
  expect(await ask(startOpenUpload, { ...file, draftId }, from("203.0.113.1"))).toMatchObject({ status: 429 });
  let drafts = 0;
  const announce = (host: number) => {
    drafts += 1;
    return ask(startOpenUpload, { ...file, draftId: `${stranger}-${drafts}` }, from(`203.0.113.${host}`));
  };
  for (let sent = ofDraft; sent < ofConnection; sent += 1) await announce(1);
  const held = await announce(1);
  expect(held).toMatchObject({ status: 429, body: { detail: expect.stringContaining("en diez minutos") } });
  expect(await announce(2)).toMatchObject({ status: 201 });
  // What was announced and never sent shuts out nobody for the day: only what arrives counts.
  vi.setSystemTime(new Date(Date.parse(late) - 600_000));
  expect(await announce(1)).toMatchObject({ status: 201 });
  for (let arrived = 0; arrived < ofConnection; arrived += 1) {
    const { body } = await announce(3);
    const upload = await world.uploads.find(body.uploadId);
    if (!upload) throw new Error("it was not announced");
    await world.uploads.countArrival(upload, late);
  }
  vi.setSystemTime(new Date(Date.parse(late) - 1_200_000));
  const full = await announce(3);
  expect(full).toMatchObject({ status: 429, body: { detail: expect.stringContaining("hoy se enviaron") } });
});

it("sends nothing to a mail anybody may have written, before the office does", async () => {
  const { body } = await ask(fileOpenDocument, { ...said, email: "otra@example.pe" });
  const sent: string[] = [];
  const send = async (to: string) => {
    sent.push(to);
    return { messageId: to };
  };
  await notifySubmission(
    {
      ...world,
      ...noticeDeps,
      notices: fixedNotices(),
      mail: { send: ({ to }) => send(to) },
      texts: { send },
      now: () => late,
    },
    body.submissionId,
  );
  expect(sent).toEqual([]);
});
