import { tenant } from "../../settings.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { handleInForce } from "../runtime/tenant-in-force.ts";
import { worker } from "../runtime/worker.ts";
import { reportMessages } from "./report-messages.ts";
import * as openers from "./stores.ts";

const stores = openStores("build-reports", { table: openDynamoDb(), bucket: openS3(), queue: openSqs() }, openers);

export const handler = worker(
  handleInForce(tenant, stores.calendars, (tenantNow) =>
    reportMessages({
      tenant: tenantNow,
      caseFiles: stores.caseReader,
      receiptReader: stores.receiptReader,
      billedIn: stores.billedIn,
      months: stores.monthRegister,
      problems: stores.registeredProblems,
      submissions: stores.registeredSubmissions,
      observations: stores.registeredObservations,
      builds: stores.reportBuilds,
      files: stores.reportFiles,
      work: stores.reportWork,
      now,
      claimsPerPart: 200,
    }),
  ),
);
