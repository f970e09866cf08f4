import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { Bucket } from "../s3.ts";
import { presignedDownload } from "./presigned.ts";

/** Sets of documents to be signed outside the system: copies, deleted after some days. */
export interface SigningSets {
  /**
   * Stores a set under its hash and returns an address, valid for 60 seconds, that downloads it under the name
   * `fileName`.
   */
  link(sha256: string, bytes: Uint8Array, fileName: string): Promise<string>;
}

export function openSigningSets({ client, name }: Bucket): SigningSets {
  return {
    link: async (sha256, bytes, fileName) => {
      const object = { Bucket: name, Key: `to-sign/${sha256}` };
      await client.send(
        new PutObjectCommand({ ...object, Body: bytes, ContentType: "application/zip", ChecksumAlgorithm: "SHA256" }),
      );
      return presignedDownload(name, object.Key, `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`);
    },
  };
}
