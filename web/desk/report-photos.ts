import type { CaptureKind } from "../../shared/domain/inspection.ts";
import { apiNow } from "../api-clock.ts";
import { fingerprint } from "../look/send-file.ts";
import { inStore } from "./field-store.ts";

/** A photo of an unsent report, kept in the phone's IndexedDB. */
export interface KeptPhoto {
  readonly photoId: string;
  readonly inspectionId: string;
  readonly file: File;
  /** What it shows; a photo if absent, as in those of before there was anything else. */
  readonly kind?: CaptureKind;
  /** When it was made by `apiNow`, an instant, and the SHA-256 it had then; absent in photos of before these were kept. */
  readonly takenAt?: string;
  readonly sha256?: string;
  readonly position?: Position | undefined;
}

export interface Position {
  readonly latitude: number;
  readonly longitude: number;
  readonly accuracyM: number;
}

async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await inStore("photos", "readwrite", (store) => store.put(photo));
}

/** The photos of a visit in the order they were taken, which is that of their ids. */
export function photosOf(inspectionId: string): Promise<readonly KeptPhoto[]> {
  return inStore<KeptPhoto[]>("photos", "readonly", (store) => store.index("inspectionId").getAll(inspectionId));
}

export async function dropPhoto(photoId: string): Promise<void> {
  await inStore("photos", "readwrite", (store) => store.delete(photoId));
}

/** The files of a visit of one kind, in the order they were made. */
export async function filesOf(inspectionId: string, of: CaptureKind): Promise<readonly KeptPhoto[]> {
  return (await photosOf(inspectionId)).filter(({ kind = "photo" }) => kind === of);
}

/**
 * Keeps a file of a visit as it is, with its hash, the time by `apiNow` and, once the device says it, the place. Returns true;
 * rejects if the phone is full.
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

/** Where the device is, in at most ten seconds after it was let; undefined if it is not let, or does not know. */
function whereNow(): Promise<Position | undefined> {
  return new Promise((done) => {
    navigator.geolocation?.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) => done({ latitude, longitude, accuracyM: accuracy }),
      () => done(undefined),
      { maximumAge: 60_000, timeout: 10_000 },
    );
  });
}
