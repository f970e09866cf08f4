import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { copyIdOf, type ExportId } from "./case-exports.ts";
import type { Bucket } from "./import-files.ts";

const linkSeconds = 60;

/** The folders of copies: the tribunal's (`packages`) are evidence; any other copy is deleted after its days. */
export type ExportFolder = "packages" | "copies";

/** A file written again while a copy is made has the same key. */
const keyOf = (folder: ExportFolder, id: ExportId, name: string): string =>
  `${folder}/${id.claimId}/${copyIdOf(id)}/${name}`;

export interface ExportFiles {
  write(id: ExportId, name: string, bytes: Uint8Array, contentType: string): Promise<void>;
}

export function openExportFiles({ client, name: Bucket }: Bucket, folder: ExportFolder): ExportFiles {
  return {
    write: async (id, name, bytes, ContentType) => {
      const Key = keyOf(folder, id, name);
      await client.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType, ChecksumAlgorithm: "SHA256" }));
    },
  };
}

export interface ExportDownloads {
  /** Returns an address that downloads a file for 60 seconds, under a name. */
  link(id: ExportId, name: string, fileName: string): Promise<string>;
}

export function openExportDownloads({ client, name: Bucket }: Bucket, folder: ExportFolder): ExportDownloads {
  return {
    link: (id, name, fileName) => {
      const command = new GetObjectCommand({
        Bucket,
        Key: keyOf(folder, id, name),
        ResponseContentDisposition: `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      });
      return getSignedUrl(client, command, { expiresIn: linkSeconds });
    },
  };
}
