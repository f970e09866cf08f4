import { createHash } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { causeIn } from "../../../../functions/accept-uploads/file-checks.ts";
import type { UploadDeps } from "../../../../functions/accept-uploads/upload-deps.ts";
import { uploadMessages } from "../../../../functions/accept-uploads/upload-messages.ts";
import { attachmentsOf } from "../../../../shared/casework/attachment/case-attachments.ts";
import { entriesOf } from "../../../../shared/domain/case/case-events.ts";
import { openDocumentPictures } from "../../../../shared/storage/attachment/document-pictures.ts";
import { attachmentOf, type UploadRecord } from "../../../../shared/storage/attachment/uploads.ts";
import { transact, type Write } from "../../../../shared/storage/dynamodb.ts";
import type { SubmissionRecord } from "../../../../shared/storage/submission/submissions.ts";
import type { WorkerTask } from "../../../../shared/storage/worker-tasks.ts";
import { rawPdf } from "../../../corpora/pdf-files.ts";
import { type Death, mortal } from "../../../doubles/mortal.ts";
import { type CaseWorld, caseWorld } from "../../../shared/casework/case-world.ts";
import { type TestTables, testTables } from "../../../shared/storage/test-tables.ts";
import { captureLog, type LogLine } from "../../log-lines.ts";
import { samplePdf, samplePng } from "../sample-attachments.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const checkedAt = "2026-11-23T15:01:00.000Z";

let local: TestTables;
let world: CaseWorld;
let quarantine: Map<string, Uint8Array>;
let evidence: Map<string, Uint8Array>;
let pages: Map<string, string>;
let toDraw: WorkerTask[];
let documents: Map<string, Uint8Array>;
let lines: () => readonly LogLine[];
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  quarantine = new Map();
  evidence = new Map();
  pages = new Map();
  toDraw = [];
  documents = new Map();
  lines = captureLog();
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The worker as a process that may be killed at a call to a store. */
function workerThat(death?: Death) {
  const life = mortal(death);
  const deps: UploadDeps = {
    ...world,
    tenantAt: async () => world.tenant,
    caseFiles: life.wrap(world.caseFiles),
    // What only words a write calls no store: the transaction does.
    uploads: { ...life.wrap(world.uploads), ask: world.uploads.ask, attend: world.uploads.attend },
    submissions: { ...life.wrap(world.submissions), step: world.submissions.step },
    quarantinedAttachments: life.wrap({
      read: async (uploadId: string, versionId?: string) => {
        const bytes = quarantine.get(`${uploadId} ${versionId ?? "v1"}`);
        if (!bytes && versionId !== undefined) throw new Error("no such version");
        return bytes;
      },
    }),
    evidenceAttachments: life.wrap({
      write: async (documentId: string, bytes: Uint8Array) => void evidence.set(documentId, bytes),
      read: async (documentId: string) => evidence.get(documentId) ?? new Uint8Array(),
    }),
    causeIn: async ({ contentType }, bytes) => causeIn({ contentType, bytes: Buffer.from(bytes) }),
    draw: async () => ({ pages: [Buffer.from("one"), Buffer.from("two")], isWhole: true }),
    attachmentPages: life.wrap({
      write: async (documentId: string, bytes: Uint8Array) => void pages.set(documentId, Buffer.from(bytes).toString()),
      read: async () => new Uint8Array(),
    }),
    officeDocuments: life.wrap({ read: async (documentId: string) => documents.get(documentId) ?? new Uint8Array() }),
    documentPictures: life.wrap(openDocumentPictures(world.claims)),
    drawingTasks: life.wrap({ send: async (task: WorkerTask) => void toDraw.push(task) }),
    transact: life.wrap({ transact: async (writes: readonly Write[]) => transact(world.claims.client, writes) })
      .transact,
    now: () => checkedAt,
  };
  return { handle: uploadMessages(deps), life };
}

type ScanStatus = "NO_THREATS_FOUND" | "THREATS_FOUND" | "UNSUPPORTED" | "ACCESS_DENIED" | "FAILED";
const arrivalOf = (objectKey: string, versionId = "v1", scanResultStatus: ScanStatus = "NO_THREATS_FOUND") => ({
  "detail-type": "GuardDuty Malware Protection Object Scan Result",
  source: "aws.guardduty",
  detail: { s3ObjectDetails: { objectKey, versionId }, scanResultDetails: { scanResultStatus, threats: null } },
});
const scanned = (uploadId: string, status: ScanStatus) =>
  workerThat().handle(arrivalOf(`attachments/${uploadId}`, "v1", status));
const overdue = (uploadId: string) => workerThat().handle({ kind: "scan-overdue", uploadId });
const deliver = (uploadId: string, death?: Death) => workerThat(death).handle(arrivalOf(`attachments/${uploadId}`));

const waiting = async () => (await world.uploads.waiting("MOQ", 50)).map(({ documentId }) => documentId);

let made = 0;
/** Announces a file and sends it to quarantine. */
async function send(
  bytes: Uint8Array,
  contentType: UploadRecord["contentType"],
  countKey?: string,
): Promise<UploadRecord> {
  made += 1;
  const upload = {
    documentId: `u${made}`,
    by: "maria",
    office: "MOQ",
    createdAt: filedAt,
    fileName: "carta.pdf",
    contentType,
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    state: "pending",
    countKey,
  } as const;
  await world.uploads.announce(upload, 100);
  quarantine.set(`${upload.documentId} v1`, bytes);
  return upload;
}
const good = () => send(samplePdf(), "application/pdf");
const bad = () => send(samplePng, "application/pdf");
const lockedPdf = rawPdf({ trailer: "/Encrypt << /Filter /Standard /V 4 >>" });
const locked = () => send(lockedPdf, "application/pdf");

/** Files attachments with a claim, in the state they have by now. */
async function fileClaim(...uploads: readonly UploadRecord[]): Promise<string> {
  const own = await world.uploads.ofPerson(
    "maria",
    uploads.map(({ documentId }) => documentId),
  );
  if (!own) throw new Error("not hers");
  const { file } = await world.fileOne(filedAt, {
    attachments: own.map(attachmentOf),
    also: (claimId) => own.map((upload) => world.uploads.attach(upload, { claimId })),
  });
  return file.head.claimId;
}
async function fileDocument(upload: UploadRecord, claimId?: string): Promise<string> {
  const [own] = (await world.uploads.ofPerson("maria", [upload.documentId])) ?? [];
  if (!own) throw new Error("not hers");
  const submission: SubmissionRecord = {
    submissionId: `f-${upload.documentId}`,
    number: `MP-2026-00000${made}-1`,
    kind: "document",
    subject: "Carta",
    text: "",
    presenter: "CLIENTE DE PRUEBA UNO",
    sub: "maria",
    office: "MOQ",
    presentedAt: filedAt,
    filedOn: "2026-11-23",
    state: "presented",
    channel: "web",
    entries: [],
    attachments: [attachmentOf(own)],
  };
  const { submissionId } = submission;
  const { done } = await transact(world.claims.client, [
    ...world.submissions.file(submission),
    world.uploads.attach(own, { submissionId, claimId }),
  ]);
  if (!done) throw new Error("not filed");
  return submissionId;
}
async function fileProblem(upload: UploadRecord): Promise<void> {
  const [own] = (await world.uploads.ofPerson("maria", [upload.documentId])) ?? [];
  if (!own) throw new Error("not hers");
  const { problemId } = await world.fileProblem(filedAt, { attachments: [attachmentOf(own)] });
  const { done } = await transact(world.claims.client, [world.uploads.attach(own, { problemId })]);
  if (!done) throw new Error("not filed");
}
const notesOf = async (claimId: string) =>
  entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "attachment-checked").map(({ details, by }) => ({
    ...details,
    by,
  }));
const attachmentStatesOf = async (claimId: string) =>
  attachmentsOf((await world.caseFiles.read(claimId))?.events ?? []).map(({ state }) => state);
const by = { kind: "system", name: "accept-uploads" };
const copiesAskedOf = async (claimId: string) =>
  entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "copy-asked").map(({ details }) => details);

it.each([
  ["passes its check", samplePdf()],
  ["is refused", samplePng],
])("counts a guest's file that %s when it arrives, once, and none before", async (_, bytes) => {
  const ofArrived = (most: number) => world.dailyCounts.ofArrived("192.0.2.1", most, checkedAt);
  const { documentId } = await send(bytes, "application/pdf", await ofArrived(1));
  await overdue(`${documentId}-never-sent`);
  expect(await ofArrived(1)).toBeDefined();
  await deliver(documentId);
  await deliver(documentId);
  expect([await ofArrived(1), await ofArrived(2)]).toEqual([undefined, expect.any(String)]);
});

describe("an attachment that arrived", () => {
  it("and passes is kept as evidence, and its record says so", async () => {
    const { documentId } = await good();
    await deliver(documentId);
    expect(await world.uploads.find(documentId)).toMatchObject({ state: "received" });
    expect(evidence.get(documentId)).toEqual(samplePdf());
    expect(toDraw).toEqual([{ kind: "draw-attachment", uploadId: documentId }]);
    expect(pages.size).toBe(0);
  });

  it("and passes has its pages drawn by a message of its own, once, and for no other state", async () => {
    const [{ documentId }, refused] = [await good(), await bad()];
    await workerThat().handle({ kind: "draw-attachment", uploadId: documentId });
    for (const one of [documentId, refused.documentId]) await deliver(one);
    for (const uploadId of [documentId, documentId, refused.documentId, "u0"])
      await workerThat().handle({ kind: "draw-attachment", uploadId });
    expect(Object.fromEntries(pages)).toEqual({ [`${documentId}/1.jpg`]: "one", [`${documentId}/2.jpg`]: "two" });
    expect(await world.uploads.find(documentId)).toMatchObject({ pages: 2 });
    toDraw = [];
    await deliver(documentId);
    expect(toDraw).toEqual([]);
  });

  it("and passes has its pages drawn after a death at every call", async () => {
    for (const when of ["before", "after"] as const)
      for (let nth = 1; nth <= 5; nth += 1) {
        const { documentId } = await good();
        await deliver(documentId);
        const message = { kind: "draw-attachment", uploadId: documentId };
        await expect(workerThat({ nth, when }).handle(message)).rejects.toThrow("killed");
        await workerThat().handle(message);
        expect(await world.uploads.find(documentId)).toMatchObject({ pages: 2 });
        expect(pages.get(`${documentId}/2.jpg`)).toBe("two");
      }
  });

  it("and does not pass is not kept, and its record says why", async () => {
    const { documentId } = await bad();
    await deliver(documentId);
    expect(await world.uploads.find(documentId)).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("Envía una foto (JPG, PNG, HEIC) o un PDF."),
    });
    expect(evidence.size).toBe(0);
    expect(pages.size).toBe(0);
  });

  it.each([
    ["received", good, {}],
    ["refused", bad, { reason: expect.any(String) }],
  ] as const)("filed before with a claim: its case records once that it was %s", async (state, make, more) => {
    const upload = await make();
    const claimId = await fileClaim(upload);
    await deliver(upload.documentId);
    await deliver(upload.documentId);
    expect(await notesOf(claimId)).toEqual([{ documentId: upload.documentId, state, ...more, by }]);
    expect(await attachmentStatesOf(claimId)).toEqual([state]);
  });

  it("filed before with a claim and refused: it is kept unseen, stays on the list, and another copy is asked for, once", async () => {
    const upload = await bad();
    const claimId = await fileClaim(upload);
    await deliver(upload.documentId);
    await deliver(upload.documentId);
    const { reason } = (await world.uploads.find(upload.documentId)) ?? {};
    expect(await copiesAskedOf(claimId)).toEqual([
      { documentId: upload.documentId, fileName: upload.fileName, text: reason },
    ]);
    expect(await waiting()).toEqual([upload.documentId]);
    expect(await world.uploads.find(upload.documentId)).toMatchObject({ askedAt: checkedAt });
    expect(evidence.get(upload.documentId)).toEqual(samplePng);
    expect(pages.size).toBe(0);
  });

  it("filed before as a document and refused: another copy is asked for, once, with the reason", async () => {
    const upload = await bad();
    const submissionId = await fileDocument(upload);
    await deliver(upload.documentId);
    await deliver(upload.documentId);
    const { attachments, entries } = (await world.submissions.find(submissionId)) ?? {};
    expect(attachments).toMatchObject([{ state: "refused" }]);
    expect(entries).toMatchObject([{ type: "copy-asked", text: expect.stringContaining("Envía una foto") }]);
    expect(await waiting()).toEqual([upload.documentId]);
    expect(evidence.get(upload.documentId)).toEqual(samplePng);
  });

  it.each([
    ["received", good, samplePdf()],
    ["refused", bad, samplePng],
    ["unreadable", locked, lockedPdf],
  ] as const)(
    "filed before with a request for attention and %s: it is kept, and stands on nobody's list any more",
    async (state, make, bytes) => {
      const upload = await make();
      await fileProblem(upload);
      expect(await waiting()).toEqual([upload.documentId]);
      await deliver(upload.documentId);
      expect(await world.uploads.find(upload.documentId)).toMatchObject({ state });
      expect(evidence.get(upload.documentId)).toEqual(bytes);
      expect(await waiting()).toEqual([]);
    },
  );

  it("refused, of a document that was returned meanwhile: nobody is asked for anything", async () => {
    const upload = await bad();
    const submissionId = await fileDocument(upload);
    const submission = await world.submissions.find(submissionId);
    if (!submission) throw new Error("it was not filed");
    const entry = { type: "returned", at: filedAt, by: "clerk-1", text: "No es de esta empresa." } as const;
    await transact(world.claims.client, world.submissions.step(submission, { entry, set: { state: "returned" } }));
    await deliver(upload.documentId);
    expect((await world.submissions.find(submissionId))?.entries).toMatchObject([{ type: "returned" }]);
  });

  it("filed afterwards with a claim: the claim itself says so, also when the message comes again", async () => {
    const upload = await good();
    await deliver(upload.documentId);
    const claimId = await fileClaim(upload);
    await deliver(upload.documentId);
    expect(await notesOf(claimId)).toEqual([]);
    expect(await attachmentStatesOf(claimId)).toEqual(["received"]);
  });

  it("filed with a submission: the submission says so", async () => {
    const upload = await good();
    const submissionId = await fileDocument(upload);
    await deliver(upload.documentId);
    await deliver(upload.documentId);
    expect((await world.submissions.find(submissionId))?.attachments).toMatchObject([{ state: "received" }]);
  });

  it("several of a claim at the same moment: each is recorded", async () => {
    const uploads = [await good(), await bad(), await good()];
    const claimId = await fileClaim(...uploads);
    await Promise.all([...uploads, ...uploads].map(({ documentId }) => deliver(documentId)));
    expect(await attachmentStatesOf(claimId)).toEqual(["received", "refused", "received"]);
    expect(await notesOf(claimId)).toHaveLength(3);
  });

  it("checked while it is filed ends as found, whoever was first", { timeout: 60_000 }, async () => {
    for (let round = 1; round <= 5; round += 1) {
      const upload = await good();
      const [claimId] = await Promise.all([
        fileClaim(upload).catch(() => fileClaim(upload)),
        deliver(upload.documentId),
      ]);
      await deliver(upload.documentId);
      expect(await attachmentStatesOf(claimId)).toEqual(["received"]);
    }
  });
});

describe("a worker that is killed", () => {
  it.each(["before", "after"] as const)(
    "%s any of its steps: the next delivery finishes, and nothing is recorded twice",
    async (when) => {
      const alive = async (make: () => Promise<UploadRecord>, death?: Death) => {
        const upload = await make();
        const claimId = await fileClaim();
        const submissionId = await fileDocument(upload, claimId);
        const { handle, life } = workerThat(death);
        const died = await handle(arrivalOf(`attachments/${upload.documentId}`)).then(
          () => false,
          () => true,
        );
        return { upload, claimId, submissionId, died, calls: life.calls };
      };
      for (const [make, state] of [
        [good, "received"],
        [bad, "refused"],
      ] as const) {
        const { calls } = await alive(make);
        expect(calls).toBeGreaterThan(5);
        for (let nth = 1; nth <= calls; nth += 1) {
          const { upload, claimId, submissionId, died } = await alive(make, { nth, when });
          expect(died).toBe(true);
          await deliver(upload.documentId);
          expect(await world.uploads.find(upload.documentId)).toMatchObject({ state });
          expect((await world.submissions.find(submissionId))?.attachments).toMatchObject([{ state }]);
          expect((await notesOf(claimId)).map((note) => note.state)).toEqual([state]);
          expect(await copiesAskedOf(claimId)).toHaveLength(state === "refused" ? 1 : 0);
          expect(evidence.has(upload.documentId)).toBe(true);
          const drawn = toDraw.some((task) => "uploadId" in task && task.uploadId === upload.documentId);
          expect(drawn).toBe(state === "received");
        }
      }
    },
    60_000,
  );
});

describe("a message", () => {
  it("of a file that nobody announced drops it, with a line", async () => {
    await deliver("nobodys");
    expect(lines()).toContainEqual({ level: "warn", event: "attachment-not-announced", uploadId: "nobodys" });
    expect(evidence.size).toBe(0);
  });

  it.each(["files/u1.csv", "attachments/", "attachments/a/b", "attachments/..%2Fu1"])(
    "about %s names no attachment",
    async (key) => {
      await workerThat().handle(arrivalOf(key));
      expect(lines()).toEqual([{ level: "warn", event: "no-attachment" }]);
    },
  );

  it.each([
    { Event: "s3:TestEvent" },
    { kind: "scan-overdue" },
    { ...arrivalOf("attachments/u1"), "detail-type": "another" },
  ])("of another kind goes back, and in the end to the dead letters", async (body) => {
    const { handle, life } = workerThat();
    await expect(handle(body)).rejects.toThrow();
    expect(life.calls).toBe(0);
  });

  it("of a document of the office has its pages drawn under its hash; the same one again, nothing", async () => {
    const bytes = samplePdf();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const documentId = sha256.slice(0, 32);
    documents.set(documentId, bytes);
    const message = { kind: "draw-document", documentId, sha256 };
    await workerThat().handle(message);
    expect([...pages.entries()]).toEqual([
      [`${sha256}/1.jpg`, "one"],
      [`${sha256}/2.jpg`, "two"],
    ]);
    pages.clear();
    await workerThat().handle(message);
    expect(pages.size).toBe(0);
    await expect(workerThat().handle({ ...message, sha256: "../attachments" })).rejects.toThrow();
  });

  it("about a version that is gone goes back, and the record waits", async () => {
    const { documentId } = await good();
    await expect(workerThat().handle(arrivalOf(`attachments/${documentId}`, "v9"))).rejects.toThrow("no such version");
    expect(await world.uploads.find(documentId)).toMatchObject({ state: "pending" });
  });
});

describe("an attachment", () => {
  it("in which the scan found malware is refused, and kept only if it was filed: a scan errs too", async () => {
    const upload = await good();
    await scanned(upload.documentId, "THREATS_FOUND");
    expect(evidence.size).toBe(0);
    const filed = await good();
    const claimId = await fileClaim(filed);
    await scanned(filed.documentId, "THREATS_FOUND");
    expect(await notesOf(claimId)).toMatchObject([{ state: "refused", reason: expect.stringContaining("virus") }]);
    expect([...evidence.keys()]).toEqual([filed.documentId]);
    expect(pages.size).toBe(0);
  });

  it.each(["UNSUPPORTED", "ACCESS_DENIED", "FAILED"] as const)(
    "whose scan says %s is kept as evidence, flagged, and stays on the list",
    async (status) => {
      const upload = await good();
      const claimId = await fileClaim(upload);
      await scanned(upload.documentId, status);
      await scanned(upload.documentId, status);
      expect(await notesOf(claimId)).toMatchObject([
        { state: "unreadable", reason: expect.stringContaining("sigue presentado") },
      ]);
      expect(evidence.get(upload.documentId)).toEqual(samplePdf());
      expect(await waiting()).toEqual([upload.documentId]);
    },
  );

  it("that was not scanned and is wrong by itself is refused all the same", async () => {
    const { documentId } = await bad();
    await scanned(documentId, "FAILED");
    expect(await world.uploads.find(documentId)).toMatchObject({ state: "refused" });
  });

  it("with a password is filed, flagged, and asked for again", async () => {
    const upload = await locked();
    const claimId = await fileClaim(upload);
    await deliver(upload.documentId);
    expect(await notesOf(claimId)).toMatchObject([
      { state: "unreadable", reason: expect.stringContaining("copia sin contraseña") },
    ]);
    expect(evidence.has(upload.documentId)).toBe(true);
    expect(await waiting()).toEqual([upload.documentId]);
  });

  it("that no scan answered for is kept, flagged and logged for the alarm; a scan that answers after all makes it received", async () => {
    const upload = await good();
    const claimId = await fileClaim(upload);
    expect(await waiting()).toEqual([upload.documentId]);
    await overdue(upload.documentId);
    expect(lines()).toContainEqual({ level: "error", event: "scan-overdue", uploadId: upload.documentId });
    expect(await attachmentStatesOf(claimId)).toEqual(["unreadable"]);
    await scanned(upload.documentId, "NO_THREATS_FOUND");
    await scanned(upload.documentId, "NO_THREATS_FOUND");
    expect(await attachmentStatesOf(claimId)).toEqual(["received"]);
    expect((await notesOf(claimId)).map(({ state }) => state)).toEqual(["unreadable", "received"]);
    expect(await waiting()).toEqual([]);
  });

  it("that no scan answered for, and then found malware in, is refused after all: its case, its submission and the log say so", async () => {
    const upload = await good();
    const claimId = await fileClaim();
    const submissionId = await fileDocument(upload, claimId);
    await overdue(upload.documentId);
    expect((await world.submissions.find(submissionId))?.attachments).toMatchObject([{ state: "unreadable" }]);
    await scanned(upload.documentId, "THREATS_FOUND");
    await scanned(upload.documentId, "THREATS_FOUND");
    expect(await world.uploads.find(upload.documentId)).toMatchObject({
      state: "refused",
      reason: expect.stringContaining("virus"),
    });
    expect((await world.submissions.find(submissionId))?.attachments).toMatchObject([{ state: "refused" }]);
    expect((await notesOf(claimId)).map(({ state }) => state)).toEqual(["unreadable", "refused"]);
    // Somebody may have opened it: staff see it until they say that they saw to it.
    expect(await waiting()).toEqual([upload.documentId]);
    expect(lines().filter(({ event }) => event === "malware-after-kept")).toEqual([
      { level: "error", event: "malware-after-kept", uploadId: upload.documentId, claimId, submissionId },
    ]);
  });

  it("that was received stays so, whatever a later scan says", async () => {
    const { documentId } = await good();
    await deliver(documentId);
    await scanned(documentId, "THREATS_FOUND");
    expect(await world.uploads.find(documentId)).toMatchObject({ state: "received" });
  });

  it("with a password stays unreadable whatever a later scan says", async () => {
    const { documentId } = await send(rawPdf({ trailer: "/Encrypt << /Filter /Standard >>" }), "application/pdf");
    await deliver(documentId);
    await deliver(documentId);
    expect(await world.uploads.find(documentId)).toMatchObject({ state: "unreadable" });
  });

  it("that never arrived waits, and nothing is recorded", async () => {
    const upload = await good();
    const claimId = await fileClaim(upload);
    quarantine.clear();
    await overdue(upload.documentId);
    expect(await attachmentStatesOf(claimId)).toEqual(["pending"]);
    expect(await waiting()).toEqual([upload.documentId]);
    expect(lines()).toEqual([]);
  });

  it("that nobody filed is on no list", async () => {
    await good();
    expect(await waiting()).toEqual([]);
  });
});
