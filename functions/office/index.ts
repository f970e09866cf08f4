import { tenant } from "../../settings.ts";
import { seedOf } from "../../shared/casework/calendars-in-force.ts";
import * as officeRoutes from "../../shared/contract/office-routes.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { api } from "../runtime/api.ts";
import { environment, required } from "../runtime/environment.ts";
import { openStores } from "../runtime/open-stores.ts";
import { tenantInForce } from "../runtime/tenant-in-force.ts";
import { showDescription } from "./show-description.ts";
import { showDueDates } from "./show-due-dates.ts";
import { showHealth } from "./show-health.ts";
import { showOffice } from "./show-office.ts";

const signIn = {
  customers: { issuer: required("CUSTOMERS_ISSUER"), clientId: required("CUSTOMERS_CLIENT_ID") },
  staff: { issuer: required("STAFF_ISSUER"), clientId: required("STAFF_CLIENT_ID") },
};
const { calendars } = openStores(
  "office",
  { table: openDynamoDb() },
  { calendars: (table) => openCalendars(table, seedOf(tenant)) },
);
const tenantAt = tenantInForce(tenant, calendars, (tenantNow) => tenantNow);

export const handler = api(officeRoutes, {
  health: showHealth(environment()),
  dueDates: showDueDates({ tenantAt }),
  showOffice: showOffice({ tenantAt, signIn }),
  showDescription: showDescription(),
});
