import { tenant } from "../../settings.ts";
import * as reportRoutes from "../../shared/contract/report-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/import-files.ts";
import { openSqs } from "../../shared/storage/import-work.ts";
import { openMonthRegister } from "../../shared/storage/month-register.ts";
import { openReportBuilds } from "../../shared/storage/report-builds.ts";
import { openRegisterDownloads } from "../../shared/storage/report-files.ts";
import { openReportWork } from "../../shared/storage/report-work.ts";
import { wired } from "../../shared/wiring.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { reports } from "./reports.ts";

const client = openDynamoDb();
const names = wired("reports", process.env);

export const handler = api(
  reportRoutes,
  reports({
    tenant,
    months: openMonthRegister({ client, name: names.monthRegister }),
    builds: openReportBuilds({ client, name: names.reportBuilds }),
    work: openReportWork(names.reportWork, openSqs()),
    downloads: openRegisterDownloads({ client: openS3(), name: names.registerDownloads }),
  }),
  environment(),
);
