import * as claimFileRoutes from "../../shared/contract/claim-file-routes.ts";
import * as claimRoutes from "../../shared/contract/claim-routes.ts";
import * as openRoutes from "../../shared/contract/open-routes.ts";
import * as problemRoutes from "../../shared/contract/problem-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { claims } from "./claims.ts";
import { problems } from "./problems.ts";
import { deps } from "./stores.ts";

export const handler = apiInForce(
  { ...claimRoutes, ...claimFileRoutes, ...problemRoutes, ...openRoutes },
  deps,
  (depsNow) => ({
    ...claims(depsNow),
    ...problems(depsNow),
  }),
);
