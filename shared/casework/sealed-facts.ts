import type { Attachment } from "../domain/claim-form.ts";
import type { ReceivedFile } from "../domain/issued-documents.ts";
import type { Problem } from "../domain/problem.ts";
import { jsonHash } from "../storage/canonical-json.ts";
import type { CaseFile } from "../storage/case-files.ts";
import type { SubmissionRecord } from "../storage/submissions.ts";
import { attachmentsOf } from "./case-attachments.ts";
import type { SealedFacts } from "./issue-document.ts";

/**
 * Returns the facts sealed with a document of a case: the claim's code, the hash of the chain up to the entry `upTo`,
 * and the files sent by then. Files that were refused or are not checked yet are included.
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

/**
 * Returns the facts sealed for a submission: its number, its claim's code if it has one, the files received, and a hash
 * of what was presented. Submissions have no event chain, so that hash replaces the chain's.
 */
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

/**
 * Returns the facts sealed for a request for attention: its code, a hash of what was filed, and no files. A request has
 * no event chain.
 */
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

/** The files that were received, also those that their check refused later. */
function receivedFiles(attachments: readonly Attachment[]): readonly ReceivedFile[] {
  return attachments.map(({ fileName, sha256 }) => ({ fileName, sha256 }));
}
