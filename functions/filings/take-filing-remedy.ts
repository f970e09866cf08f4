import { takeFilingRemedy as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { remediedFiling } from "./remedied-filing.ts";

/** Takes what a person brought to mend an observed document. */
export const takeFilingRemedy = (desk: FilingsDesk) =>
  serve(route, ({ params, body, caller, write, now }) =>
    remediedFiling(desk, caller, { filingId: params.filingId, ...body, write }, now),
  );
