import { newTimeId } from "../../../shared/casework/case/new-ids.ts";
import type { startStaffUpload, startUpload } from "../../../shared/contract/attachment/upload-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { AnswerOf, RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { lawInForce } from "../../../shared/tenant/tenant.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { overLimits } from "./refuse-upload.ts";

type Announced = RequestOf<typeof startStaffUpload>["body"];
/** Who announces a file and, of a guest, the count of their network that it raises when it arrives. */
interface Announcer {
  readonly kind: "customer" | "guest" | "staff";
  readonly sub: string;
  readonly countKey?: string;
}
type Ticket = AnswerOf<typeof startUpload>;

/**
 * Records that a person announced a file, and returns the ticket to upload exactly the announced bytes. `sub` is their
 * account or, for a guest, stands for their draft. Refuses `upload-not-taken` if the file is over `uploadMaxMb` or its
 * type is not taken; `too-many-uploads` if the person announced as many files today as the law allows for their `kind`.
 */
export async function uploadTicket(
  { tenant, uploads, attachmentTickets }: SubmissionsDeps,
  { kind, sub: by, countKey }: Announcer,
  announced: Announced,
  now: string,
): Promise<Answer<Ticket, "too-many-uploads" | "upload-not-taken">> {
  const refusal = overLimits(tenant, announced, now);
  if (refusal) return refusal;
  const office = tenant.office.code.value;
  const upload = {
    documentId: newTimeId(now),
    ...announced,
    state: "pending",
    by,
    createdAt: now,
    office,
    countKey,
  } as const;
  const { uploadsPerDay, guestUploadsPerDay, staffUploadsPerDay } = lawInForce(tenant, limaDay(now)).submission;
  const most = { customer: uploadsPerDay, guest: guestUploadsPerDay, staff: staffUploadsPerDay }[kind].value;
  if (!(await uploads.announce(upload, most)))
    return refused("too-many-uploads", {
      detail: `Puedes enviar hasta ${most} archivos al día. Sigue mañana, o tráelos a la oficina.`,
    });
  return ok({ uploadId: upload.documentId, upload: await attachmentTickets.issue(upload, now) });
}

/**
 * Returns another ticket for an announced upload, which keeps its id and what it was filed with. Refuses
 * `upload-not-found` if `by` did not announce it; `upload-settled` if it was checked already; `upload-not-taken` if
 * `sha256` is not the announced one.
 */
export async function renewedTicket(
  { uploads, attachmentTickets }: SubmissionsDeps,
  by: string,
  { uploadId, sha256 }: { readonly uploadId: string; readonly sha256: string },
  now: string,
): Promise<Answer<Ticket, "upload-not-found" | "upload-settled" | "upload-not-taken">> {
  const upload = await uploads.find(uploadId);
  if (upload?.by !== by) return refused("upload-not-found");
  if (upload.state !== "pending") return refused("upload-settled");
  if (upload.sha256 !== sha256) return refused("upload-not-taken", { detail: "Ese no es el archivo que se anunció." });
  return ok({ uploadId, upload: await attachmentTickets.issue(upload, now) });
}
