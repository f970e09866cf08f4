import * as exchangeRoutes from "../../shared/contract/billing/exchange-routes.ts";
import * as deskRoutes from "../../shared/contract/desk-routes.ts";
import * as calendarRoutes from "../../shared/contract/term/calendar-routes.ts";
import * as valueRoutes from "../../shared/contract/value/value-routes.ts";
import * as accessRoutes from "../../shared/contract/work/access-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { asStaff } from "../runtime/as-staff.ts";
import { administration } from "./administration.ts";
import { deps } from "./stores.ts";

const routes = { ...deskRoutes, ...exchangeRoutes, ...calendarRoutes, ...accessRoutes, ...valueRoutes };
export const handler = apiInForce(routes, deps, (now) => asStaff(now, administration(now)));
