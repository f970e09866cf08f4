import { serviceInstant } from "../../shared/casework/service-instant.ts";
import { askNewEvidence as route } from "../../shared/contract/recourse-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { mailed } from "./serve-act-by-email.ts";

/**
 * Asks once for the new evidence that a reconsideration came without (digest 3.7). Notified by staff, it is recorded
 * with the instant of that service; sent by e-mail, only the notice is recorded, and the request when it is
 * acknowledged. Refuses `not-now` for a service that is late or to come, `no-consent` for an e-mail nobody agreed to.
 */
export const askNewEvidence = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, (at) => {
      const { text, how, deliveredAt } = request.body;
      const fact = { type: "new-evidence-asked", effectiveAt: at.now, by: request.caller, details: { text } } as const;
      if (how === "email") return mailed(deps, at, request.caller, { of: "new-evidence", says: [text], starts: fact });
      const effectiveAt = serviceInstant({ how, deliveredAt }, at);
      return effectiveAt.ok ? ok({ entries: [{ ...fact, effectiveAt: effectiveAt.value }] }) : effectiveAt;
    }),
  );
