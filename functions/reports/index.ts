import { tenant } from "../../settings.ts";
import * as attentionRoutes from "../../shared/contract/attention-routes.ts";
import * as reportRoutes from "../../shared/contract/report-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { api } from "../runtime/api.ts";
import { openStores } from "../runtime/open-stores.ts";
import { supervised } from "../runtime/supervised.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { reports } from "./reports.ts";
import * as openers from "./stores.ts";

const stores = openStores("reports", { table: openDynamoDb(), bucket: openS3(), queue: openSqs() }, openers);

export const handler = api(
  { ...reportRoutes, ...attentionRoutes },
  tenantInForce(tenant, stores.calendars, (tenantNow) =>
    supervised(
      { supervision: stores.supervision, office: tenantNow.office.code.value },
      reports({
        ...stores,
        caseFiles: stores.registeredCases,
        submissions: stores.registeredSubmissions,
        months: stores.monthRegister,
        builds: stores.reportBuilds,
        work: stores.reportWork,
        files: stores.registerReader,
        downloads: stores.registerDownloads,
        tenant: tenantNow,
      }),
    ),
  ),
);
