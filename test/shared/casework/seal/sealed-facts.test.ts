import { expect, it } from "vitest";
import { caseSealFacts, submissionSealFacts } from "../../../../shared/casework/seal/sealed-facts.ts";
import type { CaseEvent } from "../../../../shared/domain/case/case-events.ts";
import type { Attachment } from "../../../../shared/domain/filing/claim-form.ts";
import { chainStart, sealed } from "../../../../shared/storage/case/case-chain.ts";
import type { StoredHead } from "../../../../shared/storage/case/case-head.ts";
import { receivedMark, signedText } from "../../../../shared/storage/seal/seals.ts";
import type { SubmissionRecord } from "../../../../shared/storage/submission/submissions.ts";

const attachment = (documentId: string): Attachment => ({
  documentId,
  fileName: `${documentId}.pdf`,
  contentType: "application/pdf",
  sizeBytes: 10,
  sha256: documentId.repeat(64).slice(0, 64),
  state: "pending",
});
const entry = (seq: number, attachments: readonly Attachment[]) =>
  ({
    type: "evidence-added",
    seq,
    recordedAt: "2026-11-23T15:00:00.000Z",
    effectiveAt: "2026-11-23T15:00:00.000Z",
    by: { kind: "system", name: "test" },
    details: { kind: "cuts-history", summary: "Nada.", attachments },
  }) as unknown as CaseEvent;

const events = [entry(1, [attachment("a")]), entry(2, []), entry(3, [attachment("b")])];
const first = sealed(entry(1, [attachment("a")]), chainStart);
const second = sealed(entry(2, []), first.hash);
const third = sealed(entry(3, [attachment("b")]), second.hash);
const file = {
  head: { code: "RE-2026-000001-1", chainHead: third.hash } as StoredHead,
  events,
  envelopes: [first.envelope, second.envelope, third.envelope],
};

it("a document of an early entry is sealed with the chain and the files as they were then, whatever came since", () => {
  expect(caseSealFacts(file, 2)).toEqual({
    claimCode: "RE-2026-000001-1",
    chainHead: second.hash,
    received: [{ fileName: "a.pdf", sha256: "a".repeat(64) }],
  });
  const now = caseSealFacts(file);
  expect(now.chainHead).toBe(third.hash);
  expect(now.received.map(({ fileName }) => fileName)).toEqual(["a.pdf", "b.pdf"]);
  expect(caseSealFacts(file, 3)).toEqual(now);
});

it("a submission without a case is sealed with the hash of what was presented, and of nothing a clerk adds later", () => {
  const submission: SubmissionRecord = {
    submissionId: "f1",
    number: "MP-2026-000001-1",
    kind: "document",
    subject: "Carta",
    text: "",
    presenter: "CLIENTE DE PRUEBA UNO",
    office: "MOQ",
    presentedAt: "2026-11-23T15:00:00.000Z",
    filedOn: "2026-11-23",
    state: "presented",
    channel: "web",
    entries: [],
    attachments: [attachment("a")],
  };
  const facts = submissionSealFacts(submission);
  expect(facts.factsHash).toMatch(/^[0-9a-f]{64}$/);
  expect(submissionSealFacts({ ...submission, state: "received", receivedAt: "2026-11-24T15:00:00.000Z" })).toEqual(
    facts,
  );
  expect(submissionSealFacts({ ...submission, subject: "Carta." }).factsHash).not.toBe(facts.factsHash);
  expect(submissionSealFacts({ ...submission, attachments: [attachment("b")] }).factsHash).not.toBe(facts.factsHash);
});

it("any number of files fits what the key signs at once", () => {
  const received = Array.from({ length: 1000 }, (_, at) => ({ fileName: `foto-${at}.jpg`, sha256: "a".repeat(64) }));
  const text = signedText({
    kind: "resolution",
    number: "1",
    sha256: "a".repeat(64),
    verificationCode: "0000-0000-0000-0000",
    sealedAt: "2026-11-23T15:00:00.000Z",
    received,
  });
  expect(JSON.parse(text).received).toEqual(receivedMark(received));
  expect(Buffer.byteLength(text)).toBeLessThan(4096);
  expect(receivedMark(received)).not.toEqual(receivedMark(received.toReversed()));
});
