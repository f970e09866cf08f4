import { createHash } from "node:crypto";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import * as z from "zod";
import { canonicalJson } from "./canonical-json.ts";
import type { Bucket } from "./s3.ts";

const fixed = z.object({
  channel: z.enum(["email", "sms"]),
  to: z.string(),
  /** The subject of a mail, and its text as a page. */
  subject: z.string(),
  html: z.string().optional(),
  text: z.string(),
  /** The keys and codes in it, which are shown to nobody else who reads it. */
  secrets: z.array(z.string()),
});
/** A notice word for word as it is sent. */
export type FixedNotice = z.output<typeof fixed>;

/** A notice as kept in the evidence, with the hexadecimal SHA-256 of its stored bytes. */
export interface KeptNotice {
  readonly notice: FixedNotice;
  readonly sha256: string;
}

/** The notices that were sent about the entries of cases. */
export interface SentNotices {
  /**
   * Returns the notice fixed for an entry. Throws if there is none, or its stored bytes have another hash than
   * `sha256`.
   */
  read(claimId: string, seq: number, sha256: string): Promise<FixedNotice>;
}

/**
 * The notice of each entry, stored once. Every later try sends those same words, even if they would be written
 * otherwise by then.
 */
export interface FixedNotices {
  /** Stores the notice of an entry, unless one is stored already. Returns the stored one, with its hash. */
  fix(claimId: string, seq: number, notice: FixedNotice): Promise<KeptNotice>;
}

const keyOf = (claimId: string, seq: number): string => `notices/${claimId}/${seq}.json`;
const digestOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

function openReading({ client, name }: Bucket) {
  return async (claimId: string, seq: number): Promise<KeptNotice> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: keyOf(claimId, seq) }));
    if (!Body) throw new Error(`the notice of entry ${seq} of claim ${claimId} has no body`);
    const bytes = await Body.transformToByteArray();
    return { notice: fixed.parse(JSON.parse(Buffer.from(bytes).toString())), sha256: digestOf(bytes) };
  };
}

export function openSentNotices(bucket: Bucket): SentNotices {
  const reading = openReading(bucket);
  return {
    read: async (claimId, seq, sha256) => {
      const kept = await reading(claimId, seq);
      if (kept.sha256 !== sha256) throw new Error(`the notice of entry ${seq} of claim ${claimId} is another`);
      return kept.notice;
    },
  };
}

export function openFixedNotices(bucket: Bucket): FixedNotices {
  const reading = openReading(bucket);
  return {
    fix: async (claimId, seq, notice) => {
      const bytes = Buffer.from(canonicalJson(notice));
      try {
        await bucket.client.send(
          new PutObjectCommand({
            Bucket: bucket.name,
            Key: keyOf(claimId, seq),
            Body: bytes,
            ContentType: "application/json",
            ChecksumAlgorithm: "SHA256",
            // The first one stays: without the right to list the bucket, a function cannot ask for what is not there.
            IfNoneMatch: "*",
          }),
        );
        return { notice, sha256: digestOf(bytes) };
      } catch (failure) {
        if (failure instanceof Error && failure.name === "PreconditionFailed") return reading(claimId, seq);
        throw failure;
      }
    },
  };
}
