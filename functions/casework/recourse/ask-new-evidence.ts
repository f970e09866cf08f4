import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { serviceInstant } from "../../../shared/casework/delivery/clerk-notice-instant.ts";
import { serveActByEmail } from "../../../shared/casework/notice/serve-act-by-email.ts";
import { askNewEvidence as route } from "../../../shared/contract/recourse/recourse-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Asks the claimant, once, for the new evidence that a reconsideration lacks (digest 3.7): records `new-evidence-asked`
 * as of when staff notified them; by `email`, only `notice-dispatched`, and the other once they acknowledge it. Refuses
 * `not-now` if the evidence is there or was asked for, if staff's notice is not in effect yet or is more than one
 * working day old, or if an earlier e-mail is unacknowledged; `no-consent` if they take no notices by e-mail.
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
