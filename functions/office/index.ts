import { tenant } from "../../settings.ts";
import * as officeRoutes from "../../shared/contract/office-routes.ts";
import { api } from "../runtime/api.ts";
import { environment, required } from "../runtime/environment.ts";
import { showDescription } from "./show-description.ts";
import { showDueDates } from "./show-due-dates.ts";
import { showHealth } from "./show-health.ts";
import { showOffice } from "./show-office.ts";

const env = environment();
const signIn = {
  customers: { issuer: required("CUSTOMERS_ISSUER"), clientId: required("CUSTOMERS_CLIENT_ID") },
  staff: { issuer: required("STAFF_ISSUER"), clientId: required("STAFF_CLIENT_ID") },
};
const calendars = { COMPANY: tenant.calendars.COMPANY.value, USER: tenant.calendars.USER.value };

export const handler = api(
  officeRoutes,
  {
    health: showHealth(env),
    dueDates: showDueDates({ calendars }),
    showOffice: showOffice({ tenant, signIn }),
    showDescription: showDescription(),
  },
  env,
);
