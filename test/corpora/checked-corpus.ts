import { createHash } from "node:crypto";
import { attachmentCause } from "../../functions/accept-uploads/attachment-check.ts";
import type { Cause } from "../../functions/accept-uploads/causes.ts";
import { causeIn, fileChecks } from "../../functions/accept-uploads/file-checks.ts";
import type { CorpusFile, HostileFile } from "./corpus.ts";

/** Returns what was announced of a file: its own type, size and hash, unless the file says otherwise. */
export function announced(file: CorpusFile & Partial<Pick<HostileFile, "announced">>) {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  return { contentType: file.contentType, sizeBytes: file.bytes.length, sha256, ...file.announced };
}

/** Runs the whole check of a file in a thread of its own; resolves to its cause, undefined if it passes. */
export const inItsThread = (file: CorpusFile) => attachmentCause(announced(file), file.bytes);

const opened = ({ contentType, bytes }: CorpusFile) => ({ contentType, bytes: Buffer.from(bytes) });

interface Found {
  readonly file: CorpusFile;
  /** The first check that found something. */
  readonly by?: string;
  readonly cause?: Cause;
}

/** Runs the checks of a file in this thread: faster, and without the thread's limits. */
export async function foundIn(file: CorpusFile): Promise<Found> {
  for (const { name, of, find } of fileChecks) {
    const cause = of.includes(file.contentType) ? await find(opened(file)) : undefined;
    if (cause !== undefined) return { file, by: name, cause };
  }
  return { file };
}

/**
 * Returns the names of the checks that prove nothing: without one of them, no file passes that does not pass with all.
 */
export async function idleChecks(found: readonly Found[]): Promise<readonly string[]> {
  const idle: string[] = [];
  for (const check of fileChecks) {
    const rest = fileChecks.filter((one) => one !== check);
    let passes = false;
    for (const { file } of found.filter(({ by }) => by === check.name))
      passes ||= (await causeIn(opened(file), rest)) === undefined;
    if (!passes) idle.push(check.name);
  }
  return idle;
}
