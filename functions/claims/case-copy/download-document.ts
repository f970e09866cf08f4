import { claimantsAttachmentsOf } from "../../../shared/casework/attachment/case-attachments.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { shownDocuments } from "../../../shared/casework/case-copy/shown-documents.ts";
import { downloadDocument as route } from "../../../shared/contract/claim/claim-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { neutralName } from "../../../shared/storage/evidence.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";
import { callersClaim } from "../claim/callers-claim.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers an address to download a document of the office that the claimant may see, or an attachment of theirs that
 * passed its check. Refuses `claim-not-found` if the customer neither filed nor opened the claim; `document-not-found`
 * if the claim has no such document or attachment.
 */
export const downloadDocument = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { documentId } = request.params;
    const recent = await callersClaim(deps, request, "recent");
    if (!recent.ok) return recent;
    // Nobody knows the id of a document that came a moment ago but who was shown it a moment ago.
    const found = filesIn(recent.value, documentId).length > 0 ? recent : await callersClaim(deps, request);
    if (!found.ok) return found;
    const [asked] = filesIn(found.value, documentId);
    if (!asked) return refused("document-not-found");
    const { isAttachment, fileName, sha256 } = asked;
    const url = isAttachment
      ? await deps.attachmentDownloads.link(documentId, neutralName(found.value.file.head.code, documentId, fileName))
      : await deps.documentDownloads.link(documentId, fileName);
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(request.now) });
  });

/** Returns the claimant's attachments and the office's documents with an id that the claimant may have: one or none. */
function filesIn(at: CaseAt, id: string) {
  const attachments = claimantsAttachmentsOf(at.file.events).filter(({ state }) => state === "received");
  const documents = shownDocuments(at, "claimant").map(({ document }) => document);
  return [
    ...attachments.map((one) => ({ ...one, isAttachment: true })),
    ...documents.map((one) => ({ ...one, isAttachment: false })),
  ].filter(({ documentId }) => documentId === id);
}
