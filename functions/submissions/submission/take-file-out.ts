import { refused } from "../../../shared/contract/refusals.ts";
import { takeFileOut as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { stepSubmission } from "./step-submission.ts";

/**
 * Records, with the reason, that a file of a submission is another person's: it is no part of the submission any more,
 * and the step keeps its name and hash. Refuses `document-not-found` if the submission has no such file, or it was
 * taken out before. Also refuses `submission-not-found`, `write-key-used` and `busy`, as every step of a submission
 * may.
 */
export const takeFileOut = (deps: SubmissionsDeps) =>
  serve(route, ({ params: { submissionId, documentId }, body: { reason }, caller, write, now }) =>
    stepSubmission(deps, submissionId, { write, now }, ({ attachments }) => {
      const file = attachments.find((one) => one.documentId === documentId);
      if (!file) return refused("document-not-found");
      const entry = { type: "file-taken-out", at: now, by: caller.sub, text: reason, attachments: [file] } as const;
      return ok({ step: { entry } });
    }),
  );
