import * as z from "zod";
import type { PaperType } from "../../shared/domain/filing.ts";
import { type Limits, runApart } from "./run-apart.ts";

const limits: Limits = { cpuSeconds: 45, seconds: 60, heapMb: 192 };
const drawn = z.array(z.instanceof(Uint8Array));

/** A paper as pictures of its pages, drawn in a thread with a limit of time and memory: as many as it allows. */
export async function paperPages(contentType: PaperType, bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  return drawn.parse(await runApart({ task: "draw", contentType, bytes }, limits));
}
