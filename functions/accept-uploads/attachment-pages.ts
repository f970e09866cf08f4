import * as z from "zod";
import type { AttachmentType } from "../../shared/domain/submission.ts";
import { type Limits, runInWorkerThread } from "./run-in-worker-thread.ts";

const limits: Limits = { cpuSeconds: 45, seconds: 60, heapMb: 192 };
const drawn = z.array(z.instanceof(Uint8Array));

/**
 * Returns the first pages of an attachment as JPEGs, up to 60, in order, drawn in a thread with limits of time and
 * memory: as many as were drawn within them, none if the file cannot be decoded.
 */
export async function attachmentPages(contentType: AttachmentType, bytes: Uint8Array): Promise<readonly Uint8Array[]> {
  return drawn.parse(await runInWorkerThread({ task: "draw", contentType, bytes }, limits));
}
