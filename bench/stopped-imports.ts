import { createHash } from "node:crypto";
import { type FileKind, fileKinds } from "../functions/import-receipts/file-kinds.ts";
import type { Importer } from "../functions/import-receipts/importer.ts";
import { tenant } from "../settings.ts";
import { type Death, mortal } from "../test/doubles/mortal.ts";
import {
  deliver,
  type ImportWorld,
  importWorker,
  importWorld,
} from "../test/functions/import-receipts/import-world.ts";
import { changed, corrected, fileOf, numbered, sampleRows } from "../test/functions/import-receipts/sample-file.ts";

/** Imports of one file, each stopped at another row. */
export interface Stopped {
  readonly rows: number;
  readonly stops: number;
  /** The rows at which the process was stopped and after which something else was stored than without a stop. */
  readonly differing: readonly number[];
}

interface Stopping {
  readonly rows: number;
  /** Stops at each of so many rows only. @default every row */
  readonly oneIn?: number;
  /** Does not go on with what was stopped: the negative control. */
  readonly isGivenUp?: boolean;
}

const rowsPerRange = 100;

/** A file that corrects, repeats, spoils and adds rows, after one that brought half of them. */
function filesOf(rows: number): readonly [before: string, file: string] {
  const row = (at: number): string => {
    if (at % 50 === 7) return changed(sampleRows[0], { imp_agua: "x", nroinscripcion: String(at) });
    if (at % 50 === 8) return numbered(at - 3);
    return numbered(at, at % 3 === 0 ? corrected : {});
  };
  const all = Array.from({ length: rows }, (_, at) => at);
  return [fileOf(all.filter((at) => at % 2 === 0).map((at) => numbered(at))), fileOf(all.map(row))];
}

/** What there is before each stop: the rows of the first file, the second, and how rows are read. */
interface Before {
  readonly stored: ReturnType<ImportWorld["table"]["all"]>;
  readonly file: string;
  readonly kinds: Importer["kinds"];
}

async function beforeStops(rows: number): Promise<Before> {
  const [first, file] = filesOf(rows);
  const kinds = readOnce(fileKinds(tenant));
  const world = importWorld({ rowsPerRange, kinds });
  await world.import(first, { importId: "i0" });
  return { stored: world.table.all(), file, kinds };
}

/** Reads each row once, however often it is asked: reading the same rows anew took most of the time. */
function readOnce(kinds: Importer["kinds"]): Importer["kinds"] {
  const { receipts } = kinds;
  const outcomes = new Map<string, ReturnType<FileKind["read"]>>();
  const read: FileKind["read"] = (cells, today) => {
    const key = cells.join(";");
    const outcome = outcomes.get(key) ?? receipts.read(cells, today);
    outcomes.set(key, outcome);
    return outcome;
  };
  return { ...kinds, receipts: { ...receipts, read } };
}

/**
 * Imports the second file. The process dies before or after it stores a row, and two others go on from there at once.
 */
async function imported({ stored, file, kinds }: Before, death: Death | undefined, isGivenUp: boolean) {
  const world = importWorld({ rowsPerRange, kinds });
  for (const [pk, sk, item] of stored) world.table.put({ pk, sk }, item);
  await world.arrive(file);
  const life = mortal(death);
  const dying = importWorker({ ...world.importer, ledger: life.wrap(world.importer.ledger) });
  for (let died = false; !died && world.queue.length > 0; ) {
    const failed = await deliver(dying, [world.queue.shift() ?? ""]);
    died = failed.length > 0;
    if (isGivenUp) continue;
    // A queue may give a message twice: two processes go on at once.
    const two = [importWorker(world.importer), importWorker(world.importer)];
    const left = await Promise.all(two.map((worker) => deliver(worker, failed)));
    world.queue.push(...left.flat());
  }
  await world.run();
  return { hash: await hashOf(world), calls: life.calls };
}

async function hashOf(world: ImportWorld): Promise<string> {
  return createHash("sha256")
    .update(JSON.stringify(await world.state()))
    .digest("hex");
}

/** Imports a file again and again, stopped at each call for a row in turn, and compares what is stored at the end. */
export async function stopImports({ rows, oneIn = 1, isGivenUp = false }: Stopping): Promise<Stopped> {
  const before = await beforeStops(rows);
  const { hash, calls } = await imported(before, undefined, false);
  const differing: number[] = [];
  let stops = 0;
  for (let nth = 1; nth <= calls; nth += oneIn) {
    const end = await imported(before, { nth, when: stops % 2 === 0 ? "before" : "after" }, isGivenUp);
    stops += 1;
    if (end.hash !== hash) differing.push(nth);
  }
  return { rows, stops, differing };
}
