import type { showUpload } from "../../../shared/contract/attachment/upload-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Returns an upload of the account `by`: its file's name and size, and its state, with the reason if it was refused or
 * could not be read. Refuses `upload-not-found` if there is no such upload or another account announced it.
 */
export async function ownUpload(
  { uploads }: SubmissionsDeps,
  by: string,
  uploadId: string,
): Promise<Answer<AnswerOf<typeof showUpload>, "upload-not-found">> {
  const upload = await uploads.find(uploadId);
  if (upload?.by !== by) return refused("upload-not-found");
  const { fileName, sizeBytes, state, reason } = upload;
  return ok({ uploadId, fileName, sizeBytes, state, ...(reason !== undefined && { reason }) });
}
