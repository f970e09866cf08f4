import { join } from "node:path";
import { tenant } from "../../settings.ts";
import * as verificationRoutes from "../../shared/contract/verification-routes.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { openS3 } from "../../shared/storage/s3.ts";
import { openKms } from "../../shared/storage/seals.ts";
import { api } from "../runtime/api.ts";
import { cacheFor } from "../runtime/cache-for.ts";
import { now } from "../runtime/now.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { publishedIn } from "./published.ts";
import * as openers from "./stores.ts";
import { verifications } from "./verifications.ts";

const stores = openStores("verifications", { table: openDynamoDb(), bucket: openS3(), key: openKms() }, openers);
const published = publishedIn(join(import.meta.dirname, "published.json"));
/** Asked of the key service once a day and environment: a key is replaced by a deployment. */
const sealKey = cacheFor(stores.sealKey, 86_400);

export const handler = api(
  verificationRoutes,
  tenantInForce(tenant, stores.calendars, (tenantNow) =>
    verifications({
      ...stores,
      caseFiles: stores.caseReader,
      documents: stores.documentDownloads,
      digests: stores.digestReader,
      published,
      sealKey: () => sealKey(now()),
      tenant: tenantNow,
    }),
  ),
);
