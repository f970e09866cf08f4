import { claimLaw } from "../../shared/casework/claim-law.ts";
import { listedView } from "../../shared/casework/claim-summary.ts";
import { listClaims as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { calendarDay } from "../../shared/domain/calendar-day.ts";
import { ok } from "../../shared/domain/result.ts";
import { cursorOf, readCursor } from "../runtime/cursor.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

const isClaimId = (text: string): boolean => /^[0-9a-z]{1,60}$/.test(text);

/**
 * Answers a page of the claims that the account filed or opened, the last filed first. Only a full page has a cursor,
 * and the page after it may be empty. Refuses `malformed-cursor` if the cursor cannot be read.
 */
export const listClaims = ({ caseFiles, caseAccess, tenant }: ClaimDeps) =>
  serve(route, async ({ query: { limit, cursor }, caller, now }) => {
    const before = cursor && readCursor(cursor);
    if (before !== undefined && !isClaimId(before)) return refused("malformed-cursor");
    const ids = await caseAccess.ofAccount(caller.sub, limit, before);
    const heads = await caseFiles.heads(ids);
    const last = ids.at(-1);
    return ok({
      claims: heads.map((head) => listedView(head, claimLaw(tenant, calendarDay(head.filedOn)), now)),
      ...(last !== undefined && ids.length === limit && { cursor: cursorOf(last) }),
    });
  });
