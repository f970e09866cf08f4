import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openMonthRegister } from "../../shared/storage/month-register.ts";
import { openObservations } from "../../shared/storage/observations.ts";
import { openProblems } from "../../shared/storage/problems.ts";
import { openReceiptReader, receiptsOfMonth } from "../../shared/storage/receipt-reader.ts";
import { openReportBuilds } from "../../shared/storage/report-builds.ts";
import { openReportFiles } from "../../shared/storage/report-files.ts";
import { openReportWork } from "../../shared/storage/report-work.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { inForce } from "../runtime/in-force.ts";
import { now } from "../runtime/now.ts";
import { worker } from "../runtime/worker.ts";
import { reportMessages } from "./report-messages.ts";

const client = openDynamoDb();
const names = wired("build-reports", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));
const billing = { client, name: names.receiptReader };

const handle = inForce(calendars.known, ({ versions, outages }) =>
  reportMessages({
    tenant: tenantWith(tenant, versions, outages),
    caseFiles: openCaseFiles({ client, name: names.caseReader }),
    receiptReader: openReceiptReader(billing, tenant.code),
    billedIn: async (supplyCode, periods) =>
      (await Promise.all(periods.map((period) => receiptsOfMonth(billing, tenant.code, supplyCode, period)))).flat(),
    months: openMonthRegister({ client, name: names.monthRegister }),
    problems: openProblems({ client, name: names.registeredItems }),
    submissions: openSubmissions({ client, name: names.registeredItems }),
    observations: openObservations({ client, name: names.registeredItems }),
    builds: openReportBuilds({ client, name: names.reportBuilds }),
    files: openReportFiles({ client: openS3(), name: names.reportFiles }),
    work: openReportWork(names.reportWork, openSqs()),
    now,
    claimsPerPart: 200,
  }),
);

export const handler = worker(async (body) => (await handle(now()))(body));
