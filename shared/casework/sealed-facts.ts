import type { Attachment } from "../domain/claim-form.ts";
import type { ReceivedFile } from "../domain/issued-documents.ts";
import type { Problem } from "../domain/problem.ts";
import { jsonHash } from "../storage/canonical-json.ts";
import type { CaseFile } from "../storage/case-files.ts";
import type { SubmissionRecord } from "../storage/submissions.ts";
import { attachmentsOf } from "./case-attachments.ts";
import type { SealedFacts } from "./issue-document.ts";

/**
 * What the seal of a case's document says besides it: the case, the head of its chain with entry `upTo` as the last, and
 * every file that had come in by then.
 * @param upTo the entry that asks for the document; absent: the last one
 */
export function caseSealFacts(
  { head, events, envelopes }: Pick<CaseFile, "head" | "events" | "envelopes">,
  upTo?: number,
) {
  return {
    claimCode: head.code,
    chainHead: (upTo === undefined ? undefined : envelopes[upTo]?.previous) ?? head.chainHead,
    received: receivedFiles(attachmentsOf(events.slice(0, upTo))),
  } as const satisfies Partial<SealedFacts>;
}

/** The same for a filing of the document desk, which has no chain: the hash of what was presented stands for it. */
export function submissionSealFacts(submission: SubmissionRecord) {
  const { submissionId, number, kind, subject, text, presenter, identity, presentedAt, claim, attachments } =
    submission;
  const received = receivedFiles(attachments);
  return {
    number,
    claimCode: claim?.code,
    factsHash: jsonHash({ submissionId, number, kind, subject, text, presenter, identity, presentedAt, received }),
    received,
  } as const satisfies Partial<SealedFacts>;
}

/** The same for a request for attention as it was filed: it has no files. */
export function problemSealFacts({
  problemId,
  code,
  supplyCode,
  problemType,
  channel,
  applicant,
  description,
  filedAt,
  filedOn,
}: Problem) {
  const facts = { problemId, code, supplyCode, problemType, channel, applicant, description, filedAt, filedOn };
  return { number: code, factsHash: jsonHash(facts), received: [] } as const satisfies Partial<SealedFacts>;
}

/** Files as they came: one that its check refused came too. */
function receivedFiles(attachments: readonly Attachment[]): readonly ReceivedFile[] {
  return attachments.map(({ fileName, sha256 }) => ({ fileName, sha256 }));
}
