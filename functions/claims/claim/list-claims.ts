import { claimLaw } from "../../../shared/casework/case/claim-law.ts";
import { listedView } from "../../../shared/casework/claim/claim-summary.ts";
import { listClaims as route } from "../../../shared/contract/claim/claim-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import { cursorAfter, idForm, positionIn } from "../../runtime/cursor.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers a page of the claims that the account filed or opened, the last filed first. Only a full page has a cursor,
 * and the page after it may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listClaims = ({ caseFiles, caseAccess, tenant }: ClaimDeps) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const before = positionIn(cursor, idForm);
    if (!before.ok) return before;
    const ids = await caseAccess.ofAccount(caller.sub, limit, before.value);
    const heads = await caseFiles.heads(ids);
    return ok({
      claims: heads.map((head) => listedView(head, claimLaw(tenant, calendarDay(head.filedOn)), now)),
      ...cursorAfter(ids, limit, (id) => id),
    });
  });
