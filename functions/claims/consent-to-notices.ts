import type { CaseAt } from "../../shared/casework/case-at.ts";
import { claimantNow, consentsTo } from "../../shared/casework/notice-consent.ts";
import { recordedToday } from "../../shared/casework/recorded-today.ts";
import { consentToNotices as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/** Changes of consent that a claim takes in a day, more than anybody needs. */
const mostChanges = 10;

/**
 * Records `notice-consent`: the claimant agrees to be notified by a channel, or no longer agrees. Writes nothing if
 * they say what is already recorded. Refuses `not-now` if they agree to `email` but the claim has no address, if they
 * agree to `mailbox` but the utility has none, or if they changed their consents ten times today. Also refuses as
 * `recordInCallersClaim` does: used key, busy.
 */
export const consentToNotices = (deps: ClaimDeps) =>
  serve(route, async (request) => {
    const { body, caller: by } = request;
    const recorded = await recordInCallersClaim(deps, request, (at) => {
      const why = body.granted && cannotBeNotified(at, body.channel);
      if (why) return refused("not-now", { detail: why });
      if (consentsTo(body.channel, at) === body.granted) return ok({ entries: [] });
      if (recordedToday(at, "notice-consent") >= mostChanges)
        return refused("not-now", { detail: "Hoy ya lo cambiaste muchas veces. Sigue mañana, o llama a la oficina." });
      return ok({ entries: [{ type: "notice-consent", effectiveAt: at.now, by, details: body }] });
    });
    return recorded.ok ? ok(viewFor(recorded.value, by, deps.tenant)) : recorded;
  });

/** Returns why the claimant cannot be notified by the channel, for them to read; undefined if they can. */
function cannotBeNotified(at: CaseAt, channel: RequestOf<typeof route>["body"]["channel"]): string | undefined {
  if (channel === "mailbox") return at.law.notification.mailbox ? undefined : "Todavía no usamos casilla electrónica.";
  return claimantNow(at).email === undefined ? "En este reclamo no dejaste un correo." : undefined;
}
