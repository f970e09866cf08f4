import * as z from "zod";
import type { FileType } from "../../shared/domain/submission/submission.ts";
import { type Limits, runInWorkerThread } from "./run-in-worker-thread.ts";

/** Checked files wait in another queue: one that takes long to draw holds no check. */
const limits: Limits = { cpuSeconds: 10, seconds: 60, heapMb: 192 };
const drawn = z.array(z.union([z.instanceof(Uint8Array), z.literal("whole")]));

/** Pages as JPEGs in order. `isWhole` is false if a limit or a fault ended the drawing after some of them. */
export interface DrawnPages {
  readonly pages: readonly Uint8Array[];
  readonly isWhole: boolean;
}

/**
 * Returns the first pages of a file, at most 21. Draws them in a thread with limits of time and memory and returns
 * those that were drawn before a limit was reached; none, and whole, if the file cannot be decoded.
 */
export async function attachmentPages(contentType: FileType, bytes: Uint8Array): Promise<DrawnPages> {
  const said = drawn.parse(await runInWorkerThread({ task: "draw", contentType, bytes }, limits));
  return { pages: said.filter((one) => one !== "whole"), isWhole: said.includes("whole") };
}
