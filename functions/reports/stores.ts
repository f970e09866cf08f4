import { tenant } from "../../settings.ts";
import { openTotalsReader } from "../../shared/storage/board/office-totals.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openTakenCodes } from "../../shared/storage/check/taken-codes.ts";
import { openAttentions } from "../../shared/storage/counter/attentions.ts";
import { openOpenings } from "../../shared/storage/counter/openings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openProblems } from "../../shared/storage/problem/problems.ts";
import { openMonthRegister } from "../../shared/storage/register/month-register.ts";
import { openObservations } from "../../shared/storage/register/observations.ts";
import { openReportBuilds } from "../../shared/storage/register/report-builds.ts";
import { openRegisterDownloads, openRegisterReader } from "../../shared/storage/register/report-files.ts";
import { openReportWork } from "../../shared/storage/register/report-work.ts";
import { openStaffRegister } from "../../shared/storage/register/staff-register.ts";
import { openSupervision } from "../../shared/storage/register/supervision.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { openStores } from "../runtime/open-stores.ts";

const clients = { table: openDynamoDb(), queue: openSqs() };
const stores = openStores("reports", clients, {
  calendars: calendarsOf(tenant),
  caseReader: openCaseFiles,
  totalsReader: openTotalsReader,
  registeredCases: openCaseFiles,
  registeredSubmissions: openSubmissions,
  supervision: openSupervision,
  enteredContacts: openAttentions,
  observations: openObservations,
  takenCodes: openTakenCodes,
  monthRegister: openMonthRegister,
  reportBuilds: openReportBuilds,
  reportWork: openReportWork,
  registerReader: openRegisterReader,
  registerDownloads: openRegisterDownloads,
  staffReader: openStaffRegister,
  registeredProblems: openProblems,
  openings: openOpenings,
  openingsReader: openOpenings,
});

export const deps = {
  ...stores,
  totals: stores.totalsReader,
  attentions: stores.enteredContacts,
  caseFiles: stores.registeredCases,
  submissions: stores.registeredSubmissions,
  months: stores.monthRegister,
  builds: stores.reportBuilds,
  work: stores.reportWork,
  files: stores.registerReader,
  downloads: stores.registerDownloads,
  problems: stores.registeredProblems,
  staffRegister: stores.staffReader,
  office: tenant.office.code.value,
  tenant,
};
