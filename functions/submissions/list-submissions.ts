import { listSubmissions as route } from "../../shared/contract/customer-submission-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { submissionView } from "./submission-view.ts";

const isSubmissionId = (text: string): boolean => /^[0-9a-z]{1,60}$/.test(text);

/**
 * Answers a page of the customer's submissions, the last first. Only a full page has a cursor, and the page after it
 * may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listSubmissions = ({ submissions, tenant }: SubmissionsDeps) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const before = cursor && readCursor(cursor);
    if (before !== undefined && !isSubmissionId(before)) return refused("malformed-cursor");
    const found = await submissions.ofAccount(caller.sub, limit, before);
    const last = found.at(-1);
    return ok({
      submissions: found.map((submission) => submissionView(submission, tenant, now)),
      ...(last && found.length === limit && { cursor: cursorOf(last.submissionId) }),
    });
  });
