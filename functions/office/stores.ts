import { join } from "node:path";
import { tenant } from "../../settings.ts";
import { openTotalsReader } from "../../shared/storage/board/office-totals.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { calendarsOf } from "../runtime/calendars-of.ts";
import { environment, required } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { parseRevision } from "./revision.ts";

const stores = openStores(
  "office",
  { table: openDynamoDb() },
  { calendars: calendarsOf(tenant), totalsReader: openTotalsReader },
);

export const deps = {
  tenantAt: tenantInForce({ ...stores, tenant }, (depsNow) => depsNow.tenant),
  signIn: {
    customers: { issuer: required("CUSTOMERS_ISSUER"), clientId: required("CUSTOMERS_CLIENT_ID") },
    staff: { issuer: required("STAFF_ISSUER"), clientId: required("STAFF_CLIENT_ID") },
  },
  build: environment().build,
  revision: parseRevision(required("REVISION")),
  totals: stores.totalsReader,
  office: tenant.office.code.value,
  descriptionFile: join(import.meta.dirname, "openapi.json"),
};
