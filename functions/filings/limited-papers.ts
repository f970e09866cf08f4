import { type AttachedPapers, attachedPapers } from "../../shared/casework/attached-papers.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { ok } from "../../shared/domain/result.ts";
import { lawInForce } from "../../tenants/tenant.ts";
import type { FilingsDesk } from "./filing-desk.ts";

/** Files a person sent for a document: theirs, none that its check refused, and no more than the utility takes. */
export async function limitedPapers(
  desk: Pick<FilingsDesk, "tenant" | "uploads">,
  by: string,
  uploadIds: readonly string[],
  now: string,
): Promise<Answer<AttachedPapers, "upload-not-found" | "upload-not-taken">> {
  const most = lawInForce(desk.tenant, limaDay(now)).filing.maxFiles.value;
  if (uploadIds.length > most)
    return refused("upload-not-taken", {
      detail: `Un documento lleva hasta ${most} archivos. Presenta otro con los demás.`,
    });
  const attached = await attachedPapers(desk, by, uploadIds);
  if (!attached.ok) return attached;
  return attached.value.papers.some(({ state }) => state === "refused")
    ? refused("upload-not-found")
    : ok(attached.value);
}
