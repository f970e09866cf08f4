import { showOpenDocument as route } from "../../../shared/contract/submission/open-submission-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { submissionByKey } from "./submission-by-key.ts";
import { forPerson, submissionView } from "./submission-view.ts";

/**
 * Answers a submission that was presented without an account, found by its number and key. Refuses
 * `submission-not-found` if no such submission has this number and key.
 */
export const showOpenDocument = (deps: SubmissionsDeps) =>
  serve(route, async ({ body, now }) => {
    const found = await submissionByKey(deps, body);
    return found.ok ? ok(forPerson(submissionView(found.value, deps.tenant, now))) : found;
  });
