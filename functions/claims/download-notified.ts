import { downloadNotified as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { linkExpiry } from "../../shared/storage/evidence.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";
import { acknowledgementOf, noticed, noticeOf } from "./notice.ts";

/** An address for the resolution a notice tells, once it was acknowledged. */
export const downloadNotified = (desk: ClaimDesk) =>
  serve(route, async ({ params, now }) => {
    const notice = await noticeOf(desk, params.noticeKey);
    if (!notice.ok) return notice;
    const { file, noticeId } = notice.value;
    if (!acknowledgementOf(file.events, noticeId))
      return refused("not-now", { detail: "Primero confirma que recibiste esta notificación." });
    const { documentId, fileName, sha256 } = noticed(notice.value).issued.details.document;
    const url = await desk.documentDownloads.link(documentId, fileName);
    return ok({ url, sha256, fileName, expiresAt: linkExpiry(now) });
  });
