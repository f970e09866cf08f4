import { claimantsAttachmentsOf } from "../../shared/casework/case-attachments.ts";
import { shownDocuments } from "../../shared/casework/shown-documents.ts";
import { downloadDocument as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { neutralName } from "../../shared/storage/evidence.ts";
import { linkExpiry } from "../../shared/storage/presigned.ts";
import { serve } from "../runtime/serve.ts";
import { callersClaim } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Answers an address to download a document of the office that the claimant may see, or an attachment of theirs that
 * passed its check. Refuses `claim-not-found` if the customer neither filed nor opened the claim; `document-not-found`
 * if the claim has no such document or attachment.
 */
export const downloadDocument = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const found = await callersClaim(deps, request);
    if (!found.ok) return found;
    const { events } = found.value.file;
    const isAsked = ({ documentId }: { documentId: string }) => documentId === request.params.documentId;
    const attachment = claimantsAttachmentsOf(events).find((one) => isAsked(one) && one.state === "received");
    const asked =
      attachment ?? shownDocuments(found.value, "claimant").find(({ document }) => isAsked(document))?.document;
    if (!asked) return refused("document-not-found");
    const { documentId, fileName, sha256 } = asked;
    const url = attachment
      ? await deps.attachmentDownloads.link(documentId, neutralName(found.value.file.head.code, documentId, fileName))
      : await deps.documentDownloads.link(documentId, fileName);
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(request.now) });
  });
