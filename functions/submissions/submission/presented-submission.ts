import { newCode, newTimeId } from "../../../shared/casework/case/new-ids.ts";
import { filedOnAt } from "../../../shared/casework/filing/filed-on.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { ActOfClaimKind, SubmissionKind } from "../../../shared/domain/submission/submission.ts";
import type { NewSubmission } from "../../../shared/storage/submission/submissions.ts";
import { limitedAttachments } from "../attachment/attachments-to-file.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { answerByOf, recourseByOf } from "./answer-by.ts";
import type { PreparedSubmission } from "./filed-once.ts";

type GivenHere =
  | "submissionId"
  | "number"
  | "office"
  | "presentedAt"
  | "filedOn"
  | "answerBy"
  | "recourseBy"
  | "state"
  | "attachments";

/** What somebody presents, with what its way of coming adds to it. */
type Said = Omit<NewSubmission, GivenHere> & { readonly kind: Exclude<SubmissionKind, ActOfClaimKind> };

interface Presented {
  /** Whose uploads its files are. */
  readonly by: string;
  readonly uploadIds: readonly string[];
  /** The instant it counts as presented; earlier than `now` if staff register it afterwards. */
  readonly presentedAt: string;
  readonly now: string;
}

/**
 * Returns the submission of what somebody presents (`said`), in the state `presented`, and the writes that file its
 * attachments and take its number. Adds its number, the day it counts as filed, its last days and its attachments.
 * Refuses `upload-not-taken` if there are more than `maxFiles` files; `upload-not-found` if a file is not of `by`, was
 * filed before or was refused by its check. Writes nothing.
 */
export async function presentedSubmission(
  deps: SubmissionsDeps,
  { by, uploadIds, presentedAt, now }: Presented,
  said: Said,
): Promise<Answer<PreparedSubmission, "upload-not-found" | "upload-not-taken">> {
  const { office } = deps.tenant;
  const attached = await limitedAttachments(deps, by, uploadIds, now);
  if (!attached.ok) return attached;
  const { attachments, attach } = attached.value;
  const filedOn = filedOnAt(deps.tenant, presentedAt);
  const submissionId = newTimeId(now);
  const number = newCode(office.submissionCode.value, filedOn);
  return ok({
    submission: {
      ...said,
      submissionId,
      number,
      office: office.code.value,
      presentedAt,
      filedOn,
      answerBy: answerByOf(deps.tenant, filedOn, said),
      recourseBy: recourseByOf(deps.tenant, { ...said, filedOn }),
      state: "presented",
      attachments,
    },
    also: [...attach({ submissionId }), deps.takenCodes.take(number, submissionId)],
  });
}

/**
 * Returns the outage that a submission cites; undefined if it cites none. Refuses `outage-not-found` if there is no
 * such outage.
 */
export async function citedOutage(
  { outages }: Pick<SubmissionsDeps, "outages">,
  outageId: string | undefined,
): Promise<Answer<NewSubmission["outage"], "outage-not-found">> {
  if (outageId === undefined) return ok(undefined);
  const outage = await outages.find(outageId);
  if (!outage) return refused("outage-not-found");
  return ok({ outageId: outage.outageId, number: outage.number, from: outage.from, to: outage.to });
}
