import { caseNow } from "../../../shared/casework/case/case-at.ts";
import { downloadNotified as route } from "../../../shared/contract/claim/claim-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { documentOfRecord } from "../../../shared/domain/resolution/frozen-documents.ts";
import { linkExpiry } from "../../../shared/storage/resolution/presigned.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { acknowledgementOf, deemedServedOn, noticed, noticeOf } from "../notice/notice.ts";

/**
 * Answers an address to download the resolution that a notice notifies. Refuses `notice-not-found` if the key opens no
 * notice; `not-now` if the notice is neither acknowledged nor deemed served by mailbox, or if it notifies an act other
 * than a resolution.
 */
export const downloadNotified = (deps: ClaimDeps) =>
  serve(route, async ({ params, now }) => {
    const notice = await noticeOf(deps, params.noticeKey);
    if (!notice.ok) return notice;
    const { file, noticeId } = notice.value;
    const { issued } = noticed(notice.value);
    if (!issued)
      return refused("not-now", { detail: "Esta notificación no trae un documento aparte: léela aquí mismo." });
    const tookEffect =
      acknowledgementOf(file.events, noticeId) ?? deemedServedOn(notice.value, caseNow(file, deps.tenant, now));
    if (!tookEffect) return refused("not-now", { detail: "Primero confirma que recibiste esta notificación." });
    const { documentId, fileName, sha256 } = documentOfRecord(file.events, {
      seq: issued.seq,
      document: issued.details.document,
    });
    const url = await deps.documentDownloads.link(documentId, fileName);
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
  });
