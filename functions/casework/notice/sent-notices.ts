import { openCase } from "../../../shared/casework/case/open-case.ts";
import {
  type SentNoticeView,
  sentNoticesView,
  withoutSecrets,
} from "../../../shared/casework/notice/sent-notices-view.ts";
import {
  listSentNotices as listRoute,
  showSentNotice as showRoute,
} from "../../../shared/contract/notice/sent-notice-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Answers the messages sent to the claimant, the last first, each with its delivery outcome. Refuses `claim-not-found`
 * if there is no such case or the caller may not read it.
 */
export const listSentNotices = (deps: CaseworkDeps) =>
  serve(listRoute, async ({ params, caller, now }) => {
    const opened = await openCase(deps, params.claimId, caller, now);
    return opened.ok ? ok({ sent: sentNoticesView(opened.value.file.events) }) : opened;
  });

/**
 * Answers the text of a message as it was sent, with dots in place of the keys and codes, which only the claimant may
 * know. Refuses `notice-not-found` if no message has that `seq` or its text was not kept; `claim-not-found` if there is
 * no such case or the caller may not read it.
 */
export const showSentNotice = (deps: CaseworkDeps) =>
  serve(showRoute, async ({ params, caller, now }) => {
    const { claimId, seq } = params;
    const opened = await openCase(deps, claimId, caller, now);
    if (!opened.ok) return opened;
    const isAsked = (one: SentNoticeView) => String(one.seq) === seq && one.sha256 !== undefined;
    const found = sentNoticesView(opened.value.file.events).find(isAsked);
    if (found?.sha256 === undefined)
      return refused("notice-not-found", { detail: "No guardamos el texto de ese aviso." });
    const { subject, text, secrets } = await deps.sentNotices.read(claimId, found.seq, found.sha256);
    return ok({ ...found, subject: withoutSecrets(subject, secrets), text: withoutSecrets(text, secrets) });
  });
