import { showUpload as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { ownUpload } from "./own-upload.ts";

/** Whether a file of the customer came and passed. */
export const showUpload = (desk: FilingsDesk) =>
  serve(route, ({ params, caller }) => ownUpload(desk, caller.sub, params.uploadId));
