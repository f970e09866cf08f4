import type { CaptureKind } from "../../../shared/domain/visit/inspection.ts";
import { apiNow } from "../../api-clock.ts";
import { fingerprint } from "../../look/send-file.ts";
import { inStore } from "./field-store.ts";

/**
 * A file of an unsent report, kept in the phone's IndexedDB: a photo, a drawn signature, a sketch or a photo of a
 * signed acta.
 */
export interface KeptPhoto {
  readonly photoId: string;
  /** The id of the visit or, of a delivery, of its notice. */
  readonly inspectionId: string;
  readonly file: File;
  /** What it shows. Absent in old files, which are photos. */
  readonly kind?: CaptureKind;
  /** When it was made or chosen, by `apiNow`, as an ISO instant. Absent in old files. */
  readonly takenAt?: string;
  /** The SHA-256 of `file`. Absent in old files. */
  readonly sha256?: string;
  readonly position?: Position | undefined;
}

/** What a report says of one of its files: what it shows, and when it was made, as an instant. */
export type MadeFile = Required<Pick<KeptPhoto, "kind">> & { readonly takenAt: string | undefined };

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyM: number;
}

async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await inStore("photos", "readwrite", (store) => store.put(photo));
}

/**
 * Returns all files that the phone keeps of a visit or delivery, of every kind, in the order in which they were made.
 * Rejects if the phone's storage fails.
 */
export function photosOf(inspectionId: string): Promise<readonly KeptPhoto[]> {
  return inStore<KeptPhoto[]>("photos", "readonly", (store) => store.index("inspectionId").getAll(inspectionId));
}

export async function dropPhoto(photoId: string): Promise<void> {
  await inStore("photos", "readwrite", (store) => store.delete(photoId));
}

/**
 * Returns the files of one kind (`of`) that the phone keeps of a visit, in the order in which they were made. Rejects
 * if the phone's storage fails.
 */
export async function filesOf(inspectionId: string, of: CaptureKind): Promise<readonly KeptPhoto[]> {
  return (await photosOf(inspectionId)).filter(({ kind = "photo" }) => kind === of);
}

/**
 * Keeps a file of a visit in the phone as it is, with its kind, SHA-256 and the present time by `apiNow`. The place is
 * added later, if the device gives it within ten seconds and the file is still there. Rejects if the phone's storage
 * fails, for example because it is full.
 */
export async function keepMade(inspectionId: string, kind: CaptureKind, file: File): Promise<true> {
  const last = Number((await photosOf(inspectionId)).at(-1)?.photoId.split(".").at(-2) ?? 0);
  // Not just the clock: the API's first answer may have set it back, and files are ordered by their ids.
  const turn = Math.max(Math.round(apiNow()), last + 1);
  const photoId = `${inspectionId}.${turn}.${kind}`;
  const takenAt = new Date(apiNow()).toISOString();
  const photo: KeptPhoto = { photoId, inspectionId, file, kind, takenAt, sha256: await fingerprint(file) };
  await keepPhoto(photo);
  whereNow().then(async (position) => {
    const isThere = (await photosOf(inspectionId)).some((one) => one.photoId === photoId);
    if (position && isThere) await keepPhoto({ ...photo, position });
  });
  return true;
}

/**
 * Returns where the device is, at most ten seconds after it was allowed to say. Undefined if it is not allowed, or does
 * not know.
 */
function whereNow(): Promise<Position | undefined> {
  return new Promise((done) => {
    navigator.geolocation?.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => done({ latitude, longitude, accuracyM: accuracy }),
      () => done(undefined),
      { maximumAge: 60_000, timeout: 10_000 },
    );
  });
}
