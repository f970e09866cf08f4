import { tenant } from "../../settings.ts";
import { seedOf, tenantWith } from "../../shared/casework/calendars-in-force.ts";
import * as officeRoutes from "../../shared/contract/office-routes.ts";
import { wired } from "../../shared/permissions.ts";
import { openCalendars } from "../../shared/storage/calendars.ts";
import { openDynamoDb } from "../../shared/storage/dynamodb.ts";
import { api } from "../runtime/api.ts";
import { environment, required } from "../runtime/environment.ts";
import { inForce } from "../runtime/in-force.ts";
import { showDescription } from "./show-description.ts";
import { showDueDates } from "./show-due-dates.ts";
import { showHealth } from "./show-health.ts";
import { showOffice } from "./show-office.ts";

const env = environment();
const signIn = {
  customers: { issuer: required("CUSTOMERS_ISSUER"), clientId: required("CUSTOMERS_CLIENT_ID") },
  staff: { issuer: required("STAFF_ISSUER"), clientId: required("STAFF_CLIENT_ID") },
};
const { calendars: name } = wired("office", process.env);
const calendars = openCalendars({ client: openDynamoDb(), name }, seedOf(tenant));
const tenantAt = inForce(calendars.known, ({ versions, outages }) => tenantWith(tenant, versions, outages));

export const handler = api(
  officeRoutes,
  {
    health: showHealth(env),
    dueDates: showDueDates({ tenantAt }),
    showOffice: showOffice({ tenantAt, signIn }),
    showDescription: showDescription(),
  },
  env,
);
