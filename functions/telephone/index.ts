import * as routes from "../../shared/contract/counter/telephone-function-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { asStaff } from "../runtime/as-staff.ts";
import { calls } from "./counter/calls.ts";
import { deskProblems } from "./problem/desk-problems.ts";
import { deps } from "./stores.ts";
import { telephone } from "./telephone.ts";

export const handler = apiInForce(routes, deps, (now) =>
  asStaff(deps, { ...telephone(now), ...deskProblems(now), ...calls(now) }),
);
