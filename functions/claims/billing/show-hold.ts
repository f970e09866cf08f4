import { checkCodeOf, holdStatement } from "../../../shared/casework/billing/hold-statement.ts";
import { caseNow } from "../../../shared/casework/case/case-at.ts";
import { showHold as route } from "../../../shared/contract/claim/claim-routes.ts";
import { refused } from "../../../shared/contract/refusals.ts";
import { releaseOf } from "../../../shared/domain/billing/hold-release.ts";
import { heldReceipts } from "../../../shared/domain/billing/settlements.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { holdAwaited } from "../../../shared/domain/filing/guest-claims.ts";
import { claimedReceipts } from "../../../shared/domain/receipt/claimed-receipts.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { signedText } from "../../../shared/storage/seal/seals.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Answers, by the key printed on a «No cortar» (the notice not to cut the supply), which receipts of a claim are held
 * from cutting. If none is held any more, `held` is false, `until` says what released them, `releasedOn` the day, and
 * `receipts` lists all that were claimed. Refuses `hold-not-found` if no claim has the key, if the claim is about no
 * receipts, or while its hold waits until somebody knows who claims.
 */
export const showHold = ({ caseFiles, tenant }: ClaimDeps) =>
  serve(route, async ({ params, now }) => {
    const claimId = await caseFiles.claimOfHold(params.holdKey);
    const file = claimId === undefined ? undefined : await caseFiles.read(claimId, "recent");
    if (!file) return refused("hold-not-found");
    const { filing, claim, law } = caseNow(file, tenant, now);
    const until = releaseOf(claim, law);
    const held = heldReceipts({ events: file.events, claim, law });
    const stated = holdStatement(file.events);
    if (!stated || (held.length === 0 && holdAwaited(file.events))) return refused("hold-not-found");
    return ok({
      held: until === undefined,
      supplyCode: file.head.supplyCode,
      receipts: (until ? claimedReceipts(file.events) : held).map(({ number }) => number),
      code: file.head.code,
      since: limaDay(filing.effectiveAt),
      checkCode: checkCodeOf(signedText(stated)),
      ...(until && { until, releasedOn: claim.since }),
    });
  });
