import { wholeDeskProblemView } from "../../../shared/casework/problem/problem-view.ts";
import type { ProblemDeps } from "../../../shared/casework/problem/problems.ts";
import { fileProblem } from "../../../shared/casework/problem/problems.ts";
import { takeProblem as route } from "../../../shared/contract/problem/desk-problem-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import { serve } from "../../runtime/serve.ts";

/**
 * Files a request for attention that staff type for somebody, and answers the request as staff see it. A supply that
 * is not on record is taken as written. Refuses `upload-not-found` if an upload is not the caller's or is already
 * attached; `write-key-used` if the key filed another request; `busy` if six attempts to write fail.
 */
export const takeProblem = (deps: ProblemDeps) =>
  serve(route, async ({ body, caller, now, write }) => {
    const { uploadIds, ...said } = body;
    const supplyCode = normalizeSupplyCode(body.supplyCode, deps.tenant.supplyCodeLength.value);
    const filed = await fileProblem(deps, { ...said, supplyCode }, { by: caller, now, write, uploadIds });
    return filed.ok ? ok(await wholeDeskProblemView(deps, filed.value, caller, now)) : filed;
  });
