import { downloadFiledPaper as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filedPaper } from "./filing-documents.ts";

/** An address for the clerk to download a paper of a filing, or of what was brought or answered since. */
export const downloadFiledPaper = (desk: FilingsDesk) =>
  serve(route, async ({ params: { filingId, documentId }, now }) => {
    const filing = await desk.filings.find(filingId);
    return filing ? filedPaper(desk, filing, documentId, now) : refused("filing-not-found");
  });
