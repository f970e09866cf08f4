import { remedyFiling as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { ownFiling } from "./own-filing.ts";
import { remediedFiling } from "./remedied-filing.ts";

/** Mends an observed document of the customer's. */
export const remedyFiling = (desk: FilingsDesk) =>
  serve(route, async ({ params, body, caller, write, now }) => {
    const own = await ownFiling(desk, caller.sub, params.filingId);
    return own.ok ? remediedFiling(desk, caller, { filingId: params.filingId, ...body, write }, now) : own;
  });
