import { parentPort, workerData } from "node:worker_threads";
import * as z from "zod";
import { paperTypes } from "../../shared/domain/filing.ts";
import { causeIn } from "./checks.ts";

const most = 192 * 1024 * 1024;
const page = 65_536;
const grow = WebAssembly.Memory.prototype.grow;
// The heap's limit does not count what compiled libraries hold: they ask here for more.
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * page > most) throw new RangeError("no more memory for a file");
  return grow.call(this, pages);
};

const task = z.object({
  task: z.literal("check"),
  contentType: z.enum(paperTypes),
  bytes: z.instanceof(Uint8Array),
});

async function check(): Promise<void> {
  const { contentType, bytes } = task.parse(workerData);
  const cause = await causeIn({ contentType, bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) });
  parentPort?.postMessage({ cause });
}

void check();
