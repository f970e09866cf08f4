import type { ImportTickets, ReportDownloads } from "../../shared/storage/billing/import-files.ts";
import type { ImportRegister } from "../../shared/storage/billing/import-register.ts";

export interface ImportDeps {
  readonly importRegister: ImportRegister;
  readonly importTickets: ImportTickets;
  readonly reportDownloads: ReportDownloads;
}
