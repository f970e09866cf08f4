import type { ImportTickets, ReportDownloads } from "../../shared/storage/billing/import-files.ts";
import type { ImportRegister } from "../../shared/storage/billing/import-register.ts";
import type { ImportWork } from "../../shared/storage/billing/import-work.ts";
import type { StaffRegister } from "../../shared/storage/register/staff-register.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

export interface ImportDeps {
  readonly importWork: ImportWork;
  readonly staffRegister: Pick<StaffRegister, "recent">;
  readonly tenant: Tenant;
  readonly importRegister: ImportRegister;
  readonly importTickets: ImportTickets;
  readonly reportDownloads: ReportDownloads;
}
