import { createHash } from "node:crypto";
import { attachmentCause } from "../../functions/accept-uploads/attachment-check.ts";
import type { Cause } from "../../functions/accept-uploads/causes.ts";
import { causeIn, fileChecks } from "../../functions/accept-uploads/file-checks.ts";
import type { CorpusFile, HostileFile } from "./corpus.ts";

/** A file as it was announced: as it is, unless its announcement was false. */
export function announced(file: CorpusFile & Partial<Pick<HostileFile, "announced">>) {
  const sha256 = createHash("sha256").update(file.bytes).digest("hex");
  return { contentType: file.contentType, sizeBytes: file.bytes.length, sha256, ...file.announced };
}

/** What the whole check says of a file, in its thread. */
export const inItsThread = (file: CorpusFile) => attachmentCause(announced(file), file.bytes);

const opened = ({ contentType, bytes }: CorpusFile) => ({ contentType, bytes: Buffer.from(bytes) });

interface Found {
  readonly file: CorpusFile;
  /** The first check that finds something. */
  readonly by?: string;
  readonly cause?: Cause;
}

/** What the checks say of a file, here: quick, and without the thread's limits. */
export async function foundIn(file: CorpusFile): Promise<Found> {
  for (const { name, of, find } of fileChecks) {
    const cause = of.includes(file.contentType) ? await find(opened(file)) : undefined;
    if (cause !== undefined) return { file, by: name, cause };
  }
  return { file };
}

/** The checks without which no file passes that does not pass now: those prove nothing. */
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
