import { renewStaffUpload as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { renewedTicket } from "./upload-ticket.ts";

/** Another ticket for a file of one of the staff that did not arrive. */
export const renewStaffUpload = (desk: FilingsDesk) =>
  serve(route, ({ params, body, caller, now }) => renewedTicket(desk, caller.sub, { ...params, ...body }, now));
