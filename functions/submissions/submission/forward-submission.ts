import { refused } from "../../../shared/contract/refusals.ts";
import { forwardSubmission as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isActOfClaim } from "../../../shared/domain/submission/submission.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { stepSubmission } from "./step-submission.ts";

/**
 * Forwards a received submission to another area, with the reason; it stays on the clerk's list until it is answered.
 * Refuses `not-now` if the office has no such area, or the submission is not `received`, is an act of a claim or has an
 * answer. Also refuses `submission-not-found`, `write-key-used` and `busy`, as every step of a submission may.
 */
export const forwardSubmission = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body: { area, reason }, caller, write, now }) =>
    stepSubmission(deps, params.submissionId, { write, now }, ({ state, kind, answeredAt }) => {
      if (!deps.tenant.office.areas.value.includes(area))
        return refused("not-now", { detail: "Esa área no existe. Elige una de la lista." });
      if (state !== "received" || isActOfClaim(kind))
        return refused("not-now", {
          detail: "Primero recibe el documento; un recurso o una queja sigue en su reclamo.",
        });
      if (answeredAt !== undefined) return refused("not-now", { detail: "Este documento ya tiene respuesta." });
      return ok({
        step: { entry: { type: "forwarded", at: now, by: caller.sub, to: area, text: reason }, set: { area } },
      });
    }),
  );
