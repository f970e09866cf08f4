import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as attentionRoutes from "../../shared/contract/attention-routes.ts";
import * as reportRoutes from "../../shared/contract/report-routes.ts";
import { wired } from "../../shared/permissions.ts";
import { openAttentions } from "../../shared/storage/attentions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openCaseFiles } from "../../shared/storage/case-files.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openMonthRegister } from "../../shared/storage/month-register.ts";
import { openObservations } from "../../shared/storage/observations.ts";
import { openReportBuilds } from "../../shared/storage/report-builds.ts";
import { openRegisterDownloads, openReportFiles } from "../../shared/storage/report-files.ts";
import { openReportWork } from "../../shared/storage/report-work.ts";
import { openSubmissions } from "../../shared/storage/submissions.ts";
import { openSupervision } from "../../shared/storage/supervision.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { supervised } from "../runtime/supervised.ts";
import { reports } from "./reports.ts";

const client = openDynamoDb();
const s3 = openS3();
const names = wired("reports", process.env);
const calendars = openCalendars({ client, name: names.calendars }, seedOf(tenant));
const supervision = openSupervision({ client, name: names.supervision });
const deps = {
  caseFiles: openCaseFiles({ client, name: names.caseReader }),
  months: openMonthRegister({ client, name: names.monthRegister }),
  builds: openReportBuilds({ client, name: names.reportBuilds }),
  files: openReportFiles({ client: s3, name: names.registerDownloads }),
  work: openReportWork(names.reportWork, openSqs()),
  downloads: openRegisterDownloads({ client: s3, name: names.registerDownloads }),
  supervision,
  attentions: openAttentions({ client, name: names.attentions }),
  submissions: openSubmissions({ client, name: names.registeredItems }),
  observations: openObservations({ client, name: names.observations }),
};

const served = inForce(calendars.known, ({ versions, outages }) =>
  supervised(
    { supervision, office: tenant.office.code.value },
    reports({ ...deps, tenant: tenantWith(tenant, versions, outages) }),
  ),
);

export const handler = api({ ...reportRoutes, ...attentionRoutes }, served, environment());
