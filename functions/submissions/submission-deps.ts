import type { CaseDeps } from "../../shared/casework/case/record.ts";
import type { AttachmentTickets } from "../../shared/storage/attachment/attachment-files.ts";
import type { DocumentPictures } from "../../shared/storage/attachment/document-pictures.ts";
import type { Uploads } from "../../shared/storage/attachment/uploads.ts";
import type { DailyCounts } from "../../shared/storage/board/daily-counts.ts";
import type { CaseAccess } from "../../shared/storage/case-copy/case-access.ts";
import type { TakenCodes } from "../../shared/storage/check/taken-codes.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { Outages } from "../../shared/storage/problem/outages.ts";
import type { Retained } from "../../shared/storage/register/retention.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";
import type { WorkerQueue } from "../../shared/storage/worker-tasks.ts";

export interface SubmissionsDeps extends CaseDeps {
  readonly caseAccess: Pick<CaseAccess, "mayOpen">;
  readonly uploads: Uploads;
  readonly waitingAttachments: Pick<Uploads, "waiting">;
  readonly submissions: Submissions;
  readonly takenCodes: TakenCodes;
  readonly dailyCounts: DailyCounts;
  readonly outages: Outages;
  readonly retained: Retained;
  readonly attachmentTickets: AttachmentTickets;
  readonly attachmentDownloads: EvidenceDownloads;
  readonly pageViews: EvidenceDownloads;
  readonly documentDownloads: EvidenceDownloads;
  readonly documentPictures: Pick<DocumentPictures, "pages" | "ask">;
  readonly drawingTasks: WorkerQueue;
  /** Does all the writes in one transaction, or none if one of their conditions refuses. */
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
}
