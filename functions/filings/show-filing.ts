import { showFiling as route } from "../../shared/contract/filing-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";
import { ownFiling } from "./own-filing.ts";

/** One filing of the customer's: when it was presented, what the clerk found. */
export const showFiling = (desk: FilingsDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const filing = await ownFiling(desk, caller.sub, params.filingId);
    return filing.ok ? ok(filingView(filing.value, desk.tenant, now)) : filing;
  });
