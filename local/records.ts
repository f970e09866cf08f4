import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/**
 * One kind of record of the local stack: JSON values by key. `get` gives undefined for an unknown key; `all` lists the
 * first written first, and a key that is written again keeps its place. A write is in the database when it returns.
 */
export interface Records {
  get(key: string): unknown;
  set(key: string, value: unknown): void;
  delete(key: string): void;
  all(): readonly { readonly key: string; readonly value: unknown }[];
}

export interface RecordFile {
  /** Returns the records of one kind, which has its own keys. */
  of(kind: string): Records;
  close(): void;
}

/** Opens or creates the stack's own small database (clock, messages, people, checkpoints) in a state folder. */
export function openRecords(folder: string): RecordFile {
  mkdirSync(folder, { recursive: true });
  const file = new DatabaseSync(join(folder, "local.sqlite"));
  file.exec(
    "PRAGMA journal_mode = WAL; CREATE TABLE IF NOT EXISTS record (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key))",
  );
  const get = file.prepare("SELECT value FROM record WHERE kind = ? AND key = ?");
  const set = file.prepare("INSERT INTO record VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value");
  const remove = file.prepare("DELETE FROM record WHERE kind = ? AND key = ?");
  const all = file.prepare("SELECT key, value FROM record WHERE kind = ? ORDER BY rowid");
  return {
    of: (kind) => ({
      get: (key) => {
        const value = get.get(kind, key)?.["value"];
        return value === undefined ? undefined : JSON.parse(String(value));
      },
      set: (key, value) => void set.run(kind, key, JSON.stringify(value)),
      delete: (key) => void remove.run(kind, key),
      all: () => all.all(kind).map(({ key, value }) => ({ key: String(key), value: JSON.parse(String(value)) })),
    }),
    close: () => file.close(),
  };
}

/** Records that last as long as this process. */
export function recordsInMemory(): Records {
  const kept = new Map<string, unknown>();
  return {
    get: (key) => kept.get(key),
    set: (key, value) => void kept.set(key, value),
    delete: (key) => void kept.delete(key),
    all: () => [...kept].map(([key, value]) => ({ key, value })),
  };
}
