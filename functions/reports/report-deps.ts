import type { TotalsReader } from "../../shared/storage/board/office-totals.ts";
import type { CaseFiles } from "../../shared/storage/case/case-files.ts";
import type { TakenCodes } from "../../shared/storage/check/taken-codes.ts";
import type { Attentions } from "../../shared/storage/counter/attentions.ts";
import type { Openings } from "../../shared/storage/counter/openings.ts";
import type { Problems } from "../../shared/storage/problem/problems.ts";
import type { MonthRegister } from "../../shared/storage/register/month-register.ts";
import type { Observations } from "../../shared/storage/register/observations.ts";
import type { ReportBuilds } from "../../shared/storage/register/report-builds.ts";
import type { RegisterDownloads, ReportFiles } from "../../shared/storage/register/report-files.ts";
import type { ReportWork } from "../../shared/storage/register/report-work.ts";
import type { StaffRegister } from "../../shared/storage/register/staff-register.ts";
import type { Supervision } from "../../shared/storage/register/supervision.ts";
import type { Submissions } from "../../shared/storage/submission/submissions.ts";
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
