import { renewUpload as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { renewedTicket } from "./upload-ticket.ts";

/** Another ticket for a customer's file that did not arrive. */
export const renewUpload = (desk: FilingsDesk) =>
  serve(route, ({ params, body, caller, now }) => renewedTicket(desk, caller.sub, { ...params, ...body }, now));
