import { pagePictures } from "../../shared/casework/page-pictures.ts";
import { downloadFiledPaper as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { filedPaper } from "./filing-documents.ts";

/** Addresses for the clerk of a paper of a filing and its pages, or of what was brought or answered since. */
export const downloadFiledPaper = (desk: FilingsDesk) =>
  serve(route, async ({ params: { filingId, documentId }, now }) => {
    const filing = await desk.filings.find(filingId);
    if (!filing) return refused("filing-not-found");
    const paper = await filedPaper(desk, filing, documentId, now);
    return paper.ok ? ok({ ...paper.value, pages: await pagePictures(desk, documentId) }) : paper;
  });
