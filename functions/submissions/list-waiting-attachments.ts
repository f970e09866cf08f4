import { refused } from "../../shared/contract/refusals.ts";
import { listWaitingAttachments as route } from "../../shared/contract/waiting-attachment-routes.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { cursorOf, placeIn } from "./list-position.ts";
import type { SubmissionsDeps } from "./submission-deps.ts";
import { waitingAttachments } from "./waiting-attachment.ts";

/** Files that were filed and never came, or that nobody could read, the oldest first. */
export const listWaitingAttachments = (deps: SubmissionsDeps) =>
  serve(route, async ({ query: { limit, cursor }, now }) => {
    const place = cursor === undefined ? undefined : placeIn(cursor);
    if (cursor !== undefined && place === undefined) return refused("malformed-cursor");
    const [createdAt = "", documentId = ""] = place?.split("#") ?? [];
    const found = await deps.uploads.waiting(
      deps.tenant.office.code.value,
      limit,
      place === undefined ? undefined : { createdAt, documentId },
    );
    const last = found.at(-1);
    return ok({
      attachments: await waitingAttachments(deps, found, now),
      ...(last && found.length === limit && { cursor: cursorOf(`${last.createdAt}#${last.documentId}`) }),
    });
  });
