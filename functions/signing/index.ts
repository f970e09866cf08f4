import * as signingRoutes from "../../shared/contract/resolution/signing-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { asStaff } from "../runtime/as-staff.ts";
import { signing } from "./signing.ts";
import { deps } from "./stores.ts";

export const handler = apiInForce(signingRoutes, deps, (now) => asStaff(now, signing(now)));
