import { attachmentsOf } from "../../../shared/casework/attachment/case-attachments.ts";
import { pagePictures } from "../../../shared/casework/attachment/page-pictures.ts";
import { uploadOf } from "../../../shared/casework/attachment/signed-upload.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { openCase } from "../../../shared/casework/case/open-case.ts";
import { shownDocuments } from "../../../shared/casework/case-copy/shown-documents.ts";
import { downloadCaseAttachment as route } from "../../../shared/contract/case/case-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isKept } from "../../../shared/domain/filing/claim-form.ts";
import { neutralName } from "../../../shared/storage/evidence.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Answers an address to download a `received` or `unreadable` attachment, or a document of the office: a draft sent to
 * signature too, but not the claim's cargo, which has the claimant's key. `pages` has the addresses of at most 20 page
 * pictures of an attachment or a signed file; it is empty for others. Refuses `document-not-found` if the case
 * has no such file; `claim-not-found` if there is no such case or the caller may not read it.
 */
export const downloadCaseAttachment = (deps: CaseworkDeps) =>
  serve(route, async ({ params, caller, now }) => {
    const recent = await openCase(deps, params.claimId, caller, now, "recent");
    const isThere = recent.ok && filesIn(recent.value, params.documentId).found !== undefined;
    const opened = isThere ? recent : await openCase(deps, params.claimId, caller, now);
    if (!opened.ok) return opened;
    const { attachment, found } = filesIn(opened.value, params.documentId);
    if (!found) return refused("document-not-found");
    const { documentId, fileName, sha256 } = found;
    const { code } = opened.value.filing.details;
    const { events } = opened.value.file;
    const url = await (attachment
      ? deps.attachmentDownloads.link(documentId, neutralName(code, documentId, fileName))
      : deps.documentDownloads.link(documentId, fileName));
    const pictured = attachment ? documentId : uploadOf(events, documentId);
    const pages = pictured === undefined ? [] : await pagePictures(deps, pictured);
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(now), pages });
  });

/** Returns the file that a case has with an id: an attachment, or a document of the office that staff may see. */
function filesIn(at: CaseAt, id: string) {
  const isAsked = ({ documentId }: { documentId: string }) => documentId === id;
  const attachment = attachmentsOf(at.file.events).find((one) => isAsked(one) && isKept(one.state));
  const document = shownDocuments(at, "staff").find((one) => isAsked(one.document))?.document;
  return { attachment, found: attachment ?? document };
}
