import { S3Client } from "@aws-sdk/client-s3";

export type Bucket = { readonly client: S3Client; readonly name: string };

/** A part of a bucket: every key of it begins with `prefix`, which ends in `/`. */
export type Folder = Bucket & { readonly prefix: string };

/**
 * Opens the S3 client; a function has only one. It sends checksums only where they are asked for: by default the SDK
 * signs the checksum of an empty body into presigned requests, which a strict store refuses.
 */
export function openS3(): S3Client {
  return new S3Client({ requestChecksumCalculation: "WHEN_REQUIRED" });
}
