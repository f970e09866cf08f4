import type { ObservationBookDeps } from "../../shared/casework/register/observation-book.ts";
import type { PaidReceipt, ReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import type { CaseFiles } from "../../shared/storage/case/case-files.ts";
import type { Problems } from "../../shared/storage/problem/problems.ts";
import type { MonthRegister } from "../../shared/storage/register/month-register.ts";
import type { ReportBuilds } from "../../shared/storage/register/report-builds.ts";
import type { ReportFiles } from "../../shared/storage/register/report-files.ts";
import type { ReportWork } from "../../shared/storage/register/report-work.ts";
import type { Registers } from "../../shared/tenant/tenant.ts";

export interface BuildDeps extends ObservationBookDeps {
  readonly caseFiles: Pick<CaseFiles, "read">;
  readonly receiptReader: Pick<ReceiptReader, "registeredOf">;
  /** Reads the receipts of some months (`YYYY-MM`) of a supply. */
  readonly billedIn: (supplyCode: string, periods: readonly string[]) => Promise<readonly PaidReceipt[]>;
  readonly registers: Registers;
  readonly months: MonthRegister;
  readonly problems: Pick<Problems, "found">;
  readonly builds: ReportBuilds;
  readonly files: ReportFiles;
  readonly work: ReportWork;
  readonly now: () => string;
  /** How many claims are read for one message, 200 if absent: few enough to end well within a worker's time. */
  readonly claimsPerPart?: number;
}
