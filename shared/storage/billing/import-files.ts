import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { linkExpiry, presignedDownload, presignedForm, type UploadTicket } from "../resolution/presigned.ts";
import type { Bucket } from "../s3.ts";

export function importFileKey(importId: string): string {
  return `files/${importId}.csv`;
}
/**
 * Returns the id of the import whose file has this key, `files/{id}.csv`. Returns `undefined` for a key of any other
 * form.
 */
export function importOfFileKey(key: string): string | undefined {
  return /^files\/([0-9A-Za-z-]+)\.csv$/.exec(key)?.[1];
}
function reportKey(importId: string, part: string): string {
  return `reports/${importId}/${part}`;
}

export interface ImportTickets {
  /**
   * Returns a presigned POST, valid for five minutes, for exactly the announced bytes: size and SHA-256 are part of its
   * signed policy.
   */
  issue(importId: string, sizeBytes: number, sha256Hex: string, now: string): Promise<UploadTicket>;
}

export function openImportTickets({ name }: Pick<Bucket, "name">): ImportTickets {
  return {
    issue: (importId, sizeBytes, sha256, now) =>
      presignedForm(name, importFileKey(importId), { contentType: "text/csv", sizeBytes, sha256 }, now),
  };
}

export interface ImportFiles {
  /**
   * Returns the bytes of one version of an import's file, from `start` up to but without `end`; all of them unless both
   * are given.
   */
  read(importId: string, versionId: string, start?: number, end?: number): Promise<AsyncIterable<Uint8Array>>;
}

export function openImportFiles({ client, name }: Bucket): ImportFiles {
  return {
    read: async (importId, versionId, start, end) => {
      const { Body } = await client.send(
        new GetObjectCommand({
          Bucket: name,
          Key: importFileKey(importId),
          VersionId: versionId,
          ...(start !== undefined && end !== undefined && { Range: `bytes=${start}-${end - 1}` }),
        }),
      );
      if (!Body) throw new Error(`the file of import ${importId} has no body`);
      return Body as unknown as AsyncIterable<Uint8Array>;
    },
  };
}

export interface ImportReports {
  /**
   * Writes a file that the import makes: its plan, the report of a range, the whole report. Writing it again replaces
   * it.
   */
  write(importId: string, part: string, text: string): Promise<void>;
  read(importId: string, part: string): Promise<string>;
}

export function openImportReports({ client, name }: Bucket): ImportReports {
  return {
    write: async (importId, part, text) => {
      await client.send(
        new PutObjectCommand({
          Bucket: name,
          Key: reportKey(importId, part),
          Body: Buffer.from(text),
          ContentType: "text/csv; charset=utf-8",
        }),
      );
    },
    read: async (importId, part) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: reportKey(importId, part) }));
      return (await Body?.transformToString()) ?? "";
    },
  };
}

export interface ReportDownloads {
  /** Returns an address that downloads the report for 60 seconds, and when it expires. */
  link(importId: string, fileName: string, now: string): Promise<{ url: string; expiresAt: string }>;
}

export function openReportDownloads({ name }: Pick<Bucket, "name">): ReportDownloads {
  return {
    link: async (importId, fileName, now) => ({
      url: await presignedDownload(name, reportKey(importId, "report.csv"), `attachment; filename="${fileName}"`),
      expiresAt: linkExpiry(now),
    }),
  };
}
