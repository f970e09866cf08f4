import { pagePictures } from "../../../shared/casework/attachment/page-pictures.ts";
import { anyProblem, type ProblemDeps } from "../../../shared/casework/problem/problems.ts";
import { downloadProblemAttachment as route } from "../../../shared/contract/problem/desk-problem-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isKept } from "../../../shared/domain/filing/claim-form.ts";
import { type EvidenceDownloads, neutralName } from "../../../shared/storage/evidence.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";

export interface DeskProblemDeps extends ProblemDeps {
  readonly attachmentDownloads: EvidenceDownloads;
  readonly pageViews: EvidenceDownloads;
}

/**
 * Answers an address to download a file that was sent with a request for attention, and the addresses of its page
 * pictures, 20 at most. Refuses `problem-not-found` if there is no such request; `document-not-found` if the request
 * has no such file, or if the file never arrived or was refused by its check.
 */
export const downloadProblemAttachment = (deps: DeskProblemDeps) =>
  serve(route, async ({ params: { problemId, documentId }, now }) => {
    const found = await anyProblem(deps, problemId);
    if (!found.ok) return found;
    const { code, attachments = [] } = found.value;
    const filed = attachments.filter((attachment) => attachment.documentId === documentId);
    const [upload] = await deps.uploads.named(filed.map((attachment) => attachment.documentId));
    if (!upload || !isKept(upload.state)) return refused("document-not-found");
    const { fileName, sha256 } = upload;
    const url = await deps.attachmentDownloads.link(documentId, neutralName(code, documentId, fileName));
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(now), pages: await pagePictures(deps, documentId) });
  });
