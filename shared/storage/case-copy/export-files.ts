import { PutObjectCommand } from "@aws-sdk/client-s3";
import { type Place, presignedDownload } from "../resolution/presigned.ts";
import type { Folder } from "../s3.ts";
import { copyIdOf, type ExportId } from "./case-exports.ts";

/** A file written again while a copy is made has the same key. */
const keyOf = (prefix: string, id: ExportId, name: string): string => `${prefix}${id.claimId}/${copyIdOf(id)}/${name}`;

export interface ExportFiles {
  write(id: ExportId, name: string, bytes: Uint8Array, contentType: string): Promise<void>;
}

export function openExportFiles({ client, name: Bucket, prefix }: Folder): ExportFiles {
  return {
    write: async (id, name, bytes, ContentType) => {
      const Key = keyOf(prefix, id, name);
      await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType, ChecksumAlgorithm: "SHA256" }));
    },
  };
}

export interface ExportDownloads {
  /** Returns an address, valid for 60 seconds, that downloads the file `name` of a copy under the name `fileName`. */
  link(id: ExportId, name: string, fileName: string): Promise<string>;
}

export function openExportDownloads({ name: bucket, prefix }: Place): ExportDownloads {
  return {
    link: (id, name, fileName) =>
      presignedDownload(
        bucket,
        keyOf(prefix, id, name),
        `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      ),
  };
}
