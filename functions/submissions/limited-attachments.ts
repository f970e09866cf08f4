import { type FoundAttachments, findAttachments } from "../../shared/casework/find-attachments.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { ok } from "../../shared/domain/result.ts";
import { lawInForce } from "../../shared/tenant/tenant.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/** Files a person sent for a document: theirs, none that its check refused, and no more than the utility takes. */
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
