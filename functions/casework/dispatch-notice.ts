import { randomUUID } from "node:crypto";
import type { CaseAt } from "../../shared/casework/case-at.ts";
import { newSecret } from "../../shared/casework/new-ids.ts";
import { claimantNow, consentsTo, noticeAddress, whyNotByMail } from "../../shared/casework/notice-consent.ts";
import { dispatchNotice as route } from "../../shared/contract/notice-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";

/**
 * Records `resolution-dispatched`: the decision is on its way to the claimant; sends nothing itself. The entry has a
 * new key that opens the notice or, for `personal`, their address (`domicilio del suministro` if they gave none).
 * Refuses `no-consent` if they did not agree to `email` or `mailbox`, their e-mail takes no mail or the utility has no
 * mailbox; `not-now` if no signed decision waits to be notified. Answers the case. Also refuses as `editCase`.
 */
export const dispatchNotice = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) => {
      const { now } = at;
      const { channel } = request.body;
      const noticeId = randomUUID();
      const fact = { type: "resolution-dispatched", effectiveAt: now, by: request.caller } as const;
      if (channel === "personal") {
        const to = claimantNow(at).address || "domicilio del suministro";
        return ok({ entries: [{ ...fact, channel, details: { noticeId, to } }] });
      }
      const to = channel === "email" ? noticeAddress(at) : mailboxOf(at);
      if (to === undefined) return refused("no-consent", channel === "email" ? whyNotByMail(at) : {});
      const noticeKey = newSecret();
      return ok({
        entries: [{ ...fact, channel, details: { noticeId, to, noticeKey } }],
        also: [deps.caseFiles.noticeWrite(noticeKey, request.params.claimId, noticeId)],
      });
    }),
  );

/**
 * Returns the name of the mailbox as an addressee; undefined if the utility has none or the claimant did not agree to
 * it.
 */
function mailboxOf(at: CaseAt): string | undefined {
  return at.law.notification.mailbox && consentsTo("mailbox", at) ? "casilla electrónica" : undefined;
}
