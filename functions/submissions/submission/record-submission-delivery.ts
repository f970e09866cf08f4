import { refused } from "../../../shared/contract/refusals.ts";
import { recordSubmissionDelivery as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsNotice } from "../../../shared/domain/submission/submission.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { stepSubmission } from "./step-submission.ts";

/**
 * Records that a document of the submission was delivered to its person, and how (`delivered`). Refuses
 * `document-not-ready` if the document is not made yet; `not-now` if it is the observation and its notice is not
 * recorded yet, because the days to correct the submission run from the notice. Also refuses `submission-not-found`,
 * `write-key-used` and `busy`, as every step of a submission may.
 */
export const recordSubmissionDelivery = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body: { document, way }, caller, write, now }) =>
    stepSubmission(deps, params.submissionId, { write, now }, (submission) => {
      if (!submission[document]) return refused("document-not-ready");
      if (document === "observation" && awaitsNotice(submission))
        return refused("not-now", {
          detail: "Anota primero cómo se le avisó: sus días para corregirlo corren desde ese aviso.",
        });
      return ok({ step: { entry: { type: "delivered", at: now, by: caller.sub, to: way, document } } });
    }),
  );
