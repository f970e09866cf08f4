import { listDeskSubmissions as route } from "../../shared/contract/desk-submission-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { cursorOf, positionIn } from "./list-position.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { submissionView } from "./submission-view.ts";

/**
 * Answers a page of one of the clerk's lists of submissions. Observed submissions are listed by their last day to be
 * remedied, those to answer by their last day to be answered, and all others by when they were presented, the oldest
 * first. Only a full page has a cursor, and the page after it may be empty. Refuses `malformed-cursor` if the cursor
 * cannot be read.
 */
export const listDeskSubmissions = ({ tenant, submissions }: SubmissionsDeps) =>
  serve(route, async ({ query: { list, limit, cursor }, now }) => {
    const after = cursor === undefined ? undefined : positionIn(cursor);
    if (cursor !== undefined && after === undefined) return refused("malformed-cursor");
    const found = await submissions.listed(tenant.office.code.value, list, limit, after);
    const last = found.at(-1);
    return ok({
      submissions: found.map(({ submission }) => submissionView(submission, tenant, now)),
      ...(last && found.length === limit && { cursor: cursorOf(last.place) }),
    });
  });
