import { wholeProblemView } from "../../shared/casework/problem-view.ts";
import { fileProblem as file } from "../../shared/casework/problems.ts";
import { linkStands } from "../../shared/casework/standing-link.ts";
import { fileProblem as route } from "../../shared/contract/problem-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

/**
 * Files a request for attention about a linked supply, and answers the request. Refuses `supply-not-linked` if the
 * account has no such link or the supply's holder changed; `upload-not-found` if an upload is not theirs or is already attached; `write-key-used` if
 * the key filed another request; `busy` if six attempts to write fail.
 */
export const fileProblem = (deps: ClaimDeps) =>
  serve(route, async ({ body, caller, now, write }) => {
    const { linkId, uploadIds, ...said } = body;
    const link = await deps.supplyLinks.find(caller.sub, linkId);
    if (!link) return refused("supply-not-linked");
    const { supplyCode } = link;
    const newest = await deps.receiptReader.lastMonths(supplyCode, 1);
    if (!(await linkStands(deps, { ...link, sub: caller.sub }, newest, now))) return refused("supply-not-linked");
    const problem = { ...said, supplyCode, channel: "web", sub: caller.sub } as const;
    const filed = await file(deps, problem, { by: caller, now, write, uploadIds });
    return filed.ok ? ok(await wholeProblemView(deps, filed.value, caller, now)) : filed;
  });
