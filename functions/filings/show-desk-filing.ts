import { showDeskFiling as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingView } from "./filing-view.ts";

/** One filing as the clerk sees it. */
export const showDeskFiling = ({ filings, tenant }: FilingsDesk) =>
  serve(route, async ({ params, now }) => {
    const filing = await filings.find(params.filingId);
    return filing ? ok(filingView(filing, tenant, now)) : refused("filing-not-found");
  });
