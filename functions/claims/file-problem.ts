import { fileProblem as file, problemView } from "../../shared/casework/problems.ts";
import { fileProblem as route } from "../../shared/contract/problem-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Files a request for attention about a linked supply. */
export const fileProblem = (desk: ClaimDesk) =>
  serve(route, async ({ body, caller, now, write }) => {
    const { linkId, ...said } = body;
    const link = await desk.supplyLinks.find(caller.sub, linkId);
    if (!link) return refused("supply-not-linked");
    const { supplyCode } = link;
    const problem = { ...said, supplyCode, channel: "web", sub: caller.sub } as const;
    const filed = await file(desk, problem, { by: caller, now, write });
    return filed.ok ? ok(await problemView(desk, filed.value, caller, now)) : filed;
  });
