import { downloadFilingDocument as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingDocument } from "./filing-documents.ts";

/** An address for the clerk to download or print a paper the office made of a filing. */
export const downloadFilingDocument = (desk: FilingsDesk) =>
  serve(route, async ({ params: { filingId, document }, now }) => {
    const filing = await desk.filings.find(filingId);
    return filing ? filingDocument(desk, filing, document, now) : refused("filing-not-found");
  });
