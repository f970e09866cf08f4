import type { Context, SQSEvent } from "aws-lambda";
import { afterAll, afterEach, beforeAll, beforeEach, expect, vi } from "vitest";
import type { RenderDeps } from "../../../functions/render-documents/render-deps.ts";
import { renderMessages } from "../../../functions/render-documents/render-messages.ts";
import { worker } from "../../../functions/runtime/worker.ts";
import { letters } from "../../../settings.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import { entriesOf } from "../../../shared/domain/case/case-events.ts";
import type { SubmissionKind } from "../../../shared/domain/submission/submission.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { transact } from "../../../shared/storage/dynamodb.ts";
import type { NewSubmission } from "../../../shared/storage/submission/submissions.ts";
import { keptEvidence } from "../../doubles/kept-evidence.ts";
import { type SealKey, sealKey } from "../../doubles/seal-key.ts";
import { type CaseWorld, caseWorld, hearingHeld, maria, person } from "../../shared/casework/case-world.ts";
import { pdfRenderer } from "../../shared/documents/document-examples.ts";
import { readPdf } from "../../shared/documents/pdf-reader.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { captureLog } from "../log-lines.ts";

export const filedAt = "2026-11-23T15:00:00.000Z";
export const rendered = "2026-11-23T15:00:05.000Z";
let local: TestTables;
export let world: CaseWorld;
export let documents: ReturnType<typeof keptEvidence>;
export let key: SealKey;
export let deps: RenderDeps;
export let log: ReturnType<typeof captureLog>;

/** Hands messages to the worker as the queue does; those that go back. */
export async function take(...bodies: readonly unknown[]): Promise<readonly string[]> {
  const Records = bodies.map((body, at) => ({
    messageId: String(at),
    body: JSON.stringify(body),
    attributes: { ApproximateReceiveCount: "1" },
  }));
  const { batchItemFailures } = await worker(renderMessages(deps))({ Records } as unknown as SQSEvent, {} as Context);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

export const notesOf = async (claimId: string) =>
  entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "document-added").map(({ by, details }) => ({
    by,
    ...details.document,
  }));

export const wordsOf = (documentId: string) =>
  readPdf(documents.kept.get(documentId) ?? new Uint8Array()).text.replaceAll("\n", " ");

export const sealOf = (documentId: string) =>
  JSON.parse(Buffer.from(documents.kept.get(`${documentId}.seal.json`) ?? new Uint8Array()).toString());

export function submissionOf(submissionId: string, kind: SubmissionKind): NewSubmission {
  return {
    submissionId,
    number: `MP-2026-${submissionId}-1`,
    kind,
    subject: "Carta de prueba",
    text: "Pido lo que digo aquí.",
    presenter: "CLIENTE DE PRUEBA DOS",
    sub: "maria",
    office: "MOQ",
    presentedAt: filedAt,
    filedOn: "2026-11-23",
    state: "presented",
    channel: "web",
    attachments: [],
  };
}

export async function present(
  submissionId: string,
  kind: SubmissionKind,
  claim?: { claimId: string; code: string },
  more: Partial<NewSubmission> = {},
): Promise<void> {
  const writes = world.submissions.file({ ...submissionOf(submissionId, kind), claim, ...more });
  expect(await transact(world.claims.client, writes)).toEqual({ done: true });
}

export async function write(claimId: string, now: string, entries: Decision["entries"]): Promise<number> {
  const recorded = await record(world, { claimId, now }, () => ({ ok: true, value: { entries } }));
  if (!recorded.ok) throw new Error(`not recorded: ${recorded.error} ${recorded.detail ?? ""}`);
  return recorded.value.file.events.length;
}

/** What is made of a claim by web of F01 besides its cargo. */
export const alongside = [
  "do-not-cut",
  "claim-form",
  "inspection-notice",
  "conciliation-summons",
  "meter-test-right",
  "billing-summary",
];

const heardAt = "2026-12-23T15:00:00.000Z";
const decidedAt = "2026-12-24T15:00:00.000Z";
const recourseAt = "2026-12-29T15:00:00.000Z";
const number = "00001-2026-MOQ";

/** A claim whose decision was notified. */
export async function notifiedClaim(): Promise<{ claimId: string; code: string }> {
  const { file } = await world.fileOne(filedAt);
  const { claimId, code } = file.head;
  const document = {
    documentId: "r1",
    kind: "resolution",
    fileName: "r.pdf",
    sizeBytes: 1,
    sha256: "0".repeat(64),
    verificationCode: "0000-0000-0000-0000",
  } as const;
  const month = { receiptNumber: "S001-00045001", period: "2026-10", outcome: "rejected" } as const;
  const seal = { signature: "", keyId: "", algorithm: "ECDSA_SHA_256", statement: "" } as const;
  await write(claimId, filedAt, [
    { type: "claim-accepted", effectiveAt: filedAt, by: person("analyst-1", "analyst"), details: {} },
  ]);
  await write(claimId, heardAt, [hearingHeld(heardAt, "absence")]);
  await write(claimId, decidedAt, [
    {
      type: "resolution-issued",
      effectiveAt: decidedAt,
      by: person("resolver-1", "resolver"),
      number,
      outcome: "rejected",
      checklist: "complete",
      details: { reasons: "", decision: "", months: [month], evidence: [], document },
    },
    {
      type: "resolution-signed",
      effectiveAt: decidedAt,
      by: person("signer-1", "signer"),
      details: { number, signer: "FIRMANTE DE PRUEBA", authenticatedAt: decidedAt, seal },
    },
    {
      type: "resolution-notified",
      effectiveAt: decidedAt,
      by: person("clerk-1", "clerk"),
      evidence: [],
      details: { noticeId: "n1", how: "delivered", photos: [] },
    },
  ]);
  return { claimId, code };
}

/** Files a recourse in its claim and returns its entry's number. */
export function fileRecourse(
  claimId: string,
  kind: "reconsideration" | "appeal",
  submissionId: string,
): Promise<number> {
  const details = {
    submissionId,
    submissionNumber: `MP-2026-${submissionId}-1`,
    grounds: "No estoy de acuerdo.",
    attachments: [],
  };
  const filed = { effectiveAt: recourseAt, by: maria, filedOn: calendarDay("2026-12-29"), details };
  return write(claimId, recourseAt, [
    kind === "appeal"
      ? { type: "appeal-filed", ...filed }
      : { type: "reconsideration-filed", newEvidence: true, ...filed },
  ]);
}

/** A desk of its own for each test of a file; its log is captured. */
export function openRenderDesk(): void {
  beforeAll(async () => {
    local = await testTables();
  }, 60_000);
  afterAll(() => local.stop());
  beforeEach(async () => {
    world = await caseWorld(local);
    documents = keptEvidence();
    key = sealKey();
    deps = {
      ...world,
      tenant: { ...world.tenant, letters },
      documents,
      seals: key.seals,
      pdfRenderer,
      siteAddress: "https://example.pe",
      now: () => rendered,
    };
    log = captureLog();
  });
  afterEach(() => void vi.restoreAllMocks());
}

/** The desk as it is from here on in a test. */
export function goOnWith(changed: RenderDeps): void {
  deps = changed;
}
