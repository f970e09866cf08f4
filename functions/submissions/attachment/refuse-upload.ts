import type { startStaffUpload } from "../../../shared/contract/attachment/upload-routes.ts";
import { type Refusal, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { attachmentTypeNames, isRecording } from "../../../shared/domain/submission/submission.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { lawInForce, type Tenant } from "../../../shared/tenant/tenant.ts";

type Announced = RequestOf<typeof startStaffUpload>["body"];

const bytesOfMb = 1_000_000;

/**
 * Returns the refusal `upload-not-taken` if a file has more megabytes (of 1,000,000 bytes) than the law of the day
 * allows, or a type that the utility does not take; undefined otherwise. A sound recording is never refused for its
 * type, because only the routes of staff accept recordings.
 */
export function overLimits(
  tenant: Tenant,
  { sizeBytes, contentType }: Announced,
  now: string,
): Refusal<"upload-not-taken"> | undefined {
  const { uploadMaxMb, uploadTypes } = lawInForce(tenant, limaDay(now)).submission;
  if (sizeBytes > uploadMaxMb.value * bytesOfMb)
    return refused("upload-not-taken", {
      detail: `El archivo pasa de ${uploadMaxMb.value} MB: envíalo en partes o con menos resolución.`,
    });
  const taken = uploadTypes.value.map((type) => attachmentTypeNames[type]).join(", ");
  return isRecording(contentType) || uploadTypes.value.includes(contentType)
    ? undefined
    : refused("upload-not-taken", { detail: `La empresa no recibe archivos de ese tipo. Envíalo como ${taken}.` });
}
