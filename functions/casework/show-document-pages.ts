import { openCase } from "../../shared/casework/open-case.ts";
import { drawnPages } from "../../shared/casework/page-pictures.ts";
import { shownDocuments } from "../../shared/casework/shown-documents.ts";
import { showDocumentPages as route } from "../../shared/contract/case-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/**
 * Answers the pictures of a document of the office as `drawnPages` has them. Refuses `claim-not-found` or
 * `document-not-found` as `downloadCaseAttachment` does, before anything is asked for; attachments are not found here.
 */
export const showDocumentPages = (deps: CaseworkDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const shown = shownDocuments(opened.value, "staff").map(({ document }) => document);
    const found = shown.find(({ documentId }) => documentId === params.documentId);
    if (!found) return refused("document-not-found");
    return ok(await drawnPages(deps, found, now));
  });
