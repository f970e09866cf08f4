import { createHash } from "node:crypto";
import type {
  ImportFiles,
  ImportReports,
  ImportTickets,
  ReportDownloads,
} from "../../shared/storage/billing/import-files.ts";
import type { UploadTicket } from "../../shared/storage/resolution/presigned.ts";
import { turn } from "./memory-table.ts";

/** The imports bucket in memory, with the upload of a form and the download of a link, which need no SDK. */
export interface MemoryImportsBucket {
  readonly tickets: ImportTickets;
  readonly files: ImportFiles;
  readonly reports: ImportReports;
  readonly downloads: ReportDownloads;
  /** Uploads a file with a ticket; returns its version, or undefined if the bucket refuses it. */
  upload(ticket: UploadTicket, bytes: Uint8Array, now: string): Promise<string | undefined>;
  /** Follows a link; returns the file's text, or undefined if the link has expired. */
  download(url: string, now: string): Promise<string | undefined>;
  /** Returns every report and part of a report, by key, in order. */
  reportFiles(): readonly (readonly [key: string, text: string])[];
}

interface Announced {
  readonly importId: string;
  readonly sizeBytes: number;
  readonly sha256Hex: string;
  readonly expiresAt: string;
}

const later = (now: string, seconds: number): string => new Date(Date.parse(now) + 1_000 * seconds).toISOString();

export function memoryImportsBucket(): MemoryImportsBucket {
  const announced = new Map<string, Announced>();
  const versions = new Map<string, Uint8Array>();
  const reportFiles = new Map<string, string>();
  const links = new Map<string, { readonly key: string; readonly expiresAt: string }>();
  return {
    tickets: {
      issue: async (importId, sizeBytes, sha256Hex, now) => {
        await turn();
        const policy = `policy-${announced.size + 1}`;
        const expiresAt = later(now, 300);
        announced.set(policy, { importId, sizeBytes, sha256Hex, expiresAt });
        return { url: "memory:uploads", fields: { key: `files/${importId}.csv`, policy }, expiresAt };
      },
    },
    upload: async ({ fields }, bytes, now) => {
      await turn();
      const policy = announced.get(fields["policy"] ?? "");
      if (!policy || now > policy.expiresAt || bytes.byteLength !== policy.sizeBytes) return undefined;
      if (createHash("sha256").update(bytes).digest("hex") !== policy.sha256Hex) return undefined;
      const versionId = `v${versions.size + 1}`;
      versions.set(`${policy.importId} ${versionId}`, bytes);
      return versionId;
    },
    files: {
      read: async (importId, versionId, start = 0, end) => {
        await turn();
        const bytes = versions.get(`${importId} ${versionId}`);
        if (!bytes) throw new Error(`no version ${versionId} of the file of import ${importId}`);
        return inPieces(bytes.subarray(start, end));
      },
    },
    reports: {
      write: async (importId, part, text) => {
        await turn();
        reportFiles.set(`${importId}/${part}`, text);
      },
      read: async (importId, part) => {
        await turn();
        const text = reportFiles.get(`${importId}/${part}`);
        if (text === undefined) throw new Error(`no ${part} of import ${importId}`);
        return text;
      },
    },
    downloads: {
      link: async (importId, fileName, now) => {
        await turn();
        const url = `memory:reports/${links.size + 1}/${fileName}`;
        const expiresAt = later(now, 60);
        links.set(url, { key: `${importId}/report.csv`, expiresAt });
        return { url, expiresAt };
      },
    },
    download: async (url, now) => {
      await turn();
      const link = links.get(url);
      return link && now <= link.expiresAt ? reportFiles.get(link.key) : undefined;
    },
    reportFiles: () => [...reportFiles].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** Yields bytes as a network does: in pieces that end anywhere. */
async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = 60_007;
  for (let at = 0; at < bytes.byteLength; at += size) yield bytes.subarray(at, at + size);
}
