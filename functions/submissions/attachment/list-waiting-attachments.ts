import { listWaitingAttachments as route } from "../../../shared/contract/attachment/waiting-attachment-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { cursorAfter, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import { positionForm } from "../submission/list-position.ts";
import type { SubmissionsDeps } from "../submission-deps.ts";
import { waitingAttachments } from "./waiting-attachment.ts";

/**
 * Answers a page of the attachments that were filed and never came, or could not be read, the oldest first. Only a full
 * page has a cursor. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listWaitingAttachments = (deps: SubmissionsDeps) =>
  serve(route, async ({ query: { limit, cursor }, now }) => {
    const after = positionIn(cursor, positionForm);
    if (!after.ok) return after;
    const [createdAt = "", documentId = ""] = after.value?.split("#") ?? [];
    const found = await deps.waitingAttachments.waiting(
      deps.tenant.office.code.value,
      limit,
      after.value === undefined ? undefined : { createdAt, documentId },
    );
    return ok({
      attachments: await waitingAttachments(deps, found, now),
      ...cursorAfter(found, limit, (last) => `${last.createdAt}#${last.documentId}`),
    });
  });
