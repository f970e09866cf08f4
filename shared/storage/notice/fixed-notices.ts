import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { canonicalJson } from "../canonical-json.ts";
import type { Bucket } from "../s3.ts";
import { type FixedNotice, type KeptNotice, keptNotice, noticeKeyOf } from "./sent-notices.ts";

/**
 * The notice of each entry, stored once. Every later try sends those same words, even if they would be written
 * otherwise by then.
 */
export interface FixedNotices {
  /**
   * Stores the notice of an entry, unless one is stored already. Returns the stored one, with its hash, and whether
   * this call stored it.
   */
  fix(claimId: string, seq: number, notice: FixedNotice): Promise<KeptNotice & { readonly isNew: boolean }>;
}

export function openFixedNotices(bucket: Bucket): FixedNotices {
  const reading = async (claimId: string, seq: number): Promise<KeptNotice> => {
    const { Body } = await bucket.client.send(
      new GetObjectCommand({ Bucket: bucket.name, Key: noticeKeyOf(claimId, seq) }),
    );
    if (!Body) throw new Error(`the notice of entry ${seq} of claim ${claimId} has no body`);
    return keptNotice(await Body.transformToByteArray());
  };
  return {
    fix: async (claimId, seq, notice) => {
      const bytes = Buffer.from(canonicalJson(notice));
      try {
        await bucket.client.send(
          new PutObjectCommand({
            Bucket: bucket.name,
            Key: noticeKeyOf(claimId, seq),
            Body: bytes,
            ContentType: "application/json",
            ChecksumAlgorithm: "SHA256",
            // The first one stays: without the right to list the bucket, a function cannot ask for what is not there.
            IfNoneMatch: "*",
          }),
        );
        return { notice, sha256: keptNotice(bytes).sha256, isNew: true };
      } catch (failure) {
        if (failure instanceof Error && failure.name === "PreconditionFailed")
          return { ...(await reading(claimId, seq)), isNew: false };
        throw failure;
      }
    },
  };
}
