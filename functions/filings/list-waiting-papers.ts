import { listWaitingPapers as route } from "../../shared/contract/filing-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { FilingsDesk } from "./filing-desk.ts";
import { cursorOf, placeIn } from "./list-place.ts";
import { waitingPapers } from "./waiting-paper.ts";

/** Files that were filed and never came, or that nobody could read, the oldest first. */
export const listWaitingPapers = (desk: FilingsDesk) =>
  serve(route, async ({ query: { limit, cursor }, now }) => {
    const place = cursor === undefined ? undefined : placeIn(cursor);
    if (cursor !== undefined && place === undefined) return refused("malformed-cursor");
    const [createdAt = "", documentId = ""] = place?.split("#") ?? [];
    const found = await desk.uploads.waiting(
      desk.tenant.office.code.value,
      limit,
      place === undefined ? undefined : { createdAt, documentId },
    );
    const last = found.at(-1);
    return ok({
      papers: await waitingPapers(desk, found, now),
      ...(last && found.length === limit && { cursor: cursorOf(`${last.createdAt}#${last.documentId}`) }),
    });
  });
