import { record } from "../../shared/casework/case/record.ts";
import { letterOffice } from "../../shared/casework/notice/letter-facts.ts";
import { issueDocument } from "../../shared/casework/seal/issue-document.ts";
import { submissionSealFacts } from "../../shared/casework/seal/sealed-facts.ts";
import type { Sheet } from "../../shared/documents/sheet.ts";
import type { DocumentKind, OfficeDocument } from "../../shared/domain/case/issued-documents.ts";
import { ok } from "../../shared/domain/case/result.ts";
import type { SubmissionDocumentName } from "../../shared/domain/submission/submission.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import type { SubmissionRecord } from "../../shared/storage/submission/submissions.ts";
import { personDataOf } from "./person-data.ts";
import type { RenderDeps } from "./render-deps.ts";

const by = { kind: "system", name: "render-documents" } as const;

/**
 * Makes the documents that a submission lacks: always its constancia; its cargo once it was received; and the document
 * of its observation, of its answer or of its person's data once the submission has the entry for it. If the submission
 * is about a claim, also records the cargo in the claim's case as `document-added`. Throws if there is no such
 * submission or the claim refuses the write.
 */
export async function submissionDocumentsOf(deps: RenderDeps, submissionId: string): Promise<void> {
  const submission = await found(deps, submissionId);
  // The constancia of an act of a claim is recorded in the claim by the claim's own entry.
  await ensured(deps, submission, "constancia");
  if (observationOf(submission)) await ensured(deps, submission, "observation");
  if (answerOf(submission)) await ensured(deps, submission, "answer");
  if (gatheringOf(submission)) await ensured(deps, submission, "data");
  if (submission.receivedAt === undefined) return;
  const cargo = await ensured(deps, submission, "cargo");
  if (submission.claim) await noteCargo(deps, submission.claim.claimId, cargo);
}

/** A submission is observed once, and answered once. */
const observationOf = ({ entries }: SubmissionRecord) => entries.find(({ type }) => type === "observed");
const gatheringOf = ({ entries }: SubmissionRecord) => entries.find(({ type }) => type === "data-gathered");
const answerOf = ({ entries }: SubmissionRecord) => entries.find(({ type }) => type === "answered");

/** Records the cargo of a submission in its claim, once. Throws if the claim refuses the write. */
async function noteCargo(deps: RenderDeps, claimId: string, document: OfficeDocument): Promise<void> {
  const now = deps.now();
  const key = `cargo:${document.documentId}`;
  const noted = await record(deps, { claimId, now, write: { key, contentHash: key } }, () =>
    ok({ entries: [{ type: "document-added", effectiveAt: now, by, details: { document } }] }),
  );
  if (!noted.ok)
    throw new Error(`the cargo ${document.documentId} was not recorded in claim ${claimId}: ${noted.error}`);
}

/**
 * Returns the constancia of a submission; makes it, seals it and adds it if there is none. Throws if there is no such
 * submission.
 */
export async function submissionConstanciaOf(deps: RenderDeps, submissionId: string): Promise<OfficeDocument> {
  return ensured(deps, await found(deps, submissionId), "constancia");
}

async function found({ submissions }: RenderDeps, submissionId: string): Promise<SubmissionRecord> {
  const submission = await submissions.find(submissionId);
  if (!submission) throw new Error(`there is no submission ${submissionId}`);
  return submission;
}

/**
 * Returns a document of a submission, making it if there is none. Of two made at the same moment, the first added is
 * returned.
 */
async function ensured(
  deps: RenderDeps,
  submission: SubmissionRecord,
  name: SubmissionDocumentName,
): Promise<OfficeDocument> {
  const { submissionId } = submission;
  if (submission[name]) return submission[name];
  await deps.submissions.addDocument(submissionId, name, await made(deps, submission, name));
  const added = (await found(deps, submissionId))[name];
  if (!added) throw new Error(`the ${name} of submission ${submissionId} was not added`);
  return added;
}

const kinds = {
  constancia: "submission-constancia",
  cargo: "submission-cargo",
  observation: "submission-observation",
  answer: "submission-answer",
  data: "person-data",
} as const satisfies Record<SubmissionDocumentName, DocumentKind>;

async function made(
  deps: RenderDeps,
  submission: SubmissionRecord,
  name: SubmissionDocumentName,
): Promise<OfficeDocument> {
  const said = name === "constancia" || name === "observation" ? asPresented(submission) : submission;
  const sheet = await sheetOf(deps, said, name);
  const document = { kind: kinds[name], fileName: `${fileNames[name]}-${said.number}.pdf`, source: said.submissionId };
  const answered = name === "answer" ? (answerOf(submission)?.attachments ?? []) : [];
  const facts = submissionSealFacts({ ...said, attachments: [...said.attachments, ...answered] });
  return issueDocument(deps, document, sheet, { ...facts, sealedAt: deps.now() });
}

const fileNames = {
  constancia: "constancia",
  cargo: "cargo",
  observation: "observacion",
  answer: "respuesta",
  data: "datos",
} as const satisfies Record<SubmissionDocumentName, string>;

/** Returns a submission as it was presented, without what was remedied, added or reclassified since. */
function asPresented(submission: SubmissionRecord): SubmissionRecord {
  const since = new Set(
    submission.entries.flatMap(({ attachments = [] }) => attachments.map(({ documentId }) => documentId)),
  );
  const attachments = submission.attachments.filter(({ documentId }) => !since.has(documentId));
  return { ...submission, claim: undefined, ...(submission.presentedAs ?? { claim: submission.claim }), attachments };
}

async function sheetOf(deps: RenderDeps, submission: SubmissionRecord, name: SubmissionDocumentName): Promise<Sheet> {
  const { letters } = deps.tenant;
  const { letterhead, forms } = letterOffice(deps.tenant, limaDay(submission.presentedAt));
  const said = { letterhead, forms, kind: submission.kind, submission };
  switch (name) {
    case "constancia":
      return letters.submissionConstancia(said);
    case "cargo": {
      const added = submission.entries
        .filter(({ type }) => type === "remedied" || type === "copy-sent")
        .map(({ at, text = "" }) => ({ at, text }));
      return letters.submissionCargo({ ...said, receivedAt: due(submission.receivedAt), added });
    }
    case "observation": {
      const { at, text = "" } = due(observationOf(submission));
      const { terms } = letterOffice(deps.tenant, limaDay(at));
      return letters.submissionObservation({ ...said, observedAt: at, remark: text, remedyDays: terms.remedy });
    }
    case "answer": {
      const { at, by, text = "", attachments: answered = [] } = due(answerOf(submission));
      const answer = { by: await answererOf(deps, submission, by), text, attachments: answered };
      return letters.submissionAnswer({ ...said, answeredAt: at, answer });
    }
    case "data": {
      const { number, presenter, sub, identity } = submission;
      const asked = { number, presenter, identity: due(identity) };
      const kept = await personDataOf(deps, due(sub), asked.identity);
      return letters.personData({
        letterhead,
        submission: asked,
        gatheredAt: due(gatheringOf(submission)).at,
        ...kept,
      });
    }
  }
}

/** Returns a fact that a document is made of; throws if it did not happen. */
function due<Fact>(fact: Fact | undefined): Fact {
  if (fact === undefined) throw new Error("a document of a submission needs a fact that did not happen");
  return fact;
}

/** Returns the name of the member of staff who answered, if the office knows it, and the area (or «Mesa de partes»). */
async function answererOf(deps: RenderDeps, { office, area }: SubmissionRecord, sub: string): Promise<string> {
  const staff = await deps.staffRegister.recent(office, deps.now());
  const name = staff.find((one) => one.sub === sub)?.name;
  return [name, area ?? "Mesa de partes"].flatMap((part) => part ?? []).join(", ");
}
