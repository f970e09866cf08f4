import { observationNotifiedStep, termFromClerk } from "../../../shared/casework/resolution/correction-term.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { notifySubmissionObservation as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsNotice } from "../../../shared/domain/submission/submission.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { stepSubmission } from "./step-submission.ts";
/**
 * Records that the clerk notified the presenter of what their submission lacks (`notified`); the days to correct it run
 * from this notice. Refuses `not-now` if the submission awaits no such notice, or if the delivery is in the future or
 * before the observation, has no effect before the next working hours, or took effect more than one working day ago.
 * Also refuses `submission-not-found`, `write-key-used` and `busy`, as every step of a submission may.
 */
export const notifySubmissionObservation = (deps: SubmissionsDeps) =>
  serve(route, ({ params, body, caller, write, now }) =>
    stepSubmission(deps, params.submissionId, { write, now }, (submission) => {
      if (!awaitsNotice(submission)) return refused("not-now", { detail: "De este documento no hay nada por avisar." });
      const term = termFromClerk(deps.tenant, submission, body, now);
      if (!term.ok) return term;
      const observed = submission.entries.findLast(({ type }) => type === "observed");
      if (observed && term.value.servedAt < observed.at)
        return refused("not-now", { detail: "Esa entrega es de antes de observarlo. Revisa la fecha y la hora." });
      return ok({ step: observationNotifiedStep({ by: caller.sub, at: now, how: body.how, term: term.value }) });
    }),
  );
