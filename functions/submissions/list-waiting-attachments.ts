import { refused } from "../../shared/contract/refusals.ts";
import { listWaitingAttachments as route } from "../../shared/contract/waiting-attachment-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import { positionIn } from "./list-position.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { waitingAttachments } from "./waiting-attachment.ts";

/**
 * Answers a page of the attachments that were filed and never came, or could not be read, the oldest first. Only a full
 * page has a cursor. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listWaitingAttachments = (deps: SubmissionsDeps) =>
  serve(route, async ({ query: { limit, cursor }, now }) => {
    const after = cursor === undefined ? undefined : positionIn(cursor);
    if (cursor !== undefined && after === undefined) return refused("malformed-cursor");
    const [createdAt = "", documentId = ""] = after?.split("#") ?? [];
    const found = await deps.waitingAttachments.waiting(
      deps.tenant.office.code.value,
      limit,
      after === undefined ? undefined : { createdAt, documentId },
    );
    const last = found.at(-1);
    return ok({
      attachments: await waitingAttachments(deps, found, now),
      ...(last && found.length === limit && { cursor: cursorOf(`${last.createdAt}#${last.documentId}`) }),
    });
  });
