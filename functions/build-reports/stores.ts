import { registers, tenant } from "../../settings.ts";
import { openBilledIn, openReceiptReader } from "../../shared/storage/billing/receipt-reader.ts";
import { openCaseFiles } from "../../shared/storage/case/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openProblems } from "../../shared/storage/problem/problems.ts";
import { openMonthRegister } from "../../shared/storage/register/month-register.ts";
import { openObservations } from "../../shared/storage/register/observations.ts";
import { openReportBuilds } from "../../shared/storage/register/report-builds.ts";
import { openReportFiles } from "../../shared/storage/register/report-files.ts";
import { openReportWork } from "../../shared/storage/register/report-work.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { openSubmissions } from "../../shared/storage/submission/submissions.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";

const clients = { table: openDynamoDb(), bucket: openS3(), queue: openSqs() };
const stores = openStores("build-reports", clients, {
  calendars: calendarsOf(tenant),
  caseReader: openCaseFiles,
  receiptReader: openReceiptReader,
  billedIn: openBilledIn,
  monthRegister: openMonthRegister,
  registeredProblems: openProblems,
  registeredSubmissions: openSubmissions,
  registeredObservations: openObservations,
  reportProgress: openReportBuilds,
  reportFiles: openReportFiles,
  reportWork: openReportWork,
});

export const deps = {
  ...stores,
  caseFiles: stores.caseReader,
  months: stores.monthRegister,
  problems: stores.registeredProblems,
  submissions: stores.registeredSubmissions,
  observations: stores.registeredObservations,
  builds: stores.reportProgress,
  files: stores.reportFiles,
  work: stores.reportWork,
  tenant,
  registers,
  now,
};
