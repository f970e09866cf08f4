import { drawnPages } from "../../../shared/casework/attachment/page-pictures.ts";
import { openCase } from "../../../shared/casework/case/open-case.ts";
import { shownDocuments } from "../../../shared/casework/case-copy/shown-documents.ts";
import { actRoles } from "../../../shared/contract/case/case-edits.ts";
import { showDocumentPages as route } from "../../../shared/contract/case/case-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/** Whether the caller may see how the draft of a resolution would be printed. */
const mayPreview = ({ roles }: Staff): boolean => actRoles.previewResolution.some((role) => roles.includes(role));

/**
 * Answers the pictures of a document of the office, or of the draft as it was printed last, as `drawnPages` has them.
 * Refuses `claim-not-found` or `document-not-found` as `downloadCaseAttachment` does, before anything is asked for;
 * attachments are not found here, nor the draft by who may not print it.
 */
export const showDocumentPages = (deps: CaseworkDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const shown = shownDocuments(opened.value, "staff").map(({ document }) => document);
    const { draft } = opened.value.file;
    const preview = draft?.printed && mayPreview(caller) ? [draft.printed] : [];
    const found = [...shown, ...preview].find(({ documentId }) => documentId === params.documentId);
    if (!found) return refused("document-not-found");
    return ok(await drawnPages(deps, found, now));
  });
