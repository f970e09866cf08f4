import { downloadFiledPaper as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { linkExpiry } from "../../shared/storage/evidence.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";

/** An address to download a paper of a filing: only of what came and passed, since the rest was never kept. */
export const downloadFiledPaper = ({ filings, paperDownloads }: FilingsDesk) =>
  serve(route, async ({ params, now }) => {
    const filing = await filings.find(params.filingId);
    if (!filing) return refused("filing-not-found");
    const paper = filing.papers.find(({ documentId }) => documentId === params.documentId);
    if (paper?.state !== "received") return refused("document-not-found");
    const { documentId, fileName, sha256 } = paper;
    return ok({ url: await paperDownloads.link(documentId, fileName), sha256, fileName, expiresAt: linkExpiry(now) });
  });
