import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { inLanes } from "../functions/runtime/in-lanes.ts";
import { santaMonicaFile } from "../local/seed/santa-monica.ts";
import { tenant } from "../settings.ts";
import { importFileKey } from "../shared/storage/billing/import-files.ts";
import type { Answered, Asked } from "./import-process.ts";

interface Importing {
  readonly rows: number;
  /** Where the tables are; without it, a store takes everything. */
  readonly endpoint?: string;
  /** How many processes work at once. */
  readonly workers?: number;
  /** Whether processes are killed amid a range, at a third and two thirds of them. */
  readonly isKilled?: boolean;
}

/** What came of an import. */
export interface Imported {
  readonly seconds: number;
  /** The most memory that a process had in use, in MB. */
  readonly peak: number;
  readonly kills: number;
  readonly accepted: number;
}

const importId = "20261124T150000000Z-00000000";
const program = join(import.meta.dirname, "import-process.ts");
/** Rows of a range that are stored when its process is killed. */
const killedAfter = 400;

/**
 * Imports so many receipts, each of a supply and month of its own, by processes that take one message at a time. What a
 * killed one was at is given to another that starts in its place, as its queue would.
 */
export async function importFile({ rows, endpoint, workers = 1, isKilled = false }: Importing): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), "caudal-import-"));
  const processes: ChildProcess[] = [];
  try {
    const given = { endpoint, folder, ...(await written(join(folder, "recibos.csv"), rows)) };
    const queue: unknown[] = [{ Records: [{ s3: { object: { key: importFileKey(importId), versionId: "v1" } } }] }];
    let peak = 0;
    const start = async (lane: number, isNew: boolean): Promise<ChildProcess> => {
      const child = fork(program, [JSON.stringify({ ...given, isNew })], { execArgv: ["--expose-gc"] });
      processes[lane] = child;
      await answered(child, queue);
      return child;
    };
    for (let lane = 0; lane < workers; lane += 1) await start(lane, lane === 0);
    let kills = 0;
    const began = performance.now();
    for (let stage = 0; queue.length > 0; stage += 1) {
      const messages = queue.splice(0);
      // The second stage stores.
      const killed = new Set(
        isKilled && stage === 1 ? [1 / 3, 2 / 3].map((at) => messages[Math.floor(at * messages.length)]) : [],
      );
      await inLanes(messages, workers, async (message, lane) => {
        const child = processes[lane] ?? (await start(lane, false));
        let done = await answered(child, queue, { message, ...(killed.has(message) && { killedAfter }) });
        if (!done) {
          kills += 1;
          done = await answered(await start(lane, false), queue, { message });
        }
        peak = Math.max(peak, done?.peak ?? 0);
      });
    }
    const seconds = (performance.now() - began) / 1000;
    const child = processes[0] ?? (await start(0, false));
    const { accepted = 0 } = (await answered(child, queue, {})) ?? {};
    return { seconds, peak, kills, accepted };
  } finally {
    for (const child of processes) child.kill("SIGKILL");
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Sends what is asked and returns the answer, undefined if the process was killed. Without a question: until it is
 * ready.
 */
function answered(child: ChildProcess, queue: unknown[], asked?: Asked): Promise<Answered | undefined> {
  return new Promise((resolve, reject) => {
    const end = (then: () => void): void => {
      child.removeListener("message", heard);
      child.removeListener("exit", ended);
      then();
    };
    const heard = (said: Answered): void => {
      if (said.queued) queue.push(said.queued);
      else if (said.failure) end(() => reject(new Error(said.failure)));
      else end(() => resolve(said));
    };
    const ended = (code: number | null): void =>
      end(() => (code === null ? resolve(undefined) : reject(new Error(`a worker of the import ended with ${code}`))));
    child.on("message", heard);
    child.on("exit", ended);
    if (asked) child.send(asked);
  });
}

/** Writes a file of receipts; returns its name, size and hash. */
async function written(file: string, rows: number) {
  const [head = "", row = ""] = santaMonicaFile(tenant.billing.tariffLists.value).split("\n");
  const cells = row.split(";");
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const lines = function* () {
    yield `${head}\n`;
    for (let at = 0; at < rows; at += 1) yield `${cells.with(1, String(20_000_000 + at)).join(";")}\n`;
  };
  const hashed = function* () {
    for (const line of lines()) {
      hash.update(line);
      sizeBytes += Buffer.byteLength(line);
      yield line;
    }
  };
  await pipeline(Readable.from(hashed()), createWriteStream(file));
  return { file, sizeBytes, sha256: hash.digest("hex") };
}
