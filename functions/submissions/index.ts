import * as submissionRoutes from "../../shared/contract/submission/submission-routes.ts";
import { apiInForce } from "../runtime/api.ts";
import { asStaff } from "../runtime/as-staff.ts";
import { deps } from "./stores.ts";
import { submissions } from "./submissions.ts";

export const handler = apiInForce(submissionRoutes, deps, (now) => asStaff(now, submissions(now)));
