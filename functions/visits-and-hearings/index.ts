import * as routes from "../../shared/contract/visit/visits-and-hearings-function-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { asStaff } from "../runtime/as-staff.ts";
import { deps } from "./stores.ts";
import { visitsAndHearings } from "./visits-and-hearings.ts";

export const handler = apiInForce(routes, deps, (now) => asStaff(deps, visitsAndHearings(now)));
