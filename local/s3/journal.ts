import { open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import { type Entry, entrySchema } from "./entries.ts";

/** A file of commits, one JSON line each. A line is there whole or, after a crash, dropped whole. */
export interface Journal {
  /** The entries are on the disk when this returns. */
  append(entries: readonly Entry[]): Promise<void>;
  close(): Promise<void>;
}

const commitSchema = z.array(entrySchema);

/** Every entry acknowledged so far. A damaged line is a throw: only the last one may be torn, and was never acknowledged. */
export async function readJournal(path: string): Promise<Entry[]> {
  await using file = await open(path, "a+");
  const lines = (await file.readFile("utf8")).split("\n").slice(0, -1);
  return lines.flatMap((line) => commitSchema.parse(JSON.parse(line)));
}

/** Begins a journal anew with these entries, in one step: until the rename the old one stands. */
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

/** A new name in a folder is durable only once the folder is. */
export async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, "r");
  await handle.sync();
}
