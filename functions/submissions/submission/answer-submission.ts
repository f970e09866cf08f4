import { refused } from "../../../shared/contract/refusals.ts";
import { answerSubmission as route } from "../../../shared/contract/submission/desk-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Attachment } from "../../../shared/domain/filing/claim-form.ts";
import { isActOfClaim, isPossibleRecourse } from "../../../shared/domain/submission/submission.ts";
import type { SubmissionRecord } from "../../../shared/storage/submission/submissions.ts";
import { serve } from "../../runtime/serve.ts";
import { limitedAttachments } from "../attachment/attachments-to-file.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { stepSubmission } from "./step-submission.ts";

/**
 * Records the answer to a received submission, with its files (`answered`). Refuses `not-now` if it is not `received`,
 * is an act of a claim, may be a recourse or has an answer, or a file has not passed its check; `upload-not-found` if a
 * file is not the caller's, was filed before or was refused by its check; `upload-not-taken` if there are more than
 * `maxFiles`; and `submission-not-found`, `write-key-used` and `busy`, as every step of a submission may.
 */
export const answerSubmission = (deps: SubmissionsDeps) =>
  serve(route, ({ params: { submissionId }, body: { text, uploadIds }, caller, write, now }) =>
    stepSubmission(deps, submissionId, { write, now }, async (submission) => {
      const detail = whyNotAnswered(submission);
      if (detail !== undefined) return refused("not-now", { detail });
      const attached = await limitedAttachments(deps, caller.sub, uploadIds, now);
      if (!attached.ok) return attached;
      const { attachments, attach } = attached.value;
      const unchecked = uncheckedWords(attachments);
      if (unchecked) return refused("not-now", { detail: unchecked });
      return ok({
        step: { entry: { type: "answered", at: now, by: caller.sub, text, attachments }, set: { answeredAt: now } },
        also: attach({ submissionId }),
      });
    }),
  );

/** Returns why a submission takes no answer now, for the clerk; undefined if it takes one. */
function whyNotAnswered(submission: SubmissionRecord): string | undefined {
  if (submission.state !== "received" || isActOfClaim(submission.kind))
    return "Primero recibe el documento; un recurso o una queja se responde en su reclamo.";
  if (submission.answeredAt !== undefined) return "Este documento ya tiene respuesta.";
  if (!isPossibleRecourse(submission)) return undefined;
  return "Puede ser un recurso: tómalo como tal en su reclamo, o di por qué no lo es. Después se responde.";
}

/** Returns what to do about the first file that has not passed its check; undefined if all have. */
function uncheckedWords(attachments: readonly Pick<Attachment, "state">[]): string | undefined {
  const unchecked = attachments.find(({ state }) => state !== "received");
  if (!unchecked) return undefined;
  return unchecked.state === "unreadable"
    ? "Un archivo no se puede abrir. Quítalo y adjunta otro."
    : "El documento todavía se revisa. Espera a que diga «recibido».";
}
