import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Body, type Received, receiveFile } from "./body.ts";
import type { Entry } from "./entries.ts";
import { readJournal, startJournal, syncFolder } from "./journal.ts";
import { applyEntry, entriesOf, referredBodies, type StoreState } from "./store-state.ts";

/** The entries to write, and the result to return once they are written. */
export interface Decision<T> {
  entries: Entry[];
  result: T;
}

export interface ObjectStore {
  /** The state as the durable entries make it; only `commit` and `receive` change it. */
  state: StoreState;
  /**
   * Calls `decide` and writes its entries with no other commit in between, so that `decide` sees the state it changes.
   * It may refuse by throwing. When this returns, the entries are durable.
   */
  commit<T>(decide: () => Decision<T>): Promise<T>;
  /**
   * Writes a body to the disk and verifies it (see `receiveFile`), then commits what `decide` returns for its digests
   * and its new body id. If either fails, the body is deleted and the failure thrown.
   */
  receive<T>(body: Body, decide: (received: Received, body: string) => Decision<T>): Promise<T>;
  bodyPath(bodyId: string): string;
  close(): Promise<void>;
}

/**
 * Opens or creates the store in this folder: reads its journal, writes it anew, and deletes the bodies that nothing
 * refers to. Only one store may be open per folder, which is not checked.
 * @throws if a whole line of the journal is damaged
 */
export async function openObjectStore(folder: string): Promise<ObjectStore> {
  const incoming = join(folder, "incoming");
  const bodies = join(folder, "bodies");
  const journalPath = join(folder, "journal.ndjson");
  await rm(incoming, { recursive: true, force: true });
  for (const path of [incoming, bodies]) await mkdir(path, { recursive: true });

  const state: StoreState = { buckets: new Map(), uploads: new Map(), due: new Map() };
  for (const entry of await readJournal(journalPath)) applyEntry(state, entry);
  const journal = await startJournal(journalPath, entriesOf(state));
  const referred = referredBodies(state);
  for (const name of await readdir(bodies)) if (!referred.has(name)) await rm(join(bodies, name));

  const bodyPath = (bodyId: string) => join(bodies, bodyId);
  let last: Promise<unknown> = Promise.resolve();

  function commit<T>(decide: () => Decision<T>): Promise<T> {
    const run = last.then(async () => {
      const { entries, result } = decide();
      if (entries.length > 0) await journal.append(entries);
      const unreferred = entries.flatMap((entry) => applyEntry(state, entry));
      // A file that cannot be removed now is removed when the store is opened again.
      await Promise.allSettled(unreferred.map((bodyId) => rm(bodyPath(bodyId))));
      return result;
    });
    last = run.catch(() => {});
    return run;
  }

  async function receive<T>(body: Body, decide: (received: Received, body: string) => Decision<T>): Promise<T> {
    const bodyId = randomUUID();
    const incomingPath = join(incoming, bodyId);
    try {
      const received = await receiveFile(body, incomingPath);
      await rename(incomingPath, bodyPath(bodyId));
      await syncFolder(bodies);
      return await commit(() => decide(received, bodyId));
    } catch (error) {
      for (const path of [incomingPath, bodyPath(bodyId)]) await rm(path, { force: true });
      throw error;
    }
  }

  async function close(): Promise<void> {
    await last;
    await journal.close();
  }

  return { state, commit, receive, bodyPath, close };
}
