import { wholeProblemView } from "../../../shared/casework/problem/problem-view.ts";
import { fileProblem as file, problemFiledBefore } from "../../../shared/casework/problem/problems.ts";
import { linkStands } from "../../../shared/casework/supply/standing-link.ts";
import { fileProblem as route } from "../../../shared/contract/problem/problem-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Files a request for attention about a linked supply, and answers the request. Refuses `supply-not-linked` if the
 * account has no such link or the supply's holder changed, unless the key filed this request before; `upload-not-found`
 * if an upload is not theirs or is already attached; `write-key-used` if the key filed another request; `busy` if six
 * attempts to write fail.
 */
export const fileProblem = (deps: ClaimDeps) =>
  serve(route, async ({ body, caller, now, write }) => {
    const filed = await filedFrom(deps, body, caller, { now, write });
    return filed.ok ? ok(await wholeProblemView(deps, filed.value, caller, now)) : filed;
  });

type Request = RequestOf<typeof route>;

async function filedFrom(
  deps: ClaimDeps,
  { linkId, uploadIds, ...said }: Request["body"],
  caller: Request["caller"],
  { now, write }: Pick<Request, "now" | "write">,
) {
  const link = await standingLink(deps, caller.sub, linkId, now);
  // The link may have ended after this very request was filed and before it was sent again.
  if (!link) return (await problemFiledBefore(deps.problems, write)) ?? refused("supply-not-linked");
  const problem = { ...said, supplyCode: link.supplyCode, channel: "web", sub: caller.sub } as const;
  return file(deps, problem, { by: caller, now, write, uploadIds });
}

async function standingLink(deps: ClaimDeps, sub: string, linkId: string, now: string) {
  const link = await deps.supplyLinks.find(sub, linkId);
  const newest = link && (await deps.receiptReader.lastMonths(link.supplyCode, 1));
  return newest && (await linkStands(deps, { ...link, sub }, newest, now)) ? link : undefined;
}
