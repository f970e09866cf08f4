import { inStore } from "./field-store.ts";
import { deliveryIn, isBegunAt, keptDay, visitIn } from "./kept-day.ts";
import { dropPhoto, type KeptPhoto } from "./report-photos.ts";

/**
 * Erases the photos that the phone still has because it was closed after their report was erased and before they were.
 * Leaves those of a report in the phone, and those of a visit or delivery of the kept day. Rejects if the phone's
 * storage fails.
 */
export async function sweepPhotos(): Promise<void> {
  const photos = await inStore<KeptPhoto[]>("photos", "readonly", (store) => store.getAll());
  const day = await keptDay();
  const isNeeded = (id: string) => isBegunAt(id) || visitIn(day, id) || deliveryIn(day, id);
  for (const { photoId, inspectionId } of photos) if (!isNeeded(inspectionId)) await dropPhoto(photoId);
}
