import { listSubmissions as route } from "../../../shared/contract/submission/customer-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { cursorAfter, idForm, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { forPerson, submissionView } from "./submission-view.ts";

/**
 * Answers a page of the customer's submissions, the last first. Only a full page has a cursor, and the page after it
 * may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listSubmissions = ({ submissions, tenant }: SubmissionsDeps) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const before = positionIn(cursor, idForm);
    if (!before.ok) return before;
    const found = await submissions.ofAccount(caller.sub, limit, before.value);
    return ok({
      submissions: found.map((submission) => forPerson(submissionView(submission, tenant, now))),
      ...cursorAfter(found, limit, ({ submissionId }) => submissionId),
    });
  });
