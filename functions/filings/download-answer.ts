import { downloadAnswer as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filedPaper } from "./filing-documents.ts";
import { ownFiling } from "./own-filing.ts";

/** An address for the customer to download a file that answers their filing. */
export const downloadAnswer = (desk: FilingsDesk) =>
  serve(route, async ({ params: { filingId, documentId }, caller, now }) => {
    const own = await ownFiling(desk, caller.sub, filingId);
    if (!own.ok) return own;
    const answers = own.value.entries.filter(({ type }) => type === "answered");
    return answers.some(({ papers = [] }) => papers.some((paper) => paper.documentId === documentId))
      ? filedPaper(desk, own.value, documentId, now)
      : refused("document-not-found");
  });
