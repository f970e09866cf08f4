import type { CopyDeps } from "../../shared/casework/case-copies.ts";
import type { FileClaimDeps } from "../../shared/casework/file-claim.ts";
import type { AtypicalReadings } from "../../shared/storage/atypical-readings.ts";
import type { Confirmations } from "../../shared/storage/confirmations.ts";
import type { Contacts } from "../../shared/storage/contacts.ts";
import type { EvidenceDownloads } from "../../shared/storage/evidence.ts";
import type { ExportDownloads } from "../../shared/storage/export-files.ts";
import type { FiledSearch } from "../../shared/storage/filed-terms.ts";
import type { LastLoad } from "../../shared/storage/load-notes.ts";
import type { TotalsReader } from "../../shared/storage/office-totals.ts";
import type { OwnedWork } from "../../shared/storage/owned-work.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { ReceiptReader } from "../../shared/storage/receipt-reader.ts";
import type { DraftWriter } from "../../shared/storage/resolution-drafts.ts";
import type { ResolutionNumbers } from "../../shared/storage/resolution-numbers.ts";
import type { SearchLog } from "../../shared/storage/search-log.ts";
import type { SentNotices } from "../../shared/storage/sent-notices.ts";
import type { Submissions } from "../../shared/storage/submissions.ts";
import type { SupplyTerms } from "../../shared/storage/supply-terms.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";
import type { Agenda } from "../../shared/storage/visits.ts";
import type { WorkLists } from "../../shared/storage/work-lists.ts";

export interface CaseworkDeps extends FileClaimDeps, CopyDeps {
  readonly workLists: WorkLists;
  readonly totalsReader: TotalsReader;
  readonly ownedWork: OwnedWork;
  readonly agenda: Agenda;
  readonly draftWriter: DraftWriter;
  readonly atypicalReadings: AtypicalReadings;
  readonly receiptReader: ReceiptReader;
  readonly lastLoad: LastLoad;
  readonly contacts: Contacts;
  readonly supplyTerms: SupplyTerms;
  readonly filedSearch: FiledSearch;
  readonly searchLog: SearchLog;
  readonly uploads: Uploads;
  readonly problems: Problems;
  readonly submissions: Submissions;
  readonly confirmations: Confirmations;
  readonly resolutionNumbers: ResolutionNumbers;
  readonly sentNotices: SentNotices;
  /** Downloads of the tribunal's copies of case files; `copyDownloads` has everybody else's. */
  readonly packageDownloads: ExportDownloads;
  readonly pageViews: EvidenceDownloads;
}
