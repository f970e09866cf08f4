import { tenant } from "../../settings.ts";
import { openAttentions } from "../../shared/storage/attentions.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openMonthRegister } from "../../shared/storage/month-register.ts";
import { openObservations } from "../../shared/storage/observations.ts";
import { openTotalsReader } from "../../shared/storage/office-totals.ts";
import { openOpenings } from "../../shared/storage/openings.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openReportBuilds } from "../../shared/storage/report-builds.ts";
import { openRegisterDownloads, openRegisterReader } from "../../shared/storage/report-files.ts";
import { openReportWork } from "../../shared/storage/report-work.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openStaffRegister } from "../../shared/storage/staff-register.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openSupervision } from "../../shared/storage/supervision.ts";
import { openTakenCodes } from "../../shared/storage/taken-codes.ts";
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
