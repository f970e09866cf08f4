import { refused } from "../../../shared/contract/refusals.ts";
import { discardRecourse as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isPossibleRecourse } from "../../../shared/domain/submission/submission.ts";
import { serve } from "../../runtime/serve.ts";
import { stepSubmission } from "../submission/step-submission.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";

/**
 * Records that a submission is not the recourse it may be, with the reason; nothing waits for that any more. Refuses
 * `not-now` if nobody said it is against a decision, or it was taken or discarded before. Also refuses
 * `submission-not-found`, `write-key-used` and `busy`, as every step of a submission may.
 */
export const discardRecourse = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body: { reason }, caller, write, now }) =>
    stepSubmission(deps, params.submissionId, { write, now }, (submission) => {
      if (!isPossibleRecourse(submission))
        return refused("not-now", { detail: "Este documento no espera que se decida si es un recurso." });
      const entry = { type: "not-recourse", at: now, by: caller.sub, text: reason } as const;
      return ok({ step: { entry, set: { recourseBy: undefined } } });
    }),
  );
