import { createHash } from "node:crypto";
import * as z from "zod";
import type { Attachment } from "../../shared/domain/claim-form.ts";
import { type Cause, isCause } from "./causes.ts";
import { type Limits, runInWorkerThread } from "./run-in-worker-thread.ts";

/** The collection of garbage, which runs beside the thread and is not counted, takes as much again, or twice. */
const limits: Limits = { cpuSeconds: 1.5, seconds: 30, heapMb: 128 };

const answered = z.object({ cause: z.custom<Cause>(isCause).optional() });

/**
 * What is wrong with the bytes of an attachment; nothing if they pass: size and SHA-256 as announced, and how a file of its type
 * is made, read in a thread with a limit of time and memory. It is no scan for malware: that comes from elsewhere.
 */
export async function attachmentCause(
  { contentType, sizeBytes, sha256 }: Pick<Attachment, "contentType" | "sizeBytes" | "sha256">,
  bytes: Uint8Array,
  allowed = limits,
): Promise<Cause | undefined> {
  if (bytes.length === 0) return "empty";
  if (bytes.length !== sizeBytes || createHash("sha256").update(bytes).digest("hex") !== sha256)
    return "not-as-announced";
  const [answer] = await runInWorkerThread({ task: "check", contentType, bytes }, allowed);
  const said = answered.safeParse(answer);
  return said.success ? said.data.cause : "too-hard";
}
