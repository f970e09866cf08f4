import type { MonthRegister } from "../../shared/storage/month-register.ts";
import type { ReportBuilds } from "../../shared/storage/report-builds.ts";
import type { RegisterDownloads } from "../../shared/storage/report-files.ts";
import type { ReportWork } from "../../shared/storage/report-work.ts";
import type { Tenant } from "../../tenants/tenant.ts";

/** What the operations on registers and reports work with. */
export interface ReportDesk {
  readonly tenant: Tenant;
  readonly months: MonthRegister;
  readonly builds: ReportBuilds;
  readonly work: ReportWork;
  readonly downloads: RegisterDownloads;
}
