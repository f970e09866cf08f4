import type { CopyDeps } from "../../shared/casework/case-copies.ts";
import type { EditDeps } from "../../shared/casework/edit-case.ts";
import type { AppointmentSlots } from "../../shared/storage/appointment-slots.ts";
import type { ClaimsAtRisk } from "../../shared/storage/claims-at-risk.ts";
import type { DocumentPictures } from "../../shared/storage/document-pictures.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { ExportDownloads } from "../../shared/storage/export-files.ts";
import type { FiledSearch } from "../../shared/storage/filed-terms.ts";
import type { TotalsReader } from "../../shared/storage/office-totals.ts";
import type { OpenWork } from "../../shared/storage/open-work.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { DraftWriter } from "../../shared/storage/resolution-drafts.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import type { SearchLog } from "../../shared/storage/search-log.ts";
import type { SentNotices } from "../../shared/storage/sent-notices.ts";
import type { SupplyTerms } from "../../shared/storage/supply-terms.ts";
import type { TakenCodes } from "../../shared/storage/taken-codes.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";
import type { Agenda, Visits } from "../../shared/storage/visits.ts";
import type { WorkLists } from "../../shared/storage/work-lists.ts";
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
