import { serviceInstant } from "../../shared/casework/clerk-notice-instant.ts";
import { askNewEvidence as route } from "../../shared/contract/recourse-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { serveActByEmail } from "./serve-act-by-email.ts";

/**
 * Asks the claimant, once, for the new evidence that a reconsideration lacks (digest 3.7). If `how` is `email`, records
 * only `notice-dispatched`; `new-evidence-asked` follows when the claimant acknowledges the e-mail. Otherwise records
 * `new-evidence-asked`, effective when staff notified the claimant. Refuses `not-now` if the evidence is there or was
 * asked for; if staff's notification has not taken effect yet, or did more than one working day ago; or if an earlier
 * e-mail was not acknowledged yet. Refuses `no-consent` if the claimant takes no notices by e-mail.
 */
export const askNewEvidence = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) => {
      const { text, how, deliveredAt } = request.body;
      const fact = { type: "new-evidence-asked", effectiveAt: at.now, by: request.caller, details: { text } } as const;
      if (how === "email")
        return serveActByEmail(deps, at, request.caller, { of: "new-evidence", says: [text], starts: fact });
      const effectiveAt = serviceInstant({ how, deliveredAt }, at);
      return effectiveAt.ok ? ok({ entries: [{ ...fact, effectiveAt: effectiveAt.value }] }) : effectiveAt;
    }),
  );
