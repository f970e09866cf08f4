import { tenant } from "../../settings.ts";
import * as submissionRoutes from "../../shared/contract/submission-routes.ts";
import { openDynamoDb, transactIn } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { api } from "../runtime/api.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import * as openers from "./stores.ts";
import { submissions } from "./submissions.ts";

const client = openDynamoDb();
const stores = openStores("submissions", { table: client, bucket: openS3() }, openers);

export const handler = api(
  submissionRoutes,
  tenantInForce(tenant, stores.calendars, (tenantNow) =>
    submissions({ ...stores, transact: transactIn(client), tenant: tenantNow }),
  ),
);
