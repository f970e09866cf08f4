import { describe, expect, it } from "vitest";
import { checkCodeOf } from "../../../../shared/casework/billing/hold-statement.ts";
import { codeFrom, sha256Of } from "../../../../shared/casework/seal/issue-document.ts";
import { cents } from "../../../../shared/domain/receipt/money.ts";
import type { SubmissionEntry } from "../../../../shared/domain/submission/submission.ts";
import { transact } from "../../../../shared/storage/dynamodb.ts";
import { receivedMark } from "../../../../shared/storage/seal/seals.ts";
import type { SubmissionStep } from "../../../../shared/storage/submission/submissions.ts";
import { maria } from "../../../shared/casework/case-world.ts";
import { byGuest } from "../../casework/casework-world.ts";
import {
  alongside,
  documents,
  filedAt,
  fileRecourse,
  key,
  notesOf,
  notifiedClaim,
  openRenderDesk,
  present,
  rendered,
  sealOf,
  take,
  wordsOf,
  world,
  write,
} from "../render-world.ts";

openRenderDesk();

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

  it("is one when it is asked for twice: in turn, and at the same moment", async () => {
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
    const details = { grounds: "También septiembre.", receipts, attachments: [] };
    const seq = await write(claimId, now, [{ type: "claim-extended", effectiveAt: now, by: maria, details }]);
    expect(await take({ claimId, seq })).toEqual([]);
    const words = wordsOf((await made(claimId))?.documentId ?? "");
    expect(words).toContain("S001-00045001, S001-00044001");
  });

  it("is made of a claim without an account once its contact is confirmed, and not before", async () => {
    const { claimId } = (await world.fileBeside(filedAt, byGuest)).file.head;
    await take({ claimId, seq: 1 });
    expect(await made(claimId)).toBeUndefined();
    const now = "2026-11-24T15:00:00.000Z";
    const by = { kind: "system", name: "confirm-contact" } as const;
    const entry = { type: "contact-confirmed", effectiveAt: now, by, details: { how: "account" } } as const;
    const seq = await write(claimId, now, [entry, { ...entry, effectiveAt: now }]);
    expect(await take({ claimId, seq })).toEqual([]);
    expect(await made(claimId)).toBeUndefined();
    expect(await take({ claimId, seq: seq - 1 })).toEqual([]);
    expect(wordsOf((await made(claimId))?.documentId ?? "")).toContain("S001-00045001");
  });

  it("is not made when nothing but words were added", async () => {
    const { claimId } = (await world.fileOne(filedAt)).file.head;
    const now = "2026-11-24T15:00:00.000Z";
    const details = { grounds: "Más palabras.", attachments: [] };
    const seq = await write(claimId, now, [{ type: "claim-extended", effectiveAt: now, by: maria, details }]);
    expect(await take({ claimId, seq })).toEqual([]);
    expect(await made(claimId)).toBeUndefined();
  });
});

describe("the constancia and the cargo of a submission", () => {
  const answered = {
    documentId: "r1",
    fileName: "respuesta.pdf",
    contentType: "application/pdf",
    sizeBytes: 9,
    sha256: "d4".repeat(32),
    state: "received",
  } as const;

  it("is kept, sealed and added to the submission, once", async () => {
    await present("000321", "document");
    expect(await take({ submissionId: "000321" }, { submissionId: "000321" })).toEqual([]);
    const { constancia: cargo, cargo: none } = (await world.submissions.find("000321")) ?? {};
    if (!cargo) throw new Error("no constancia was added");
    expect(none).toBeUndefined();
    expect(cargo).toMatchObject({ kind: "submission-constancia", fileName: "constancia-MP-2026-000321-1.pdf" });
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
    expect(await take({ submissionId: "000325" })).toEqual([]);
    const { constancia } = (await world.submissions.find("000325")) ?? {};
    const words = wordsOf(constancia?.documentId ?? "");
    expect(words).toContain(
      "CAIDA-20261120-1000: la mesa de partes no funcionó desde el viernes 20 de noviembre de 2026 a las 10:00",
    );
  });

  it("are two documents: the cargo is made once the clerk received it, and the constancia stays as it was presented", async () => {
    await present("000322", "document");
    const submission = await world.submissions.find("000322");
    if (!submission) throw new Error("not filed");
    const received = world.submissions.step(submission, {
      entry: { type: "received", at: "2026-11-24T15:00:00.000Z", by: "staff-1" },
      set: {
        state: "received",
        receivedAt: "2026-11-24T15:00:00.000Z",
        kind: "observation",
        presentedAs: { kind: "document" },
      },
    });
    await transact(world.claims.client, received);
    expect(await take({ submissionId: "000322" }, { submissionId: "000322" })).toEqual([]);
    const { constancia, cargo } = (await world.submissions.find("000322")) ?? {};
    expect([constancia?.kind, cargo?.kind]).toEqual(["submission-constancia", "submission-cargo"]);
    expect(wordsOf(constancia?.documentId ?? "")).toContain("Qué esdocumento");
    expect(wordsOf(cargo?.documentId ?? "")).toContain("Qué esobservación (libro de observaciones)");
    expect(wordsOf(cargo?.documentId ?? "")).toContain("Recibidomartes 24 de noviembre de 2026");
    expect(key.vouchesFor(sealOf(cargo?.documentId ?? ""))).toBe(true);
    expect(key.asked).toHaveLength(2);
  });

  it("says what was said in words, where there is no file", async () => {
    await present("000324", "document");
    const submission = await world.submissions.find("000324");
    expect(await take({ submissionId: "000324" })).toEqual([]);
    const { constancia } = (await world.submissions.find("000324")) ?? {};
    expect(wordsOf(constancia?.documentId ?? "")).toContain(submission?.text);
  });

  it("stands beside what it lacks and what was answered: letters with a code, sealed, as it was said then", async () => {
    await present("000325", "document");
    const step = async (entry: SubmissionEntry, set: SubmissionStep["set"] = {}) => {
      const submission = await world.submissions.find("000325");
      if (!submission) throw new Error("not filed");
      expect((await transact(world.claims.client, world.submissions.step(submission, { entry, set }))).done).toBe(true);
    };
    const at = "2026-11-24T15:00:00.000Z";
    await step({ type: "observed", at, by: "analyst-1", text: "Falta la hoja 2." }, { state: "observed" });
    // Mended before the letter is made: it says what was observed all the same.
    await step({ type: "remedied", at, by: "maria", text: "Va." }, { state: "presented", remark: undefined });
    await step({ type: "received", at, by: "analyst-1" }, { state: "received", receivedAt: at });
    await step(
      { type: "answered", at, by: "analyst-1", text: "Se atendió ayer.", attachments: [answered] },
      { answeredAt: at },
    );
    expect(await take({ submissionId: "000325" }, { submissionId: "000325" })).toEqual([]);
    const { cargo, observation, answer } = (await world.submissions.find("000325")) ?? {};
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
    for (const attachment of [observation, answer]) expect(key.vouchesFor(sealOf(attachment.documentId))).toBe(true);
    expect(JSON.parse(sealOf(answer.documentId).statement)).toMatchObject({ sha256: answer.sha256 });
  });

  it("of a document of a claim are apart, and the cargo stands in its case too, once", async () => {
    const { claimId, code } = (await world.fileOne(filedAt)).file.head;
    await present("000323", "document", { claimId, code });
    const submission = await world.submissions.find("000323");
    if (!submission) throw new Error("not filed");
    expect(await take({ submissionId: "000323" })).toEqual([]);
    expect(await notesOf(claimId)).toEqual([]);
    const receivedAt = "2026-11-24T15:00:00.000Z";
    const entry = { type: "received", at: receivedAt, by: "staff-1" } as const;
    await transact(
      world.claims.client,
      world.submissions.step(submission, { entry, set: { state: "received", receivedAt } }),
    );
    expect(await take({ submissionId: "000323" }, { submissionId: "000323" })).toEqual([]);
    expect(await take({ submissionId: "000323" })).toEqual([]);
    const { cargo } = (await world.submissions.find("000323")) ?? {};
    expect(cargo?.kind).toBe("submission-cargo");
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
    const cargo = (await world.submissions.find(`f-${kind}`))?.constancia;
    const notes = await notesOf(claim.claimId);
    expect(notes[0]).toEqual({ by: { kind: "system", name: "render-documents" }, ...cargo });
    expect(notes.slice(1)).toMatchObject([{ kind: `${kind}-form`, fileName: expect.stringContaining("MP-2026-") }]);
    expect(wordsOf(cargo?.documentId ?? "")).toContain(words);
    expect(wordsOf(cargo?.documentId ?? "")).toContain(`Reclamo${claim.code}`);
  });
});
