import { type Answer, type RefusalKind, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf, WriteKey } from "../../../shared/contract/route.ts";
import type { showSubmission } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Write } from "../../../shared/storage/dynamodb.ts";
import type { NewSubmission } from "../../../shared/storage/submission/submissions.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { submissionView } from "./submission-view.ts";

const tries = 8;

/** A submission to file, and the writes of the same transaction. */
export interface PreparedSubmission {
  readonly submission: NewSubmission;
  readonly also: readonly Write[];
}

/**
 * Files the submission that `prepare` returns, in one transaction with the writes of `also`, and answers the
 * submission's view. If the key filed a submission before, files nothing and answers it as it is now. If the
 * transaction fails, since somebody may have taken the number, prepares again. Refuses `write-key-used` if the key
 * filed other content; `busy` after eight attempts; and what `prepare` refuses.
 */
export async function filedOnce<Kind extends RefusalKind>(
  deps: SubmissionsDeps,
  { write, now }: { readonly write: WriteKey; readonly now: string },
  prepare: () => Promise<Answer<PreparedSubmission, Kind>>,
): Promise<Answer<AnswerOf<typeof showSubmission>, Kind | "write-key-used" | "busy">> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const made = await madeBefore(deps, write, now);
    if (made) return made;
    const prepared = await prepare();
    // A refusal may come from what the same write did a moment ago: its own uploads are filed by then.
    if (!prepared.ok) return (await madeBefore(deps, write, now)) ?? prepared;
    const { submission, also } = prepared.value;
    const { done } = await deps.transact([...deps.submissions.file(submission, write), ...also]);
    if (done) return ok(submissionView({ ...submission, entries: [] }, deps.tenant, now));
  }
  return refused("busy");
}

/** Returns what the key filed before; undefined if it filed nothing. */
async function madeBefore({ submissions, tenant }: SubmissionsDeps, write: WriteKey, now: string) {
  const made = await submissions.ofRequest(write.key);
  if (!made) return undefined;
  if (made.contentHash !== write.contentHash) return refused("write-key-used");
  const submission = await submissions.find(made.submissionId);
  return submission && ok(submissionView(submission, tenant, now));
}
