/** The stores of the inspector's phone: photos by `photoId`, and the visits of the day, one record. */
type StoreName = "photos" | "day";

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("caudal.reports", 2);
    request.onupgradeneeded = ({ oldVersion }) => {
      const { result } = request;
      if (oldVersion < 1)
        result.createObjectStore("photos", { keyPath: "photoId" }).createIndex("inspectionId", "inspectionId");
      result.createObjectStore("day");
    };
    request.onsuccess = () => {
      // Another page with a newer build may need to upgrade it.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
}

/**
 * Runs one request in a transaction of its own on a store of the phone's IndexedDB, and returns its result once the
 * transaction is complete. Rejects if the database cannot be opened or the transaction fails, for example because the
 * phone is full.
 */
export async function inStore<Value>(
  name: StoreName,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Value>,
): Promise<Value> {
  const database = await opened();
  return new Promise<Value>((resolve, reject) => {
    const transaction = database.transaction(name, mode);
    const request = ask(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error);
  }).finally(() => database.close());
}
