import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import { type Entry, entrySchema } from "./entries.ts";

/** A file of commits, one JSON line each. A crash may leave the last line incomplete; reading drops it whole. */
export interface Journal {
  /** Appends one commit, which is on the disk when this returns. If it throws, none of it is left in the file. */
  append(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
}

const commitSchema = z.array(entrySchema);

/**
 * Returns every entry of the journal; creates an empty file if there is none. The text after the last line end is left
 * out: it belongs to a commit that was cut off and never acknowledged.
 * @throws if a whole line is damaged.
 */
export async function readJournal(path: string): Promise<Entry[]> {
  await using file = await open(path, "a+");
  const lines = (await file.readFile("utf8")).split("\n").slice(0, -1);
  return lines.flatMap((line) => commitSchema.parse(JSON.parse(line)));
}

/**
 * Replaces the journal at `path` by one with these entries, each its own commit, and returns it open to append. The old
 * journal stays in effect until the new one, on the disk, is renamed to `path`.
 */
export async function startJournal(path: string, entries: readonly Entry[]): Promise<Journal> {
  const fresh = `${path}.new`;
  const file = await open(fresh, "w");
  const start = Buffer.from(entries.map((entry) => `${JSON.stringify([entry])}\n`).join(""));
  await file.writeFile(start);
  await file.sync();
  await rename(fresh, path);
  await syncFolder(dirname(path));

  let end = start.length;
  async function append(entries: readonly Entry[]): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(entries)}\n`);
    try {
      const { bytesWritten } = await file.write(line, 0, line.length, end);
      if (bytesWritten < line.length) throw new Error("The journal took only part of a line: is the disk full?");
      await file.datasync();
      end += line.length;
    } catch (error) {
      await file.truncate(end);
      throw error;
    }
  }
  return { append, close: () => file.close() };
}

/** Writes a folder's list of names to the disk. A file that was created in it or renamed is durable only after that. */
export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, "r");
  await handle.sync();
}
