import { createHash } from "node:crypto";
import { GetObjectCommand, HeadObjectCommand, type S3Client } from "@aws-sdk/client-s3";

/** A file that an item says is kept in the evidence bucket. */
export interface KeptFile {
  readonly key: string;
  readonly sizeBytes: number;
  /** Hexadecimal SHA-256. */
  readonly sha256: string;
}

/**
 * Returns what is wrong with a stored file: it is absent, has another size or, with `readBytes`, another SHA-256.
 * Returns undefined if nothing is wrong. Throws if the bucket cannot be read.
 */
export async function keptFileFault(
  { client, bucket, readBytes }: { readonly client: S3Client; readonly bucket: string; readonly readBytes: boolean },
  { key, sizeBytes, sha256 }: KeptFile,
): Promise<string | undefined> {
  const place = { Bucket: bucket, Key: key };
  try {
    const { ContentLength } = await client.send(new HeadObjectCommand(place));
    if (ContentLength !== sizeBytes) return `${key} has ${ContentLength} bytes of ${sizeBytes}`;
    if (!readBytes) return undefined;
    const { Body } = await client.send(new GetObjectCommand(place));
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    return createHash("sha256").update(bytes).digest("hex") === sha256 ? undefined : `${key} has other bytes`;
  } catch (failure) {
    if (failure instanceof Error && ["NotFound", "NoSuchKey"].includes(failure.name)) return `${key} is not kept`;
    throw failure;
  }
}
