import * as signingRoutes from "../../shared/contract/signing-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { signing } from "./signing.ts";
import { deps } from "./stores.ts";

export const handler = apiInForce(signingRoutes, deps, signing);
