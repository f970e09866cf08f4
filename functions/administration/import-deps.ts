import type { ImportTickets, ReportDownloads } from "../../shared/storage/import-files.ts";
import type { ImportRegister } from "../../shared/storage/import-register.ts";

export interface ImportDeps {
  readonly importRegister: ImportRegister;
  readonly importTickets: ImportTickets;
  readonly reportDownloads: ReportDownloads;
}
