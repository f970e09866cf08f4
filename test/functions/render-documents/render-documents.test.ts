import type { Context, SQSEvent } from "aws-lambda";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { RenderDesk } from "../../../functions/render-documents/render-desk.ts";
import { renderMessages } from "../../../functions/render-documents/render-messages.ts";
import { worker } from "../../../functions/runtime/worker.ts";
import { checkCodeOf } from "../../../shared/casework/hold-statement.ts";
import { codeFrom, sha256Of } from "../../../shared/casework/issue-document.ts";
import { type Decision, record } from "../../../shared/casework/record.ts";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import { entriesOf } from "../../../shared/domain/case-events.ts";
import type { FilingEntry, FilingKind } from "../../../shared/domain/filing.ts";
import { cents } from "../../../shared/domain/money.ts";
import { transact } from "../../../shared/storage/dynamodb.ts";
import type { FilingStep, NewFiling } from "../../../shared/storage/filings.ts";
import { receivedMark } from "../../../shared/storage/seals.ts";
import { openVerificationIndex } from "../../../shared/storage/verification-index.ts";
import { keptEvidence } from "../../doubles/kept-evidence.ts";
import { type SealKey, sealKey } from "../../doubles/seal-key.ts";
import { type CaseWorld, caseWorld, form, maria, person } from "../../shared/casework/case-world.ts";
import { press } from "../../shared/documents/document-examples.ts";
import { readPdf } from "../../shared/documents/pdf-reader.ts";
import { type TestTables, testTables } from "../../shared/storage/test-tables.ts";
import { captureLog } from "../log-lines.ts";

const filedAt = "2026-11-23T15:00:00.000Z";
const rendered = "2026-11-23T15:00:05.000Z";

let local: TestTables;
let world: CaseWorld;
let documents: ReturnType<typeof keptEvidence>;
let key: SealKey;
let desk: RenderDesk;
let log: ReturnType<typeof captureLog>;
beforeAll(async () => {
  local = await testTables();
}, 60_000);
afterAll(() => local.stop());
beforeEach(async () => {
  world = await caseWorld(local);
  documents = keptEvidence();
  key = sealKey();
  desk = { ...world, documents, seals: key.seals, press, siteAddress: "https://example.pe", now: () => rendered };
  log = captureLog();
});
afterEach(() => void vi.restoreAllMocks());

/** Hands messages to the worker as the queue does; those that go back. */
async function take(...bodies: readonly unknown[]): Promise<readonly string[]> {
  const Records = bodies.map((body, at) => ({
    messageId: String(at),
    body: JSON.stringify(body),
    attributes: { ApproximateReceiveCount: "1" },
  }));
  const { batchItemFailures } = await worker(renderMessages(desk))({ Records } as unknown as SQSEvent, {} as Context);
  return batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
}

const notesOf = async (claimId: string) =>
  entriesOf((await world.caseFiles.read(claimId))?.events ?? [], "document-added").map(({ by, details }) => ({
    by,
    ...details.document,
  }));
const wordsOf = (documentId: string) =>
  readPdf(documents.kept.get(documentId) ?? new Uint8Array()).text.replaceAll("\n", " ");
const sealOf = (documentId: string) =>
  JSON.parse(Buffer.from(documents.kept.get(`${documentId}.seal.json`) ?? new Uint8Array()).toString());

function filingOf(filingId: string, kind: FilingKind): NewFiling {
  return {
    filingId,
    number: `MP-2026-${filingId}-1`,
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
    papers: [],
  };
}

async function present(
  filingId: string,
  kind: FilingKind,
  claim?: { claimId: string; code: string },
  more: Partial<NewFiling> = {},
): Promise<void> {
  const writes = world.filings.file({ ...filingOf(filingId, kind), claim, ...more });
  expect(await transact(world.claims.client, writes)).toEqual({ done: true });
}

async function write(claimId: string, now: string, entries: Decision["entries"]): Promise<number> {
  const recorded = await record(world, { claimId, now }, () => ({ ok: true, value: { entries } }));
  if (!recorded.ok) throw new Error(`not recorded: ${recorded.error} ${recorded.detail ?? ""}`);
  return recorded.value.file.events.length;
}

/** What is made of a claim by web of F01 besides its cargo. */
const alongside = [
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
async function notifiedClaim(): Promise<{ claimId: string; code: string }> {
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
  await write(claimId, heardAt, [
    {
      type: "conciliation-held",
      effectiveAt: heardAt,
      by: person("conciliator-1", "conciliator"),
      agreement: "absence",
      details: {
        startedAt: heardAt,
        companyProposal: "",
        claimantProposal: "",
        agreed: "",
        disagreed: "",
        observations: "",
        missing: [],
      },
    },
  ]);
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

/** Files a recourse in its claim; its place there. */
function fileRecourse(claimId: string, kind: "reconsideration" | "appeal", filingId: string): Promise<number> {
  const details = { filingId, filingNumber: `MP-2026-${filingId}-1`, grounds: "No estoy de acuerdo.", papers: [] };
  const filed = { effectiveAt: recourseAt, by: maria, filedOn: calendarDay("2026-12-29"), details };
  return write(claimId, recourseAt, [
    kind === "appeal"
      ? { type: "appeal-filed", ...filed }
      : { type: "reconsideration-filed", newEvidence: true, ...filed },
  ]);
}

describe("the cargo of a claim", () => {
  it("is kept, sealed, and noted in the case by the function", async () => {
    const { file, filing } = await world.fileOne(filedAt);
    const { claimId, code } = file.head;
    expect(await take({ claimId, seq: 1 })).toEqual([]);
    const [note, ...more] = await notesOf(claimId);
    if (!note) throw new Error("nothing was noted");
    expect(more.map(({ kind }) => kind)).toEqual(alongside);
    const bytes = documents.kept.get(note.documentId) ?? new Uint8Array();
    expect(note).toEqual({
      by: { kind: "system", name: "render-documents" },
      documentId: note.sha256.slice(0, 32),
      kind: "claim-cargo",
      fileName: `cargo-${code}.pdf`,
      sizeBytes: bytes.length,
      sha256: sha256Of(bytes),
      verificationCode: codeFrom("claim-cargo", file.envelopes[0]?.contentHash ?? ""),
    });
    expect(wordsOf(note.documentId)).toContain(note.verificationCode);
    expect(wordsOf(note.documentId)).toContain(filing.details.claimKey);
    expect(wordsOf(note.documentId)).toContain("Cargo de reclamo (Formato 2)");
    const seal = sealOf(note.documentId);
    expect(key.vouchesFor(seal)).toBe(true);
    expect(JSON.parse(seal.statement)).toEqual({
      kind: "claim-cargo",
      number: code,
      sha256: note.sha256,
      verificationCode: note.verificationCode,
      claimCode: code,
      sealedAt: rendered,
      chainHead: file.head.chainHead,
      received: receivedMark([]),
    });
    expect(seal.received).toEqual([]);
  });

  it("is one, told twice: in turn, and at the same moment", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    await Promise.all([take({ claimId, seq: 1 }), take({ claimId, seq: 1 })]);
    expect(await take({ claimId, seq: 1 })).toEqual([]);
    expect((await notesOf(claimId)).map(({ kind }) => kind)).toEqual(["claim-cargo", ...alongside]);
    // A «No cortar» bears its own seal: made at the same moment, it is made of other bytes.
    expect([...documents.kept.keys()].filter((name) => !name.endsWith(".json")).length).toBeLessThanOrEqual(9);
  });
});

describe("the «No cortar»", () => {
  const made = async (claimId: string) => (await notesOf(claimId)).findLast(({ kind }) => kind === "do-not-cut");

  it("says which receipt is held until which act, and is checked with the public key alone", async () => {
    const { file, filing } = await world.fileOne(filedAt);
    const { claimId, code } = file.head;
    await take({ claimId, seq: 1 });
    const document = await made(claimId);
    const words = wordsOf(document?.documentId ?? "");
    for (const part of ["NO CORTAR", code, "00012345", "S001-00045001", "quede firme"]) expect(words).toContain(part);
    const stated = key.asked
      .map(({ Message }) => Buffer.from(Message ?? []).toString())
      .find((text) => text.includes('"hold"'));
    expect(JSON.parse(stated ?? "")).toEqual({
      kind: "hold",
      claimCode: code,
      supplyCode: "00012345",
      receipts: ["S001-00045001"],
      since: filing.filedOn,
    });
    expect(words).toContain(checkCodeOf(stated ?? ""));
    expect(key.vouchesFor(sealOf(document?.documentId ?? ""))).toBe(true);
  });

  it("is made again when months are added, with all of them", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    const now = "2026-11-24T15:00:00.000Z";
    const receipts = [{ number: "S001-00044001", period: "2026-09", m3: 15, amount: cents(3_985) }];
    const details = { grounds: "También septiembre.", receipts, papers: [] };
    const seq = await write(claimId, now, [{ type: "claim-extended", effectiveAt: now, by: maria, details }]);
    expect(await take({ claimId, seq })).toEqual([]);
    const words = wordsOf((await made(claimId))?.documentId ?? "");
    expect(words).toContain("S001-00045001, S001-00044001");
  });

  it("is not made when nothing but words were added", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    const now = "2026-11-24T15:00:00.000Z";
    const details = { grounds: "Más palabras.", papers: [] };
    const seq = await write(claimId, now, [{ type: "claim-extended", effectiveAt: now, by: maria, details }]);
    expect(await take({ claimId, seq })).toEqual([]);
    expect(await made(claimId)).toBeUndefined();
  });
});

describe("the constancia and the cargo of a filing", () => {
  const answered = {
    documentId: "r1",
    fileName: "respuesta.pdf",
    contentType: "application/pdf",
    sizeBytes: 9,
    sha256: "d4".repeat(32),
    state: "received",
  } as const;

  it("is kept, sealed and added to the filing, once", async () => {
    await present("000321", "document");
    expect(await take({ filingId: "000321" }, { filingId: "000321" })).toEqual([]);
    const { constancia: cargo, cargo: none } = (await world.filings.find("000321")) ?? {};
    if (!cargo) throw new Error("no constancia was added");
    expect(none).toBeUndefined();
    expect(cargo).toMatchObject({ kind: "filing-constancia", fileName: "constancia-MP-2026-000321-1.pdf" });
    expect(wordsOf(cargo.documentId)).toContain("NúmeroMP-2026-000321-1");
    expect(wordsOf(cargo.documentId)).toContain("Qué esdocumento");
    expect(key.vouchesFor(sealOf(cargo.documentId))).toBe(true);
    expect(key.asked).toHaveLength(1);
  });

  it("name the outage of the desk that it cites", async () => {
    const times = { from: "2026-11-20T15:00:00.000Z", to: "2026-11-20T21:00:00.000Z" };
    await present("000325", "document", undefined, {
      outage: { outageId: "o1", number: "CAIDA-20261120-1000", ...times },
    });
    expect(await take({ filingId: "000325" })).toEqual([]);
    const { constancia } = (await world.filings.find("000325")) ?? {};
    const words = wordsOf(constancia?.documentId ?? "");
    expect(words).toContain(
      "CAIDA-20261120-1000: la mesa de partes no funcionó desde viernes 20 de noviembre de 2026 a las 10:00",
    );
  });

  it("are two papers: the cargo is made once the clerk received it, and the constancia stays as it was presented", async () => {
    await present("000322", "document");
    const filing = await world.filings.find("000322");
    if (!filing) throw new Error("not filed");
    const received = world.filings.step(filing, {
      entry: { type: "received", at: "2026-11-24T15:00:00.000Z", by: "staff-1" },
      set: {
        state: "received",
        receivedAt: "2026-11-24T15:00:00.000Z",
        kind: "observation",
        presentedAs: { kind: "document" },
      },
    });
    await transact(world.claims.client, received);
    expect(await take({ filingId: "000322" }, { filingId: "000322" })).toEqual([]);
    const { constancia, cargo } = (await world.filings.find("000322")) ?? {};
    expect([constancia?.kind, cargo?.kind]).toEqual(["filing-constancia", "filing-cargo"]);
    expect(wordsOf(constancia?.documentId ?? "")).toContain("Qué esdocumento");
    expect(wordsOf(cargo?.documentId ?? "")).toContain("Qué esobservación (libro de observaciones)");
    expect(wordsOf(cargo?.documentId ?? "")).toContain("Recibidomartes 24 de noviembre de 2026");
    expect(key.vouchesFor(sealOf(cargo?.documentId ?? ""))).toBe(true);
    expect(key.asked).toHaveLength(2);
  });

  it("says what was said in words, where there is no file", async () => {
    await present("000324", "document");
    const filing = await world.filings.find("000324");
    expect(await take({ filingId: "000324" })).toEqual([]);
    const { constancia } = (await world.filings.find("000324")) ?? {};
    expect(wordsOf(constancia?.documentId ?? "")).toContain(filing?.text);
  });

  it("stands beside what it lacks and what was answered: letters with a code, sealed, as it was said then", async () => {
    await present("000325", "document");
    const step = async (entry: FilingEntry, set: FilingStep["set"] = {}) => {
      const filing = await world.filings.find("000325");
      if (!filing) throw new Error("not filed");
      expect((await transact(world.claims.client, world.filings.step(filing, { entry, set }))).done).toBe(true);
    };
    const at = "2026-11-24T15:00:00.000Z";
    await step({ type: "observed", at, by: "analyst-1", text: "Falta la hoja 2." }, { state: "observed" });
    // Mended before the letter is made: it says what was observed all the same.
    await step({ type: "remedied", at, by: "maria", text: "Va." }, { state: "presented", remark: undefined });
    await step({ type: "received", at, by: "analyst-1" }, { state: "received", receivedAt: at });
    await step(
      { type: "answered", at, by: "analyst-1", text: "Se atendió ayer.", papers: [answered] },
      { answeredAt: at },
    );
    expect(await take({ filingId: "000325" }, { filingId: "000325" })).toEqual([]);
    const { cargo, observation, answer } = (await world.filings.find("000325")) ?? {};
    if (!observation || !answer) throw new Error("letters are missing");
    expect(key.asked).toHaveLength(4);
    expect([observation.fileName, answer.fileName]).toEqual([
      "observacion-MP-2026-000325-1.pdf",
      "respuesta-MP-2026-000325-1.pdf",
    ]);
    for (const words of ["Falta la hoja 2.", "2 días hábiles", observation.verificationCode])
      expect(wordsOf(observation.documentId)).toContain(words);
    for (const words of ["Se atendió ayer.", "PERSONA DE PRUEBA ANALYST-1, Mesa de partes", answered.sha256])
      expect(wordsOf(answer.documentId)).toContain(words);
    expect(wordsOf(cargo?.documentId ?? "")).toContain("Va.");
    for (const paper of [observation, answer]) expect(key.vouchesFor(sealOf(paper.documentId))).toBe(true);
    expect(JSON.parse(sealOf(answer.documentId).statement)).toMatchObject({ sha256: answer.sha256 });
  });

  it("of a document of a claim are apart, and the cargo stands in its case too, once", async () => {
    const { claimId, code } = (await world.fileOne(filedAt)).file.head;
    await present("000323", "document", { claimId, code });
    const filing = await world.filings.find("000323");
    if (!filing) throw new Error("not filed");
    expect(await take({ filingId: "000323" })).toEqual([]);
    expect(await notesOf(claimId)).toEqual([]);
    const receivedAt = "2026-11-24T15:00:00.000Z";
    const entry = { type: "received", at: receivedAt, by: "staff-1" } as const;
    await transact(world.claims.client, world.filings.step(filing, { entry, set: { state: "received", receivedAt } }));
    expect(await take({ filingId: "000323" }, { filingId: "000323" })).toEqual([]);
    expect(await take({ filingId: "000323" })).toEqual([]);
    const { cargo } = (await world.filings.find("000323")) ?? {};
    expect(cargo?.kind).toBe("filing-cargo");
    expect(await notesOf(claimId)).toEqual([{ by: { kind: "system", name: "render-documents" }, ...cargo }]);
  });

  it.each([
    ["reconsideration", "recurso de reconsideración (Formato 8)"],
    ["appeal", "recurso de apelación (Formato 9)"],
  ] as const)("of a recourse is noted in its claim too: %s", async (kind, words) => {
    const claim = await notifiedClaim();
    await present(`f-${kind}`, kind, claim);
    const seq = await fileRecourse(claim.claimId, kind, `f-${kind}`);
    expect(await take({ claimId: claim.claimId, seq }, { claimId: claim.claimId, seq })).toEqual([]);
    const cargo = (await world.filings.find(`f-${kind}`))?.constancia;
    const notes = await notesOf(claim.claimId);
    expect(notes[0]).toEqual({ by: { kind: "system", name: "render-documents" }, ...cargo });
    expect(notes.slice(1)).toMatchObject([{ kind: `${kind}-form`, fileName: expect.stringContaining("MP-2026-") }]);
    expect(wordsOf(cargo?.documentId ?? "")).toContain(words);
    expect(wordsOf(cargo?.documentId ?? "")).toContain(`Reclamo${claim.code}`);
  });
});

describe("what is kept of who asks to see their data", () => {
  const own = { kind: "DNI", number: "00000001" } as const;
  const asked = async (identity: typeof own | { kind: "DNI"; number: string }) => {
    const filing = { ...filingOf("000330", "data-access"), identity };
    await transact(world.claims.client, world.filings.file(filing));
    const found = await world.filings.find("000330");
    if (!found) throw new Error("not filed");
    const entry = { type: "data-gathered", at: "2026-11-24T15:00:00.000Z", by: "clerk-1" } as const;
    await transact(world.claims.client, world.filings.step(found, { entry }));
    expect(await take({ filingId: "000330" }, { filingId: "000330" })).toEqual([]);
    const { data } = (await world.filings.find("000330")) ?? {};
    if (!data) throw new Error("their data were not gathered");
    expect(data).toMatchObject({ kind: "person-data", fileName: "datos-MP-2026-000330-1.pdf" });
    expect(key.vouchesFor(sealOf(data.documentId))).toBe(true);
    return wordsOf(data.documentId);
  };

  it("is made of their account: supplies, claims, requests, documents and what was sent", async () => {
    const { code, claimId } = (await world.fileOne(filedAt)).file.head;
    const details = {
      seq: 1,
      channel: "email",
      to: "cliente@example.pe",
      subject: "Recibimos",
      sha256: "a",
      messageId: "m",
    };
    const by = { kind: "system", name: "send-notices" } as const;
    await write(claimId, rendered, [
      { type: "notice-sent", effectiveAt: rendered, by, details: { ...details, channel: "email" } },
    ]);
    const problem = await world.fileProblem(filedAt);
    await world.supplyLinks.link("maria", "00012345", filedAt);
    await world.supplyLinks.link("eva", "00067890", filedAt);
    const words = await asked(own);
    for (const one of [
      code,
      "CALLE FICTICIA 101",
      "900000001",
      "a cliente@example.pe: Recibimos",
      problem.code,
      "Suministro 00012345",
    ])
      expect(words).toContain(one);
    expect(words).toContain("MP-2026-000330-1");
    expect(words).not.toContain("00067890");
  });

  it("says nothing of a person with another document whose claim the account opened, but that it is there", async () => {
    const { code } = (await world.fileOne(filedAt)).file.head;
    const words = await asked({ kind: "DNI", number: "00000002" });
    expect(words).toContain(code);
    expect(words).toContain("son de otra persona");
    for (const one of ["CALLE FICTICIA 101", "cliente@example.pe"]) expect(words).not.toContain(one);
  });
});

describe("the form of a request for attention", () => {
  it("is made when it is filed, sealed and found by its code, once", async () => {
    const { problemId, code } = await world.fileProblem(filedAt);
    expect(await take({ problemId }, { problemId })).toEqual([]);
    const form = (await world.problems.find(problemId))?.form;
    if (!form) throw new Error("no form was added");
    expect(form).toMatchObject({ kind: "problem-form", fileName: `solicitud-${code}.pdf` });
    const words = wordsOf(form.documentId);
    for (const part of ["(Formato 1)", code, "El desagüe se atora", form.verificationCode])
      expect(words).toContain(part);
    expect(JSON.parse(sealOf(form.documentId).statement)).toMatchObject({
      number: code,
      sha256: form.sha256,
      factsHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(key.vouchesFor(sealOf(form.documentId))).toBe(true);
    expect(key.asked).toHaveLength(1);
    const index = openVerificationIndex(world.claims);
    expect(await index.ofCode(form.verificationCode)).toMatchObject({ problemId, sha256: form.sha256 });
    expect(await index.ofBytes(form.sha256)).toMatchObject({ problemId });
  });

  it("is the one its claim holds, whichever was made first", async () => {
    const { problemId, code } = await world.fileProblem(filedAt);
    const { file } = await world.fileOne("2026-11-25T15:00:00.000Z", {
      claimType: "O-S1",
      receipts: [],
      form: { ...form, request: "solve-problem" },
      problem: { problemId, code },
    });
    const { claimId } = file.head;
    expect(await take({ claimId, seq: 1 }, { problemId })).toEqual([]);
    const ofProblem = (await world.problems.find(problemId))?.form;
    const noted = (await notesOf(claimId)).filter(({ kind }) => kind === "problem-form");
    expect(noted).toEqual([{ by: { kind: "system", name: "render-documents" }, ...ofProblem }]);
  });
});

describe("letters that end a matter, or came before it", () => {
  it("«ya debes pagar», once the decision is firm: what is due of the receipt", async () => {
    const { claimId } = await notifiedClaim();
    const firmAt = "2027-01-20T15:00:00.000Z";
    const told = { state: "firm", since: calendarDay("2027-01-18") } as const;
    const by = { kind: "system", name: "sweep" } as const;
    const seq = await write(claimId, firmAt, [{ type: "lapse-told", effectiveAt: firmAt, by, details: told }]);
    expect(await take({ claimId, seq })).toEqual([]);
    const due = (await notesOf(claimId)).find(({ kind }) => kind === "payment-due");
    const words = wordsOf(due?.documentId ?? "");
    for (const part of ["Ya debes pagar lo que se decidió", "S001-00045001", "156.61", "como se facturó"])
      expect(words).toContain(part);
  });

  it("the notice of an atypical reading, of the control that was recorded with one, and of no other", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    const now = "2026-11-25T15:00:00.000Z";
    const by = person("analyst-1", "analyst");
    const control = { period: "2026-10", billedBy: "L" } as const;
    const notice = { on: "2026-10-22", at: "09:30", means: "PERSONAL", receiver: "VECINA DE PRUEBA" } as const;
    const recorded = (details: object) =>
      write(claimId, now, [
        {
          type: "control-recorded",
          effectiveAt: now,
          by,
          details: { ...control, ...details },
        } as Decision["entries"][number],
      ]);
    expect(await take({ claimId, seq: await recorded({}) })).toEqual([]);
    expect(await notesOf(claimId)).toEqual([]);
    expect(await take({ claimId, seq: await recorded({ notice }) })).toEqual([]);
    const [letter] = await notesOf(claimId);
    expect(letter).toMatchObject({
      kind: "atypical-notice",
      fileName: expect.stringContaining("aviso-atipico-2026-10"),
    });
    expect(wordsOf(letter?.documentId ?? "")).toContain("VECINA DE PRUEBA");
  });
});

describe("an outage of the document desk", () => {
  /** How an alarm began to ring, as CloudWatch says it: a while after the period that had failed. */
  const beganAt = (timestamp: string, startDate?: string) => ({
    value: "ALARM",
    timestamp,
    reason: "Threshold Crossed: 1 datapoint [87.5] was greater than or equal to the threshold (50.0).",
    ...(startDate && { reasonData: JSON.stringify({ version: "1.0", startDate, recentDatapoints: [87.5] }) }),
  });
  /** What the rule of the monitor writes, with instants as CloudWatch writes them. */
  const over = {
    outage: {
      alarm: "caudal-dev-service-ApiDown1A2B",
      began: beganAt("2026-11-23T15:06:20.000+0000", "2026-11-23T15:00:00.000+0000"),
      to: "2026-11-23T21:00:00.000+0000",
    },
  };

  it("is recorded once, by its alarm and when it began, and certified under a seal", async () => {
    expect(await take(over, over)).toEqual([]);
    expect(await take({ outage: { ...over.outage, to: "2026-11-23T22:00:00.000+0000" } })).toEqual([]);
    const outages = await world.outages.since("2026-11-23T00:00:00.000Z", 10);
    expect(outages).toHaveLength(1);
    const [{ number, from, to, source, certificate } = { number: "" }] = outages;
    expect({ number, from, to, source }).toEqual({
      number: "CAIDA-20261123-1000",
      from: "2026-11-23T15:00:00.000Z",
      to: "2026-11-23T21:00:00.000Z",
      source: over.outage.alarm,
    });
    const words = wordsOf(certificate?.documentId ?? "");
    expect(words).toContain("No funcionó desdelunes 23 de noviembre de 2026 a las 10:00");
    expect(words).toContain("lunes 23 de noviembre de 2026 a las 16:00");
    expect(words).toContain("87.5");
    expect(key.vouchesFor(sealOf(certificate?.documentId ?? ""))).toBe(true);
  });

  it("is listed from an instant on, and another one apart", async () => {
    await take(over, {
      outage: {
        ...over.outage,
        began: beganAt("2026-11-25T15:06:20.000+0000", "2026-11-25T15:00:00.000+0000"),
        to: "2026-11-25T15:20:00.000+0000",
      },
    });
    const since = async (instant: string) => (await world.outages.since(instant, 10)).map(({ number }) => number);
    expect(await since("2026-11-23T15:00:00.000Z")).toEqual(["CAIDA-20261125-1000", "CAIDA-20261123-1000"]);
    expect(await since("2026-11-23T15:00:00.001Z")).toEqual(["CAIDA-20261125-1000"]);
  });

  it.each([
    ["is not told", undefined],
    ["is told in words", "ayer"],
  ])("began a period before its alarm where the first of what that looked at %s", async (_, startDate) => {
    const began = beganAt("2026-11-23T15:06:20.000+0000", startDate);
    expect(await take({ outage: { ...over.outage, began } })).toEqual([]);
    expect(await world.outages.since("2026-11-23T00:00:00.000Z", 10)).toMatchObject([
      { from: "2026-11-23T15:01:20.000Z", to: "2026-11-23T21:00:00.000Z" },
    ]);
  });

  it.each([
    ["without an instant", { ...over.outage, began: beganAt("ayer") }],
    ["with more than the rule writes", { ...over.outage, state: "OK" }],
  ])("is not recorded from a message %s", async (_, outage) => {
    expect(await take({ outage })).toEqual(["0"]);
  });
});

describe("the certificate of a positive silence", () => {
  const lapsed = "2027-01-18T15:00:00.000Z";
  const certified = async (claimId: string) => {
    const events = (await world.caseFiles.read(claimId))?.events ?? [];
    return { facts: entriesOf(events, "silence-certified"), alerts: entriesOf(events, "manager-alerted") };
  };

  it("is made once: sealed, told to the manager, with what was asked and the day the term lapsed", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId, code } = file.head;
    desk = { ...desk, now: () => lapsed };
    const message = { claimId, certify: "silence" };
    expect(await take(message)).toEqual([]);
    expect(await take(message, message)).toEqual([]);

    const { facts, alerts } = await certified(claimId);
    expect(facts).toHaveLength(1);
    const [{ details } = { details: undefined }] = facts;
    // No month before it is in the ledger but one, too few for an average: the assignment, 20 m³, at its price.
    expect(details?.corrected).toEqual([{ receiptNumber: "S001-00045001", period: "2026-10", m3: 20, amount: 5_808 }]);
    expect(alerts.at(-1)?.details.reason).toContain("Silencio positivo");
    const document = details?.document;
    const words = wordsOf(document?.documentId ?? "");
    expect(words).toContain(`N.° ${code}`);
    expect(words).toContain("que se cobre el consumo normal");
    expect(words).toContain("35 días hábiles");
    expect(words).toContain("queda en 20 m³ y S/ 58.08");
    expect(JSON.parse(sealOf(document?.documentId ?? "").statement)).toMatchObject({
      kind: "silence-certificate",
      number: code,
      sha256: document?.sha256,
    });
  });

  it("orders the month billed again in the same transaction, and keeps the receipt held", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    desk = { ...desk, now: () => lapsed };
    await take({ claimId, certify: "silence" });
    const [told] = await world.holds.notesOfDay("2027-01-18");
    expect(told).toMatchObject({ receiptNumber: "S001-00045001", version: 2, claimId });
    expect(told?.notes).toMatchObject([
      { kind: "rebill", before: { m3: 45, amount: 15_661 }, after: { m3: 20, amount: 5_808 } },
      { kind: "credit-note", amount: 9_853 },
      { kind: "payable-from", from: "2027-01-18", amount: 5_808 },
    ]);
    expect(await world.holds.ofDay("2027-01-18")).toEqual([]);
    expect((await world.caseFiles.read(claimId))?.head.hold.held).toBe(true);
  });

  it("is not made of a claim that is not deemed granted", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    expect(await take({ claimId, certify: "silence" })).toEqual([]);
    expect((await certified(claimId)).facts).toEqual([]);
  });
});

describe("a message", () => {
  it.each([
    ["of a case that is not there", { claimId: "nobody", seq: 1 }, "claim-not-found"],
    ["of a filing that is not there", { filingId: "nobody" }, "there is no filing nobody"],
    ["of a request that is not there", { problemId: "nobody" }, "there is no request for attention nobody"],
    ["of another form", { claim: "x" }, "ZodError"],
  ])("%s goes back to its queue", async (_, body, why) => {
    expect(await take(body)).toEqual(["0"]);
    expect(JSON.stringify(log())).toContain(why);
  });

  it("of an entry no document is made of goes back, and nothing is noted", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    expect(await take({ claimId, seq: 2 })).toEqual(["0"]);
    expect(await notesOf(claimId)).toEqual([]);
    expect(documents.kept.size).toBe(0);
  });

  it("that fails for want of the key is made whole when it comes again", async () => {
    const { file } = await world.fileOne(filedAt);
    const { claimId } = file.head;
    const { seals } = desk;
    desk = { ...desk, seals: { seal: () => Promise.reject(new Error("the key is away")) } };
    expect(await take({ claimId, seq: 1 })).toEqual(["0"]);
    expect(await notesOf(claimId)).toEqual([]);
    desk = { ...desk, seals, now: () => "2026-11-25T15:00:00.000Z" };
    expect(await take({ claimId, seq: 1 })).toEqual([]);
    // The same bytes on another day: one cargo; a «No cortar» bears its own seal.
    expect((await notesOf(claimId)).map(({ kind }) => kind)).toEqual(["claim-cargo", ...alongside]);
    expect(documents.kept.size).toBe(14);
  });
});
