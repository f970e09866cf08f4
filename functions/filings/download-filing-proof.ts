import { downloadFilingProof as route } from "../../shared/contract/filing-routes.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filingDocument } from "./filing-documents.ts";
import { ownFiling } from "./own-filing.ts";

/** An address for who presented a filing to download a paper the office made of it, once it is made. */
export const downloadFilingProof = (desk: FilingsDesk) =>
  serve(route, async ({ params: { filingId, document }, caller, now }) => {
    const own = await ownFiling(desk, caller.sub, filingId);
    return own.ok ? filingDocument(desk, own.value, document, now) : own;
  });
