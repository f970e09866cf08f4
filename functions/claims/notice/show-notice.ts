import { showNotice as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { noticeOf, noticeView } from "./notice.ts";

/**
 * Answers the notice that a key opens. This acknowledges nothing, because programs that scan mail open links. Refuses
 * `notice-not-found` if the key opens no notice.
 */
export const showNotice = (deps: ClaimDeps) =>
  serve(route, async ({ params, now }) => {
    const notice = await noticeOf(deps, params.noticeKey, "recent");
    return notice.ok ? ok(noticeView(notice.value, deps.tenant, now)) : notice;
  });
