import { apiNow } from "../../api-clock.ts";

/** A photo or document chosen for a draft, as this phone keeps it until the claim is sent: shrunk already. */
export interface PhonePhoto {
  readonly keptId: string;
  readonly file: File;
}

const store = "photos";

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("caudal.photos", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(store, { keyPath: ["draftId", "keptId"] });
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

/** Runs one request on the store of photos and returns its result. Rejects if the browser lets no page keep files. */
async function done<Value>(
  mode: IDBTransactionMode,
  ask: (photos: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = ask(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

const ofDraft = (draftId: string): IDBKeyRange => IDBKeyRange.bound([draftId], [draftId, []]);

/**
 * Keeps a file of a draft in this phone's IndexedDB and returns its id there. Rejects if there is no room or the
 * browser lets no page keep files.
 */
export async function keepPhoto(draftId: string, file: File): Promise<string> {
  // Sorts as they were chosen.
  const keptId = `${apiNow()}-${crypto.randomUUID()}`;
  await done("readwrite", (photos) => photos.put({ draftId, keptId, file }));
  return keptId;
}

/**
 * Returns the files that this phone keeps for a draft, in the order in which they were kept. Empty if there is none or
 * the browser lets no page keep files.
 */
export async function keptPhotos(draftId: string): Promise<readonly PhonePhoto[]> {
  return done<PhonePhoto[]>("readonly", (photos) => photos.getAll(ofDraft(draftId))).catch(() => []);
}

/**
 * Erases the files of every draft that were kept more than `days` days ago. Rejects if the browser lets no page keep
 * files.
 */
export async function eraseOldPhotos(days: number): Promise<void> {
  const keys = await done("readonly", (photos) => photos.getAllKeys());
  const limit = apiNow() - days * 86_400_000;
  for (const key of keys) {
    const [, keptId] = Array.isArray(key) ? key : [];
    if (Number.parseInt(String(keptId), 10) < limit) await done("readwrite", (photos) => photos.delete(key));
  }
}

/** Erases the files of all drafts but those with these ids. Rejects if the browser lets no page keep files. */
export async function eraseOtherPhotos(draftIds: readonly string[]): Promise<void> {
  for (const key of await done("readonly", (photos) => photos.getAllKeys())) {
    const [draftId] = Array.isArray(key) ? key : [];
    if (!draftIds.includes(String(draftId))) await done("readwrite", (photos) => photos.delete(key));
  }
}

/** Erases a file of a draft from this phone, if it is there. Rejects if the browser lets no page keep files. */
export async function erasePhoto(draftId: string, keptId: string): Promise<void> {
  await done("readwrite", (photos) => photos.delete([draftId, keptId]));
}

/** Erases all files of a draft from this phone. Rejects if the browser lets no page keep files. */
export async function erasePhotos(draftId: string): Promise<void> {
  await done("readwrite", (photos) => photos.delete(ofDraft(draftId)));
}
