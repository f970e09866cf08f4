import type { Attentions } from "../../shared/storage/attentions.ts";
import type { CaseFiles } from "../../shared/storage/case-files.ts";
import type { MonthRegister } from "../../shared/storage/month-register.ts";
import type { Observations } from "../../shared/storage/observations.ts";
import type { TotalsReader } from "../../shared/storage/office-totals.ts";
import type { Openings } from "../../shared/storage/openings.ts";
import type { Problems } from "../../shared/storage/problems.ts";
import type { ReportBuilds } from "../../shared/storage/report-builds.ts";
import type { RegisterDownloads, ReportFiles } from "../../shared/storage/report-files.ts";
import type { ReportWork } from "../../shared/storage/report-work.ts";
import type { StaffRegister } from "../../shared/storage/staff-register.ts";
import type { Submissions } from "../../shared/storage/submissions.ts";
import type { Supervision } from "../../shared/storage/supervision.ts";
import type { TakenCodes } from "../../shared/storage/taken-codes.ts";
import type { Tenant } from "../../shared/tenant/tenant.ts";

export interface ReportDeps {
  readonly tenant: Tenant;
  readonly caseReader: Pick<CaseFiles, "read">;
  readonly totals: TotalsReader;
  readonly caseFiles: Pick<CaseFiles, "heads" | "numbered">;
  readonly months: MonthRegister;
  readonly builds: ReportBuilds;
  readonly files: Pick<ReportFiles, "read">;
  readonly work: ReportWork;
  readonly downloads: RegisterDownloads;
  readonly supervision: Supervision;
  readonly attentions: Pick<Attentions, "list" | "counts">;
  readonly observations: Observations;
  readonly takenCodes: TakenCodes;
  readonly submissions: Pick<Submissions, "named">;
  readonly problems: Pick<Problems, "found">;
  readonly staffRegister: Pick<StaffRegister, "recent">;
  readonly openingsReader: Pick<Openings, "list" | "between">;
}
