import { sampleOf } from "../../../shared/casework/register/sample.ts";
import { drawSample as route } from "../../../shared/contract/register/report-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ReportDeps } from "../report-deps.ts";

/**
 * Answers up to `size` claims of a month, drawn by a seed; `of` is how many claims the month lists. The same seed draws
 * the same claims, as long as the month lists the same ones.
 */
export const drawSample = ({ caseFiles, months, tenant }: ReportDeps) =>
  serve(route, async ({ query: { month, size, seed } }) => {
    const ids = await months.allIds(tenant.office.code.value, month, "CLAIM");
    const heads = await caseFiles.heads(sampleOf(ids, size, seed));
    return ok({
      month,
      seed,
      of: ids.length,
      claims: heads.map(({ claimId, code, filedOn, claimType }) => ({ claimId, code, filedOn, claimType })),
    });
  });
