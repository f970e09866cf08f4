import { serviceInstant } from "../../shared/casework/service-instant.ts";
import { askNewEvidence as route } from "../../shared/contract/recourse-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { editCase } from "./edit-case.ts";
import { mailed } from "./serve-act-by-email.ts";

/** Asks for what a reconsideration came without, once (digest 3.7): recorded once the claimant was told, or acknowledges. */
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
