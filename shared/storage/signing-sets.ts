import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Bucket } from "./s3.ts";

const linkSeconds = 60;

/** Sets of frozen documents, to be signed outside: copies, gone after some days. */
export interface SigningSets {
  /** Keeps a set by its hash, and answers an address that downloads it for 60 seconds, under a name. */
  link(sha256: string, bytes: Uint8Array, fileName: string): Promise<string>;
}

export function openSigningSets({ client, name }: Bucket): SigningSets {
  return {
    link: async (sha256, bytes, fileName) => {
      const place = { Bucket: name, Key: `to-sign/${sha256}` };
      await client.send(
        new PutObjectCommand({ ...place, Body: bytes, ContentType: "application/zip", ChecksumAlgorithm: "SHA256" }),
      );
      const command = new GetObjectCommand({
        ...place,
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      });
      return getSignedUrl(client, command, { expiresIn: linkSeconds });
    },
  };
}
