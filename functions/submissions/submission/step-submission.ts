import { type Answer, type Refusal, type RefusalKind, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf, WriteKey } from "../../../shared/contract/route.ts";
import type { showSubmission } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Write } from "../../../shared/storage/dynamodb.ts";
import type { SubmissionRecord, SubmissionStep } from "../../../shared/storage/submission/submissions.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { submissionView } from "./submission-view.ts";

const tries = 6;

/** A step of a submission, and the writes of the same transaction. */
export interface DecidedStep {
  readonly step: SubmissionStep;
  readonly also?: readonly Write[];
}

/**
 * Returns true if a write with this key recorded the same content in the submission before, or the refusal
 * `write-key-used` if it recorded other content. Undefined if no entry of the submission has the key.
 */
export function takenBefore(
  { entries }: SubmissionRecord,
  { key, contentHash }: WriteKey,
): true | Refusal<"write-key-used"> | undefined {
  const before = entries.find(({ write }) => write?.key === key)?.write;
  return before && (before.contentHash === contentHash || refused("write-key-used"));
}

/** Returns the step with the write's key and content hash in its entry; `takenBefore` recognises a repeat by them. */
export function markedStep(step: SubmissionStep, { key, contentHash }: WriteKey): SubmissionStep {
  return { ...step, entry: { ...step.entry, write: { key, contentHash } } };
}

/**
 * Records the step that `decide` returns for the submission as it is now, and answers the submission's view. If the key
 * recorded the same content before, records nothing and answers the view as it is now. If somebody else writes first,
 * decides again. Refuses `submission-not-found` if there is no such submission; `write-key-used` if the key recorded
 * other content; `busy` after six attempts; and what `decide` refuses.
 */
export async function stepSubmission<Kind extends RefusalKind>(
  deps: SubmissionsDeps,
  submissionId: string,
  { write, now }: { readonly write: WriteKey; readonly now: string },
  decide: (submission: SubmissionRecord) => Answer<DecidedStep, Kind> | Promise<Answer<DecidedStep, Kind>>,
): Promise<Answer<AnswerOf<typeof showSubmission>, Kind | "submission-not-found" | "write-key-used" | "busy">> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const submission = await deps.submissions.find(submissionId);
    if (!submission) return refused("submission-not-found");
    const taken = takenBefore(submission, write);
    if (taken) return taken === true ? ok(submissionView(submission, deps.tenant, now)) : taken;
    const decided = await decide(submission);
    if (!decided.ok) return decided;
    const { step, also = [] } = decided.value;
    const { done } = await deps.transact([...deps.submissions.step(submission, markedStep(step, write)), ...also]);
    const after = done && (await deps.submissions.find(submissionId));
    if (after) return ok(submissionView(after, deps.tenant, now));
  }
  return refused("busy");
}
