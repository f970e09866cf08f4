import { newTimeId } from "../../shared/casework/new-ids.ts";
import type { startUpload } from "../../shared/contract/filing-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { AnswerOf, RequestOf } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/result.ts";
import type { FilingsDesk } from "./filing-desk.ts";

/** Announces a file of a person, and gives the ticket to send exactly that file. */
export async function uploadTicket(
  { uploads, paperTickets }: FilingsDesk,
  by: string,
  announced: RequestOf<typeof startUpload>["body"],
  now: string,
): Promise<Answer<AnswerOf<typeof startUpload>, "too-many-uploads">> {
  const upload = { documentId: newTimeId(now), ...announced, state: "pending", by, createdAt: now } as const;
  if (!(await uploads.announce(upload))) return refused("too-many-uploads");
  return ok({ uploadId: upload.documentId, upload: await paperTickets.issue(upload, now) });
}
