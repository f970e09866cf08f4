import type { CaseDeps } from "../../shared/casework/case/record.ts";
import type { FileType } from "../../shared/domain/submission/submission.ts";
import type { QuarantinedAttachments } from "../../shared/storage/attachment/attachment-files.ts";
import type { DocumentPictures } from "../../shared/storage/attachment/document-pictures.ts";
import type { UploadRecord, Uploads } from "../../shared/storage/attachment/uploads.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { Evidence } from "../../shared/storage/evidence.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";
import type { WorkerQueue } from "../../shared/storage/worker-tasks.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";
import type { DrawnPages } from "./attachment-pages.ts";
import type { Cause } from "./causes.ts";

export interface UploadDeps extends Omit<CaseDeps, "tenant"> {
  /** Read only for a file of a claim: few are filed before they are checked. */
  readonly tenantAt: (now: string) => Promise<Tenant>;
  readonly uploads: Uploads;
  readonly submissions: Submissions;
  readonly quarantinedAttachments: QuarantinedAttachments;
  readonly evidenceAttachments: Evidence;
  /** Returns why the bytes of an attachment do not pass; `undefined` if they do. */
  readonly causeIn: (attachment: UploadRecord, bytes: Uint8Array) => Promise<Cause | undefined>;
  /** Returns the first pages of a file as JPEGs, and whether they are all that can be drawn. */
  readonly draw: (contentType: FileType, bytes: Uint8Array) => Promise<DrawnPages>;
  readonly attachmentPages: Evidence;
  /** What the office made: read here, never written. */
  readonly officeDocuments: Pick<Evidence, "read">;
  readonly documentPictures: Pick<DocumentPictures, "pages" | "settle">;
  /** Where what is to be drawn waits, apart from what is to be checked. */
  readonly drawingTasks: WorkerQueue;
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
  readonly now: () => string;
}
