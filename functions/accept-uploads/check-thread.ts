import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { type FileType, fileTypes } from "../../shared/domain/submission/submission.ts";
import { drawnPages } from "./draw-pages.ts";
import { causeIn } from "./file-checks.ts";

const most = 192 * 1024 * 1024;
const page = 65_536;
const grow = WebAssembly.Memory.prototype.grow;
// These limits change builtins of this thread alone, which ends with its file; no library is changed. They cannot be
// set on the parsers: pdf-lib keeps names and references in maps of its own modules, and the others have no limits. The
// heap's limit does not count the memory of WebAssembly libraries, so that is limited here.
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * page > most) throw new RangeError("a file may take no more memory");
  return grow.call(this, pages);
};

/** More entries than the dictionaries or objects of any real document have. */
const mostEntries = 250_000;
const set = Map.prototype.set;
// A map that grows allocates its new size at once. Near the heap's limit that would end the process, not only this
// thread.
Map.prototype.set = function (key, value) {
  if (this.size >= mostEntries) process.exit();
  return set.call(this, key, value);
};

const task = z.object({
  task: z.enum(["check", "draw"]),
  contentType: z.enum(fileTypes),
  bytes: z.instanceof(Uint8Array),
});

async function work(): Promise<void> {
  const { task: asked, contentType, bytes: given } = task.parse(workerData);
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (asked === "check") parentPort?.postMessage({ cause: await causeIn({ contentType, bytes }) });
  else await draw(contentType, bytes);
}

/** Posts each page, and `whole` at the end or if not even the first can be drawn. */
async function draw(contentType: FileType, bytes: Buffer): Promise<void> {
  let posted = 0;
  try {
    for await (const page of drawnPages(contentType, bytes)) {
      parentPort?.postMessage(new Uint8Array(page));
      posted += 1;
    }
  } catch (failure) {
    if (posted > 0) throw failure;
  }
  parentPort?.postMessage("whole");
}

void work();
