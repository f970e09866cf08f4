import { startStaffUpload as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { uploadTicket } from "./upload-ticket.ts";

/** A ticket for one of the staff to send one file. */
export const startStaffUpload = (desk: FilingsDesk) =>
  serve(route, ({ body, caller, now }) => uploadTicket(desk, caller, body, now));
