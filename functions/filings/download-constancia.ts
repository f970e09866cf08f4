import { downloadConstancia as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingDocument } from "./filing-documents.ts";
import { ownFiling } from "./own-filing.ts";

/** An address to download the constancia of a filing's presentation, once it is made. */
export const downloadConstancia = (desk: FilingsDesk) =>
  serve(route, async ({ params, caller, now }) => {
    const own = await ownFiling(desk, caller.sub, params.filingId);
    return own.ok ? filingDocument(desk, own.value, "constancia", now) : own;
  });
