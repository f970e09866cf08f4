import { caseNow } from "../../shared/casework/case-at.ts";
import { showHold as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { releaseOf } from "../../shared/domain/hold.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Whether a receipt may be cut for, by the key of its QR: read from the claim itself, whatever any job did. */
export const showHold = ({ caseFiles, tenant }: ClaimDesk) =>
  serve(route, async ({ params, now }) => {
    const claimId = await caseFiles.claimOfHold(params.holdKey);
    const file = claimId === undefined ? undefined : await caseFiles.read(claimId);
    if (!file) return refused("hold-not-found");
    const { filing, claim } = caseNow(file, tenant, now);
    const [receipt] = filing.details.form.receipts;
    const until = releaseOf(claim);
    return ok({
      held: until === undefined,
      supplyCode: file.head.supplyCode,
      receiptNumber: receipt?.number ?? "",
      code: file.head.code,
      since: limaDay(filing.effectiveAt),
      ...(until && { until, releasedOn: claim.since }),
    });
  });
