import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import type { reportInspection } from "../../../shared/contract/visit/investigation-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Attachment } from "../../../shared/domain/filing/claim-form.ts";
import type { Capture } from "../../../shared/domain/visit/inspection.ts";

/** The files of a visit as their device made them. */
export type SentCaptures = RequestOf<typeof reportInspection>["body"]["captures"];

/**
 * Returns when and where the device made each file. Refuses `not-now` if a file in `captures` is not in `photos` with
 * the hash that the device gave it, so it changed after the device made it.
 */
export function asTaken(captures: SentCaptures, photos: readonly Attachment[]): Answer<readonly Capture[], "not-now"> {
  const isSame = ({ uploadId, sha256 }: SentCaptures[number]) =>
    photos.some((photo) => photo.documentId === uploadId && photo.sha256 === sha256);
  if (!captures.every(isSame))
    return refused("not-now", { detail: "Una foto cambió después de tomarla. Quítala y tómala otra vez." });
  return ok(
    captures.map(({ uploadId, kind, takenAt, position }) => ({ documentId: uploadId, kind, takenAt, position })),
  );
}
