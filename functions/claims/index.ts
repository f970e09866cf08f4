import { tenant } from "../../settings.ts";
import * as claimFileRoutes from "../../shared/contract/claim-file-routes.ts";
import * as claimRoutes from "../../shared/contract/claim-routes.ts";
import * as problemRoutes from "../../shared/contract/problem-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openSqs } from "../../shared/storage/sqs.ts";
import { api } from "../runtime/api.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { claims } from "./claims.ts";
import { problems } from "./problems.ts";
import * as openers from "./stores.ts";

const stores = openStores("claims", { table: openDynamoDb(), bucket: openS3(), queue: openSqs() }, openers);

export const handler = api(
  { ...claimRoutes, ...claimFileRoutes, ...problemRoutes },
  tenantInForce(tenant, stores.calendars, (tenantNow) => ({
    ...claims({ ...stores, tenant: tenantNow }),
    ...problems({ ...stores, tenant: tenantNow }),
  })),
);
