import { createHash } from "node:crypto";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import * as z from "zod";
import { canonicalJson } from "./canonical-json.ts";
import type { Bucket } from "./s3.ts";

const fixed = z.object({
  channel: z.enum(["email", "sms"]),
  to: z.string(),
  /** Of a mail: what it is called, and its text as a page. */
  subject: z.string(),
  html: z.string().optional(),
  text: z.string(),
  /** Keys and codes in it: whoever else reads it, is not shown them. */
  secrets: z.array(z.string()),
});
/** What is sent to somebody, to the letter. */
export type FixedNotice = z.output<typeof fixed>;

/** A notice as it stands in the evidence, with the hexadecimal SHA-256 of what stands there. */
export interface KeptNotice {
  readonly notice: FixedNotice;
  readonly sha256: string;
}

/** What was sent of the entries of cases, read again. */
export interface SentNotices {
  /** What was fixed for an entry. Throws where it is not what its digest says. */
  read(claimId: string, seq: number, sha256: string): Promise<FixedNotice>;
}

/** What is told of each entry, fixed once: whatever is tried later, by whom, with which words, sends that. */
export interface FixedNotices {
  /** Fixes a notice of an entry, unless one was; answers the one that stands. */
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
            // The first stands: a key without a list of the bucket cannot be asked for what is not there.
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
