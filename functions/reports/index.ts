import * as boardRoutes from "../../shared/contract/board/board-routes.ts";
import * as attentionRoutes from "../../shared/contract/counter/attention-routes.ts";
import * as reportRoutes from "../../shared/contract/register/report-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { asStaff } from "../runtime/as-staff.ts";
import { supervised } from "../runtime/supervised.ts";
import { reports } from "./reports.ts";
import { deps } from "./stores.ts";

export const handler = apiInForce({ ...reportRoutes, ...boardRoutes, ...attentionRoutes }, deps, (depsNow) =>
  supervised(deps, asStaff(deps, reports(depsNow))),
);
