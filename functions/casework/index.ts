import * as routes from "../../shared/contract/case/casework-function-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { asStaff } from "../runtime/as-staff.ts";
import { supervised } from "../runtime/supervised.ts";
import { casework } from "./casework.ts";
import { deps } from "./stores.ts";

export const handler = apiInForce(routes, deps, (now) => supervised(deps, asStaff(deps, casework(now))));
