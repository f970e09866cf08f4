import * as routes from "../../shared/contract/claim/claims-function-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { claims } from "./claims.ts";
import { problems } from "./problem/problems.ts";
import { deps } from "./stores.ts";

export const handler = apiInForce(routes, deps, (depsNow) => ({ ...claims(depsNow), ...problems(depsNow) }));
