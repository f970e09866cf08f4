import { inStore } from "./field-store.ts";

/** A photo of an unsent report, kept in the phone's IndexedDB. */
export interface KeptPhoto {
  readonly photoId: string;
  readonly inspectionId: string;
  readonly file: File;
}

export async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await inStore("photos", "readwrite", (store) => store.put(photo));
}

/** The photos of a visit in the order they were taken, which is that of their ids. */
export function photosOf(inspectionId: string): Promise<readonly KeptPhoto[]> {
  return inStore<KeptPhoto[]>("photos", "readonly", (store) => store.index("inspectionId").getAll(inspectionId));
}

export async function dropPhoto(photoId: string): Promise<void> {
  await inStore("photos", "readwrite", (store) => store.delete(photoId));
}
