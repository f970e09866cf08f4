import type { ReceivedFile } from "../../domain/case/issued-documents.ts";
import type { Attachment } from "../../domain/filing/claim-form.ts";
import type { Problem } from "../../domain/problem/problem.ts";
import { jsonHash } from "../../storage/canonical-json.ts";
import type { CaseFile } from "../../storage/case/case-files.ts";
import type { SubmissionRecord } from "../../storage/submission/submissions.ts";
import { attachmentsOf } from "../attachment/case-attachments.ts";
import type { SealedFacts } from "./issue-document.ts";

/**
 * Returns what a seal on a document of a case states besides the document: the claim's code, the chain head once the
 * entry `upTo` was recorded, and the files sent by then. Files that were refused or are not checked yet are included.
 * @param upTo the number of the entry that asks for the document; absent: the last one
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
 * Returns what a seal on a document of a submission states besides the document: the submission's number, the code of
 * its claim if it has one, the files received, and a hash of what was presented (`factsHash`). The hash stands in for a
 * chain head, as a submission has no chain.
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
 * Returns what a seal on the form of a request for attention states besides the document: the request's code as
 * `number`, a hash of what was filed (`factsHash`), and no files. A request has no chain.
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
