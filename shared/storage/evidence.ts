import { createHash } from "node:crypto";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import * as z from "zod";
import { openPresigned, type Place, presignedDownload } from "./resolution/presigned.ts";
import type { Folder } from "./s3.ts";

/** Returns the name `{documentId}/{number}.jpg` of the object with the picture of a page; `number` counts from 1. */
export function pageName(documentId: string, number: number): string {
  return `${documentId}/${number}.jpg`;
}

export interface EvidenceDownloads {
  /** Returns an address, valid for 60 seconds, that downloads a document under the name `fileName`. */
  link(documentId: string, fileName: string): Promise<string>;
}

export function openEvidenceDownloads({ name, prefix }: Place): EvidenceDownloads {
  return {
    link: (documentId, fileName) =>
      presignedDownload(name, `${prefix}${documentId}`, `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`),
  };
}

/**
 * Returns the name under which a file that somebody sent is downloaded: `number`, `documentId`, and the ending of
 * `fileName` if it has one of one to five letters, digits or `_`. The sender's own name is left out: it may identify
 * them, and addresses are logged.
 */
export function neutralName(number: string, documentId: string, fileName: string): string {
  return `${number}-${documentId}${/\.\w{1,5}$/.exec(fileName)?.[0] ?? ""}`;
}

/** The names by which S3 says that there is no object; it denies access to a function that may not list the bucket. */
const absent = ["NoSuchKey", "NotFound", "AccessDenied"] as const;
const missing = z.object({ name: z.enum(absent) });

/**
 * A folder of the evidence. `write` replaces what is there; versions and the bucket's lock keep the old bytes. `read`
 * throws if the document is missing.
 */
export interface Evidence {
  write(documentId: string, bytes: Uint8Array, contentType: string): Promise<void>;
  read(documentId: string): Promise<Uint8Array>;
}

export function openEvidence({ client, name, prefix }: Folder): Evidence {
  return {
    write: async (documentId, bytes, contentType) => {
      await client.send(
        new PutObjectCommand({
          Bucket: name,
          Key: `${prefix}${documentId}`,
          Body: bytes,
          ContentType: contentType,
          ChecksumAlgorithm: "SHA256",
        }),
      );
    },
    read: async (documentId) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: `${prefix}${documentId}` }));
      if (!Body) throw new Error(`the document ${documentId} has no body`);
      return Body.transformToByteArray();
    },
  };
}

/** A folder of the evidence in which a document may be missing: `find` returns `undefined` then. */
export interface EvidenceFinder {
  find(documentId: string): Promise<Uint8Array | undefined>;
}

export function openEvidenceFinder({ client, name, prefix }: Folder): EvidenceFinder {
  return {
    find: async (documentId) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key: `${prefix}${documentId}` }));
        return await Body?.transformToByteArray();
      } catch (failure) {
        if (missing.safeParse(failure).success) return undefined;
        throw failure;
      }
    },
  };
}

/** A folder of the evidence of which documents are only checked. */
export interface EvidenceCheck {
  /**
   * Returns the hexadecimal SHA-256 of a document, read in chunks and never held whole; `undefined` if there is none.
   */
  digest(documentId: string): Promise<string | undefined>;
  /** Returns the text of a document; `undefined` if there is none. */
  text(documentId: string): Promise<string | undefined>;
}

export function openEvidenceCheck({ name, prefix }: Omit<Folder, "client">): EvidenceCheck {
  const opened = (documentId: string) => openPresigned(name, `${prefix}${documentId}`, absent);
  return {
    digest: async (documentId) => {
      const kept = await opened(documentId);
      if (!kept) return undefined;
      const hash = createHash("sha256");
      for await (const chunk of kept.body ?? []) hash.update(chunk);
      return hash.digest("hex");
    },
    text: async (documentId) => (await opened(documentId))?.text(),
  };
}
