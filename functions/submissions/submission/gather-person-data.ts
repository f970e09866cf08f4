import { refused } from "../../../shared/contract/refusals.ts";
import { gatherPersonData as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { stepSubmission } from "./step-submission.ts";

/**
 * Records `data-gathered`: the clerk orders the document of the data kept about the person who presented the
 * submission, and a worker makes it afterwards. Refuses `not-now` if the submission is no request for access to
 * personal data, has no account or no identity document to find the data by, or its data was gathered before. Also
 * refuses `submission-not-found`, `write-key-used` and `busy`, as every step of a submission may.
 */
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
