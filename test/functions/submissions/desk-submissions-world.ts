import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import type { Route } from "../../../shared/contract/route.ts";
import {
  downloadSubmissionProof,
  fileDocument,
  showSubmission,
} from "../../../shared/contract/submission/customer-submission-routes.ts";
import {
  answerSubmission,
  forwardSubmission,
  listDeskSubmissions,
  notifySubmissionObservation,
  receiveSubmission,
} from "../../../shared/contract/submission/desk-submission-routes.ts";
import type { SubmissionProof } from "../../../shared/domain/submission/submission.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { type ApiRequest, call, customer, staff } from "../api-call.ts";
import { captureLog } from "../log-lines.ts";
import { filedAt, type SubmissionsWorld, submissionsWorld } from "./submissions-world.ts";

let local: TestTables;
export let world: SubmissionsWorld;
export const on = (instant: string) => vi.useFakeTimers({ toFake: ["Date"], now: new Date(instant) });
export const maria = customer("maria");
export const eva = customer("eva");
export const clerk = staff("clerk");
export const said = { presenter: "CLIENTE DE PRUEBA UNO", subject: "Carta" };
export const as = (type: string) => ({ body: { type: `urn:caudal:${type}` } });
export const why = (says: RegExp) => ({
  status: 409,
  body: { type: "urn:caudal:not-now", detail: expect.stringMatching(says) },
});

export const document = (kind: `submission-${SubmissionProof}`) =>
  ({
    documentId: kind,
    kind,
    fileName: `${kind}.pdf`,
    sizeBytes: 9,
    sha256: "c".repeat(64),
    verificationCode: "AAAA-BBBB",
  }) as const;

let sent = 0;

/** A file of a person, received unless said otherwise. */
export async function attachmentOf(by: string, state?: Parameters<typeof world.send>[2]): Promise<string> {
  sent += 1;
  return (await world.send(by, `p${sent}`, state)).documentId;
}

export const identity = { kind: "DNI", number: "00000001" };

/** Who asks for a right over their data says who they are. */
const identified = (more: object) => ("kind" in more && String(more.kind).startsWith("data-") ? { identity } : {});

export async function filed(more: object = {}): Promise<string> {
  const body = { ...said, uploadIds: [await attachmentOf("maria")], ...identified(more), ...more };
  const { status, body: submission } = await call(world.handler, fileDocument, { claims: maria, body });
  expect(status).toBe(201);
  return submission.submissionId;
}

export const at = (route: Route, claims: ApiRequest["claims"]) => (submissionId: string, body?: object) =>
  call(world.handler, route, { claims, params: { submissionId }, ...(body && { body }) });

export const receive = (submissionId: string, body: object = {}) =>
  at(receiveSubmission, clerk)(submissionId, { outcome: "received", ...body });

export const observe = (submissionId: string) =>
  receive(submissionId, { outcome: "observed", remark: "Falta la hoja 2." });
export const notify = (submissionId: string, body: object = { how: "notified-in-person" }) =>
  at(notifySubmissionObservation, clerk)(submissionId, body);

export const proof = (submissionId: string, attachment: SubmissionProof, claims = maria) =>
  call(world.handler, downloadSubmissionProof, { claims, params: { submissionId, document: attachment } });

export const forward = (submissionId: string, area = "Gerencia Técnica") =>
  at(forwardSubmission, clerk)(submissionId, { area, reason: "Es de redes." });

export const answer = async (submissionId: string, uploadIds?: readonly string[]) =>
  at(answerSubmission, clerk)(submissionId, {
    text: "Se atendió.",
    uploadIds: uploadIds ?? [await attachmentOf("staff-1")],
  });

export const show = async (submissionId: string) => (await at(showSubmission, maria)(submissionId)).body;
export const listed = async (list: string) =>
  (await call(world.handler, listDeskSubmissions, { claims: clerk, query: { list } })).body.submissions.map(
    ({ submissionId }: { submissionId: string }) => submissionId,
  );

/** A desk of its own for each test of a file, at an hour that stands still. */
export function openSubmissionDesk(): void {
  beforeAll(async () => {
    local = await testTables();
  }, 60_000);
  afterAll(() => local.stop());
  beforeEach(async () => {
    on(filedAt);
    captureLog();
    world = await submissionsWorld(local);
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });
}

/** The world as it is from here on in a test. */
export function goOnWith(changed: SubmissionsWorld): void {
  world = changed;
}
