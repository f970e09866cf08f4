import { startUpload as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { uploadTicket } from "./upload-ticket.ts";

/** A ticket for a customer to send one file. */
export const startUpload = (desk: FilingsDesk) =>
  serve(route, ({ body, caller, now }) => uploadTicket(desk, caller, body, now));
