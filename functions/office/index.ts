import * as officeRoutes from "../../shared/contract/office-routes.ts";
import { tenant } from "../../tenants/chosen.ts";
import { api } from "../runtime/api.ts";
import { environment } from "../runtime/environment.ts";
import { showDueDates } from "./show-due-dates.ts";
import { showHealth } from "./show-health.ts";

const env = environment();

export const handler = api(
  officeRoutes,
  { health: showHealth(env), dueDates: showDueDates({ calendars: tenant.calendars }) },
  env,
);
