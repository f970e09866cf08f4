import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { ReportBuild } from "../../domain/register/report-build.ts";
import { presignedDownload, readPresigned } from "../resolution/presigned.ts";
import type { Bucket } from "../s3.ts";

type Of = Pick<ReportBuild, "month" | "buildId">;

const keyOf = ({ month, buildId }: Of, fileName: string): string => `registers/${month}/${buildId}/${fileName}`;

/**
 * The folder of the imports bucket that holds the registers of each month, and the parts and facts they are made from.
 * `write` replaces a file of the same name; `read` throws if there is none.
 */
export interface ReportFiles {
  write(of: Of, fileName: string, bytes: Uint8Array, contentType: string): Promise<void>;
  read(of: Of, fileName: string): Promise<Uint8Array>;
}

export function openReportFiles({ client, name }: Bucket): ReportFiles {
  return {
    write: async (of, fileName, bytes, contentType) => {
      await client.send(
        new PutObjectCommand({ Bucket: name, Key: keyOf(of, fileName), Body: bytes, ContentType: contentType }),
      );
    },
    read: async (of, fileName) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: keyOf(of, fileName) }));
      if (!Body) throw new Error(`${fileName} of the registers of ${of.month} has no body`);
      return Body.transformToByteArray();
    },
  };
}

/**
 * Opens the folder of the registers for reading only. `read` fetches a file from a presigned address: a function that
 * seldom reads one loads no S3 client.
 */
export function openRegisterReader({ name }: Pick<Bucket, "name">): Pick<ReportFiles, "read"> {
  return { read: (of, fileName) => readPresigned(name, keyOf(of, fileName)) };
}

/** Addresses to download the registers of a month, for 60 seconds. */
export interface RegisterDownloads {
  link(of: Of, fileName: string): Promise<string>;
}

export function openRegisterDownloads({ name }: Pick<Bucket, "name">): RegisterDownloads {
  return {
    link: (of, fileName) => presignedDownload(name, keyOf(of, fileName), `attachment; filename="${fileName}"`),
  };
}
