import { openCase } from "../../shared/casework/open-case.ts";
import { mostShown, pictureLinks } from "../../shared/casework/page-pictures.ts";
import { shownDocuments } from "../../shared/casework/shown-documents.ts";
import { showDocumentPages as route } from "../../shared/contract/case-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";

/**
 * Answers the pictures of a document of the office, 20 pages at most, by the SHA-256 of its bytes. If they were never
 * drawn, asks `accept-uploads` for them and answers `drawing`; `undrawable` if none could be drawn. Refuses
 * `claim-not-found` or `document-not-found` as `downloadCaseAttachment` does, before anything is asked for; attachments
 * are not found here.
 */
export const showDocumentPages = (deps: CaseworkDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const shown = shownDocuments(opened.value, "staff").map(({ document }) => document);
    const found = shown.find(({ documentId }) => documentId === params.documentId);
    if (!found) return refused("document-not-found");
    const { documentId, sha256 } = found;
    const drawn = await deps.documentPictures.pages(sha256);
    if (drawn === undefined && (await deps.documentPictures.ask(sha256, now)))
      await deps.uploadTasks.send({ kind: "draw-document", documentId, sha256 });
    const pages = await pictureLinks(deps.pageViews, sha256, drawn ?? 0);
    const state = drawn === undefined ? "drawing" : drawn === 0 ? "undrawable" : "drawn";
    return ok({ state, pages, more: (drawn ?? 0) > mostShown });
  });
