import { createHash } from "node:crypto";
import * as z from "zod";
import type { Attachment } from "../../shared/domain/filing/claim-form.ts";
import { type Cause, isCause } from "./causes.ts";
import { type Limits, runInWorkerThread } from "./run-in-worker-thread.ts";

/**
 * Garbage collection runs beside the thread and is not counted: it takes as much processor time again, or twice as
 * much.
 */
const limits: Limits = { cpuSeconds: 1.5, seconds: 30, heapMb: 128 };

const answered = z.object({ cause: z.custom<Cause>(isCause).optional() });

/**
 * Returns why an attachment does not pass its check; undefined if it passes. Returns `empty` if it has no bytes,
 * `not-as-announced` if its size or SHA-256 is not the announced one, and `too-hard` if its check fails to end within
 * the time and memory `allowed`. Otherwise returns what the checks of its type find. Does not scan for malware.
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
