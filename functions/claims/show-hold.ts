import { caseNow } from "../../shared/casework/case-at.ts";
import { checkCodeOf, holdStatement } from "../../shared/casework/hold-statement.ts";
import { showHold as route } from "../../shared/contract/claim-routes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { claimedReceipts } from "../../shared/domain/claimed-receipts.ts";
import { holdAwaited } from "../../shared/domain/guest-claims.ts";
import { releaseOf } from "../../shared/domain/hold.ts";
import { ok } from "../../shared/domain/result.ts";
import { heldReceipts } from "../../shared/domain/settlements.ts";
import { signedText } from "../../shared/storage/seals.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDeps } from "./claim-deps.ts";

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
