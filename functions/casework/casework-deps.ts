import type { EditDeps } from "../../shared/casework/case/edit-case.ts";
import type { CopyDeps } from "../../shared/casework/case-copy/case-copies.ts";
import type { DocumentPictures } from "../../shared/storage/attachment/document-pictures.ts";
import type { Uploads } from "../../shared/storage/attachment/uploads.ts";
import type { TotalsReader } from "../../shared/storage/board/office-totals.ts";
import type { ExportDownloads } from "../../shared/storage/case-copy/export-files.ts";
import type { TakenCodes } from "../../shared/storage/check/taken-codes.ts";
import type { FiledSearch } from "../../shared/storage/counter/filed-terms.ts";
import type { SearchLog } from "../../shared/storage/counter/search-log.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { SentNotices } from "../../shared/storage/notice/sent-notices.ts";
import type { Problems } from "../../shared/storage/problem/problems.ts";
import type { DraftWriter } from "../../shared/storage/resolution/resolution-drafts.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution/resolution-numbers.ts";
import type { SupplyTerms } from "../../shared/storage/supply/supply-terms.ts";
import type { AppointmentSlots } from "../../shared/storage/visit/appointment-slots.ts";
import type { Agenda, Visits } from "../../shared/storage/visit/visits.ts";
import type { ClaimsAtRisk } from "../../shared/storage/work/claims-at-risk.ts";
import type { OpenWork } from "../../shared/storage/work/open-work.ts";
import type { WorkLists } from "../../shared/storage/work/work-lists.ts";
import type { WorkerQueue } from "../../shared/storage/worker-tasks.ts";

export interface CaseworkDeps extends EditDeps, CopyDeps {
  readonly workLists: WorkLists;
  readonly totalsReader: TotalsReader;
  readonly openWork: OpenWork;
  readonly claimsAtRisk: ClaimsAtRisk;
  readonly agenda: Agenda;
  readonly visits: Visits;
  readonly appointmentSlots: AppointmentSlots;
  readonly problems: Problems;
  readonly takenCodes: TakenCodes;
  readonly uploads: Uploads;
  readonly resolutionNumbers: ResolutionNumbers;
  readonly sentNotices: SentNotices;
  readonly draftWriter: DraftWriter;
  readonly supplyTerms: SupplyTerms;
  readonly filedSearch: FiledSearch;
  readonly searchLog: SearchLog;
  /** Downloads of the tribunal's copies of case files; `copyDownloads` has everybody else's. */
  readonly packageDownloads: ExportDownloads;
  readonly pageViews: EvidenceDownloads;
  readonly documentPictures: Pick<DocumentPictures, "pages" | "ask">;
  readonly drawingTasks: WorkerQueue;
}
