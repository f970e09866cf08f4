import { editCase } from "../../../shared/casework/case/edit-case.ts";
import { recordStandingProof as route } from "../../../shared/contract/claim/admission-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsStandingProof } from "../../../shared/domain/counter/standing-proof.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";

/**
 * Records `standing-proved`: what the claimant showed to prove that they may claim. Refuses `not-now` if the claim does
 * not wait for such a proof. Answers the case. Also refuses `version-stale`, `write-key-used` and `busy` (`editCase`).
 */
export const recordStandingProof = (deps: CaseworkDeps) =>
  serve(route, (request) =>
    editCase(deps, request, ({ file, now }) => {
      const { body: details, caller: by } = request;
      if (!awaitsStandingProof(file.events))
        return refused("not-now", { detail: "En este reclamo no hay nada que probar de quien reclama." });
      return ok({ entries: [{ type: "standing-proved", effectiveAt: now, by, details }] });
    }),
  );
