import { GetObjectCommand, NoSuchKey } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import type { Attachment } from "../domain/claim-form.ts";
import type { UploadTicket } from "./import-files.ts";
import type { Bucket } from "./s3.ts";

function attachmentKey(uploadId: string): string {
  return `attachments/${uploadId}`;
}

/** The upload a key of the quarantine bucket belongs to; `undefined` for any other key. */
export function uploadOfAttachmentKey(key: string): string | undefined {
  return /^attachments\/([0-9A-Za-z-]+)$/.exec(key)?.[1];
}

/** Tickets to send attachments to quarantine. */
export interface AttachmentTickets {
  /** A presigned POST for exactly the announced bytes: size, type and SHA-256 are part of its signed policy. */
  issue(
    attachment: Pick<Attachment, "documentId" | "contentType" | "sizeBytes" | "sha256">,
    now: string,
  ): Promise<UploadTicket>;
}

const ticketSeconds = 300;

export function openAttachmentTickets({ client, name }: Bucket): AttachmentTickets {
  return {
    issue: async ({ documentId, contentType, sizeBytes, sha256 }, now) => {
      const { url, fields } = await createPresignedPost(client, {
        Bucket: name,
        Key: attachmentKey(documentId),
        Expires: ticketSeconds,
        Conditions: [["content-length-range", sizeBytes, sizeBytes]],
        Fields: {
          "Content-Type": contentType,
          "x-amz-checksum-sha256": Buffer.from(sha256, "hex").toString("base64"),
        },
      });
      return { url, fields, expiresAt: new Date(Date.parse(now) + ticketSeconds * 1000).toISOString() };
    },
  };
}

/** Papers that came and were not looked at yet. */
export interface QuarantinedAttachments {
  /**
   * The bytes of one version of an attachment, whole: no ticket lets in more than 10 MB. Of the last one where none is named,
   * and nothing if none ever came or it is gone.
   */
  read(uploadId: string, versionId?: string): Promise<Uint8Array | undefined>;
}

/** A name that is not there: to who may not list the bucket, the store says that it is forbidden. */
function isAbsent(failure: unknown): boolean {
  return failure instanceof NoSuchKey || (failure instanceof Error && failure.name === "AccessDenied");
}

export function openQuarantinedAttachments({ client, name }: Bucket): QuarantinedAttachments {
  return {
    read: async (uploadId, versionId) => {
      try {
        const { Body } = await client.send(
          new GetObjectCommand({ Bucket: name, Key: attachmentKey(uploadId), VersionId: versionId }),
        );
        if (!Body) throw new Error(`the attachment ${uploadId} has no body`);
        return await Body.transformToByteArray();
      } catch (failure) {
        if (versionId === undefined && isAbsent(failure)) return undefined;
        throw failure;
      }
    },
  };
}
