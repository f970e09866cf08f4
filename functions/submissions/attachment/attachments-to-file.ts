import { type FoundAttachments, findAttachments } from "../../../shared/casework/attachment/find-attachments.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { lawInForce } from "../../../shared/tenant/tenant.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Returns the uploads of the account `by` with these ids as attachments, including those whose check is still running,
 * and the writes that file them. Refuses `upload-not-taken` if there are more ids than the law allows at `now`
 * (`maxFiles`); `upload-not-found` if an upload is not of the account, was filed before or was refused by its check.
 * Writes nothing.
 */
export async function limitedAttachments(
  deps: Pick<SubmissionsDeps, "tenant" | "uploads">,
  by: string,
  uploadIds: readonly string[],
  now: string,
): Promise<Answer<FoundAttachments, "upload-not-found" | "upload-not-taken">> {
  const most = lawInForce(deps.tenant, limaDay(now)).submission.maxFiles.value;
  if (uploadIds.length > most)
    return refused("upload-not-taken", {
      detail: `Un documento lleva hasta ${most} archivos. Presenta otro con los demás.`,
    });
  const attached = await findAttachments(deps, by, uploadIds);
  if (!attached.ok) return attached;
  return attached.value.attachments.some(({ state }) => state === "refused")
    ? refused("upload-not-found")
    : ok(attached.value);
}
