const storeName = "photos";

/** A photo of an unsent report, kept in the phone's IndexedDB. */
export interface KeptPhoto {
  readonly photoId: string;
  readonly inspectionId: string;
  readonly file: File;
}

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("caudal.reports", 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(storeName, { keyPath: "photoId" }).createIndex("inspectionId", "inspectionId");
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Runs one request in a transaction of its own; rejects if the phone refuses it, as when its storage is full. */
async function inStore<Value>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await opened();
  return new Promise<Value>((resolve, reject) => {
    const transaction = database.transaction(storeName, mode);
    const request = ask(transaction.objectStore(storeName));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  }).finally(() => database.close());
}

export async function keepPhoto(photo: KeptPhoto): Promise<void> {
  await inStore("readwrite", (store) => store.put(photo));
}

/** The photos of a visit in the order they were taken, which is that of their ids. */
export function photosOf(inspectionId: string): Promise<readonly KeptPhoto[]> {
  return inStore<KeptPhoto[]>("readonly", (store) => store.index("inspectionId").getAll(inspectionId));
}

export async function dropPhoto(photoId: string): Promise<void> {
  await inStore("readwrite", (store) => store.delete(photoId));
}
