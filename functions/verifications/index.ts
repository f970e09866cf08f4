import * as verificationRoutes from "../../shared/contract/seal/verification-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { deps } from "./stores.ts";
import { verifications } from "./verifications.ts";

export const handler = apiInForce(verificationRoutes, deps, verifications);
