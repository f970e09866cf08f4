import type { CaseDesk } from "../../shared/casework/record.ts";
import type { PaperType } from "../../shared/domain/filing.ts";
import type { Transacted, Write } from "../../shared/storage/dynamodb.ts";
import type { Evidence } from "../../shared/storage/evidence.ts";
import type { Filings } from "../../shared/storage/filings.ts";
import type { QuarantinedPapers } from "../../shared/storage/paper-files.ts";
import type { UploadRecord, Uploads } from "../../shared/storage/uploads.ts";
import type { Cause } from "./causes.ts";

/** What accepting a paper works with. */
export interface UploadDesk extends CaseDesk {
  readonly uploads: Uploads;
  readonly filings: Filings;
  readonly quarantinedPapers: QuarantinedPapers;
  readonly evidencePapers: Evidence;
  /** What is wrong with the bytes of a paper; nothing if they pass. */
  readonly causeIn: (paper: UploadRecord, bytes: Uint8Array) => Promise<Cause | undefined>;
  /** A paper as pictures of its pages. */
  readonly draw: (contentType: PaperType, bytes: Uint8Array) => Promise<readonly Uint8Array[]>;
  readonly pages: Evidence;
  readonly transact: (writes: readonly Write[]) => Promise<Transacted>;
  readonly now: () => string;
}
