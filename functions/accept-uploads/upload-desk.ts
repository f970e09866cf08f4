import type { CaseDesk } from "../../shared/casework/record.ts";
import type { Evidence } from "../../shared/storage/evidence.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { QuarantinedPapers } from "../../shared/storage/paper-files.ts";
import type { Uploads } from "../../shared/storage/uploads.ts";

/** What accepting a paper works with. */
export interface UploadDesk extends CaseDesk {
  readonly uploads: Uploads;
  readonly filings: Filings;
  readonly quarantinedPapers: QuarantinedPapers;
  readonly evidencePapers: Evidence;
  readonly now: () => string;
}
