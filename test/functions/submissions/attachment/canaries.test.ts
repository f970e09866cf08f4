import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { relayEntry } from "../../../../functions/relay/relay-entry.ts";
import { api } from "../../../../functions/runtime/api.ts";
import { sendNotices } from "../../../../functions/send-notices/send-notices.ts";
import { submissions } from "../../../../functions/submissions/submissions.ts";
import type { Route } from "../../../../shared/contract/route.ts";
import * as submissionRoutes from "../../../../shared/contract/submission/submission-routes.ts";
import { openOutbox } from "../../../../shared/storage/check/outbox.ts";
import { fixedNotices } from "../../../doubles/fixed-notices.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { type ApiRequest, call, customer, eventOf, originKey, staff } from "../../api-call.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";
import { noticeDeps } from "../../send-notices/notice-deps.ts";
import { filedAt, type SubmissionsWorld, submissionsWorld } from "../submissions-world.ts";

let local: TestTables;
let world: SubmissionsWorld;
let logged: () => readonly LogLine[];
/** Bodies of queue messages, and addresses: of requests, and of downloads as they are handed out. */
const messages: string[] = [];
const addresses: string[] = [];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(filedAt) });
  world = await submissionsWorld(local);
  logged = captureLog();
  messages.length = 0;
  addresses.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** One of each kind of thing that may be a person's, where a person or the clerk writes it. */
const canaries = {
  presenter: "CLIENTE CANARIO UNO",
  represented: "CLIENTE CANARIO DOS",
  email: "canario@example.pe",
  subject: "Asunto-canario del suministro 00099999",
  text: "Mi DNI-canario es 00000077 y vivo en la CALLE CANARIO 101.",
  fileName: "dni-canario-00000077.pdf",
  remark: "Falta la firma de CANARIO.",
  remedy: "Va firmado, soy CANARIO.",
  reason: "Lo pide CANARIO.",
  answer: "Señor CANARIO, se responde.",
  registered: "Llegó con CANARIO.",
  identity: "00000077",
} as const;
const found = (text: string): boolean => /canari|00000077|00099999/i.test(text);

async function asked(route: Route, request: ApiRequest = {}): Promise<Record<string, string>> {
  const { rawPath, queryStringParameters } = eventOf(route, request);
  addresses.push(rawPath + JSON.stringify(queryStringParameters ?? {}));
  const handler = api(submissionRoutes, submissions(world.deps), { originKey });
  const { status, body } = await call(handler, route, request);
  expect(status, `${route.method} ${route.path} ${JSON.stringify(body)}`).toBeLessThan(300);
  if (typeof body.url === "string") addresses.push(body.url);
  await relayed(body.submissionId);
  return body;
}

/** Publishes what the submission has in the outbox, and lets the worker that writes to its person do so. */
async function relayed(submissionId: unknown): Promise<void> {
  if (typeof submissionId !== "string") return;
  const image = await world.claims.client.send(
    new GetCommand({ TableName: world.claims.name, Key: { pk: `SUBMISSION#${submissionId}`, sk: "SUBMISSION" } }),
  );
  const { undeliveredShard, undeliveredAt } = image.Item ?? {};
  if (undeliveredShard === undefined) return;
  const queue = (name: string) => ({
    send: async (message: object) => {
      messages.push(`${name} ${JSON.stringify(message)}`);
    },
  });
  const streamed = {
    pk: `SUBMISSION#${submissionId}`,
    sk: "SUBMISSION",
    undeliveredShard,
    undeliveredAt,
    submissionId,
  };
  await relayEntry({
    outbox: openOutbox(world.claims),
    queues: { inspections: queue("inspections"), notices: queue("notices"), documents: queue("documents") },
  })(Object.fromEntries(Object.entries(streamed).map(([name, value]) => [name, { S: String(value) }])));
  await sendNotices({
    ...world,
    ...noticeDeps,
    notices: fixedNotices(),
    mail: { send: async () => ({ messageId: "m1" }) },
    texts: { send: async () => "refused" },
    now: () => filedAt,
  })({ submissionId });
}

async function sent(claims: ReturnType<typeof customer>, start: Route): Promise<string> {
  const body = { fileName: canaries.fileName, contentType: "application/pdf", sizeBytes: 10, sha256: "a".repeat(64) };
  const { uploadId = "" } = await asked(start, { claims, body });
  await world.uploads.settle(uploadId, "received");
  return uploadId;
}

/** A document's whole life: presented, observed, mended, received, forwarded, answered, read; and one on paper. */
async function wholeLife(): Promise<void> {
  const maria = customer("maria");
  const clerk = staff("clerk");
  const { presenter, email, subject, text } = canaries;
  const standing = { as: "representative", of: canaries.represented, power: "simple-letter" };
  const identity = { kind: "DNI", number: canaries.identity };
  const said = { kind: "data-access", presenter, email, subject, text, standing, identity };
  const uploadId = await sent(maria, submissionRoutes.startUpload);
  const { submissionId = "" } = await asked(submissionRoutes.fileDocument, {
    claims: maria,
    body: { ...said, uploadIds: [uploadId] },
  });
  const params = { submissionId };
  const deps = (route: Route, body?: object, more: object = {}) =>
    asked(route, { claims: clerk, params: { ...params, ...more }, ...(body && { body }) });
  await deps(submissionRoutes.receiveSubmission, { outcome: "observed", remark: canaries.remark });
  await asked(submissionRoutes.remedySubmission, { claims: maria, params, body: { text: canaries.remedy } });
  await deps(submissionRoutes.receiveSubmission, { outcome: "received" });
  await deps(submissionRoutes.forwardSubmission, { area: "Gerencia Técnica", reason: canaries.reason });
  const answerId = await sent(clerk, submissionRoutes.startStaffUpload);
  await deps(submissionRoutes.answerSubmission, { text: canaries.answer, uploadIds: [answerId] });
  await deps(submissionRoutes.downloadFiledAttachment, undefined, { documentId: uploadId });
  await asked(submissionRoutes.downloadAnswer, { claims: maria, params: { ...params, documentId: answerId } });
  await asked(submissionRoutes.listSubmissions, { claims: maria, query: { limit: "1" } });
  await deps(submissionRoutes.listDeskSubmissions);
  await asked(submissionRoutes.registerSubmission, {
    claims: clerk,
    body: {
      ...said,
      channel: "counter",
      arrivedAt: "2026-11-18T15:00:00.000Z",
      reason: canaries.registered,
      uploadIds: [await sent(clerk, submissionRoutes.startStaffUpload)],
    },
  });
}

describe("what is a person's", () => {
  it("stands in no line of the log, no queue message and no address, in a document's whole life", async () => {
    await wholeLife();
    expect(logged().length).toBeGreaterThan(15);
    expect(messages.length).toBeGreaterThan(8);
    expect(addresses.filter((address) => address.startsWith("https://"))).toHaveLength(2);
    expect(
      logged()
        .map((line) => JSON.stringify(line))
        .filter(found),
    ).toEqual([]);
    expect(messages.filter(found)).toEqual([]);
    expect(addresses.filter(found)).toEqual([]);
  });

  it("would be found in each of the three", async () => {
    process.stdout.write(`${JSON.stringify({ level: "info", event: canaries.subject })}\n`);
    expect(
      logged()
        .map((line) => JSON.stringify(line))
        .filter(found),
    ).toHaveLength(1);
    for (const canary of Object.values(canaries)) expect(found(canary)).toBe(true);
    expect(found(`notices ${JSON.stringify({ submissionId: "f1", to: canaries.email })}`)).toBe(true);
    expect(found(`https://evidence.example.pe/attachments/u1?as=${canaries.fileName}`)).toBe(true);
  });
});
