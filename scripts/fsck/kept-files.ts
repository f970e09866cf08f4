import { createHash } from "node:crypto";
import { GetObjectCommand, HeadObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { type KeptFile, sizeFault } from "../../shared/storage/attachment/kept-objects.ts";

/**
 * Returns what is wrong with a stored file: it is absent, has another size or, with `readBytes`, another SHA-256.
 * Returns undefined if nothing is wrong. Throws if the bucket cannot be read.
 */
export async function keptFileFault(
  { client, bucket, readBytes }: { readonly client: S3Client; readonly bucket: string; readonly readBytes: boolean },
  file: KeptFile,
): Promise<string | undefined> {
  const { key, sha256 } = file;
  const place = { Bucket: bucket, Key: key };
  try {
    const { ContentLength } = await client.send(new HeadObjectCommand(place));
    const fault = sizeFault(file, ContentLength);
    if (fault || !readBytes) return fault;
    const { Body } = await client.send(new GetObjectCommand(place));
    const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
    return createHash("sha256").update(bytes).digest("hex") === sha256 ? undefined : `${key} has other bytes`;
  } catch (failure) {
    if (failure instanceof Error && ["NotFound", "NoSuchKey"].includes(failure.name)) return sizeFault(file, undefined);
    throw failure;
  }
}
