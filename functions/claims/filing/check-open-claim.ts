import { findingsOfClaim } from "../../../shared/casework/case/findings.ts";
import { filedOnAt } from "../../../shared/casework/filing/filed-on.ts";
import { checkOpenClaim as route } from "../../../shared/contract/open-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers the findings of a claim that somebody without an account is about to send. Judges only the form: neither the
 * supply nor its receipts are read, so that nobody learns of them here. Writes nothing, and no finding stops the
 * filing.
 */
export const checkOpenClaim = ({ tenant }: ClaimDeps) =>
  serve(route, async ({ body, now }) => {
    const { claimType = "F01", claimant = {}, grounds, meterTest, declares } = body;
    const claim = {
      filedOn: filedOnAt(tenant, now),
      filedAt: now,
      channel: "web",
      claimType,
      claimant,
      grounds,
      meterTest,
      declared: declares === true,
      receipts: [],
      duplicates: [],
    } as const;
    return ok({ findings: findingsOfClaim(claim, tenant) });
  });
