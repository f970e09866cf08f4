import { gatherPersonData as route } from "../../shared/contract/desk-submission-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { stepSubmission } from "./step-submission.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";

/** Asks, once, for the attachment of what is kept of who asks to see their data; who asked for it stands in the submission. */
export const gatherPersonData = (deps: SubmissionsDeps) =>
  serve(route, ({ params, caller, write, now }) =>
    stepSubmission(deps, params.submissionId, { write, now }, ({ kind, sub, identity, entries }) => {
      if (kind !== "data-access")
        return refused("not-now", { detail: "Solo se reúnen los datos de quien pide ver los suyos." });
      if (sub === undefined || !identity)
        return refused("not-now", {
          detail:
            "Este pedido no vino de una cuenta con su documento de identidad: por cuenta no se encuentra nada. Busca sus suministros y reclamos en la mesa.",
        });
      if (entries.some(({ type }) => type === "data-gathered"))
        return refused("not-now", { detail: "Sus datos ya se reunieron: descárgalos aquí." });
      return ok({ step: { entry: { type: "data-gathered", at: now, by: caller.sub } } });
    }),
  );
