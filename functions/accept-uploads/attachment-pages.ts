import * as z from "zod";
import type { FileType } from "../../shared/domain/submission.ts";
import { type Limits, runInWorkerThread } from "./run-in-worker-thread.ts";

const limits: Limits = { cpuSeconds: 45, seconds: 60, heapMb: 192 };
const drawn = z.array(z.instanceof(Uint8Array));

/**
 * Returns the first pages of an attachment, at most 60, as JPEGs in order. Draws them in a thread with limits of time
 * and memory and returns those that were drawn before a limit was reached; none if the file cannot be decoded.
 */
export async function attachmentPages(contentType: FileType, bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  return drawn.parse(await runInWorkerThread({ task: "draw", contentType, bytes }, limits));
}
