import * as z from "zod";
import type { Envelope } from "./case/case-chain.ts";
import type { WriteMark } from "./idempotency-records.ts";

const stored = z.object({
  seq: z.number(),
  type: z.string(),
  at: z.string(),
  by: z.record(z.string(), z.unknown()),
  contentHash: z.string(),
  previous: z.string(),
  writeKey: z.string().optional(),
  writeHash: z.string().optional(),
});

/** An envelope as it is kept, with the mark of the write that made it. */
export interface StoredEnvelope {
  readonly envelope: Envelope;
  readonly mark: WriteMark | undefined;
}

/**
 * Returns the envelope that a stored item holds, and the mark of the write that made it, if it has one. Throws if the
 * item is absent or is no envelope.
 */
export function envelopeOf(item: unknown): StoredEnvelope {
  const { writeKey: key, writeHash: contentHash = "", ...envelope } = stored.parse(item);
  return { envelope: envelope as unknown as Envelope, mark: key === undefined ? undefined : { key, contentHash } };
}
