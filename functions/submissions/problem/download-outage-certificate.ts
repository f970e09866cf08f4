import { downloadOutageCertificate as route } from "../../../shared/contract/problem/outage-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Answers anybody an address to download the certificate of an outage, which names no person. Refuses
 * `outage-not-found` if there is no such outage; `document-not-ready` if its certificate is not made yet.
 */
export const downloadOutageCertificate = ({ outages, documentDownloads }: SubmissionsDeps) =>
  serve(route, async ({ params: { outageId }, now }) => {
    const outage = await outages.find(outageId);
    if (!outage) return refused("outage-not-found");
    if (!outage.certificate) return refused("document-not-ready");
    const { documentId, fileName, sha256 } = outage.certificate;
    return ok({
      url: await documentDownloads.link(documentId, fileName),
      sha256,
      fileName,
      expiresAt: linkExpiry(now),
    });
  });
