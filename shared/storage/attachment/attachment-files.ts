import { GetObjectCommand, NoSuchKey } from "@aws-sdk/client-s3";
import type { Attachment } from "../../domain/filing/claim-form.ts";
import { presignedForm, type UploadTicket } from "../resolution/presigned.ts";
import type { Bucket } from "../s3.ts";

function attachmentKey(uploadId: string): string {
  return `attachments/${uploadId}`;
}

/**
 * Returns the upload id in a key `attachments/{id}` of the quarantine bucket. Returns `undefined` for a key of any
 * other form. Does not check whether the upload exists.
 */
export function uploadOfAttachmentKey(key: string): string | undefined {
  return /^attachments\/([0-9A-Za-z-]+)$/.exec(key)?.[1];
}

/** Tickets to upload attachments to quarantine. */
export interface AttachmentTickets {
  /**
   * Returns a presigned POST, valid for five minutes, for exactly the announced bytes: size, type and SHA-256 are part
   * of its signed policy.
   */
  issue(
    attachment: Pick<Attachment, "documentId" | "contentType" | "sizeBytes" | "sha256">,
    now: string,
  ): Promise<UploadTicket>;
}

export function openAttachmentTickets({ name }: Pick<Bucket, "name">): AttachmentTickets {
  return {
    issue: ({ documentId, ...file }, now) => presignedForm(name, attachmentKey(documentId), file, now),
  };
}

/** Attachments that arrived and were not checked yet. */
export interface QuarantinedAttachments {
  /**
   * Returns all bytes of an attachment in quarantine: at most 10 MB, since no ticket allows more. Without `versionId`
   * it reads the last version and returns `undefined` if there is none. It throws if the version named by `versionId`
   * is not there.
   */
  read(uploadId: string, versionId?: string): Promise<Uint8Array | undefined>;
}

/**
 * Whether a failure means that there is no such object: to a function that may not list the bucket, S3 answers that
 * access is denied.
 */
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
