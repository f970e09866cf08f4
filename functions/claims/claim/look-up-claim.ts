import { unreportedDays } from "../../../shared/casework/case/awaited-facts.ts";
import { summaryAt } from "../../../shared/casework/claim/claim-summary.ts";
import { countsFrom } from "../../../shared/casework/delivery/early-delivery.ts";
import { lookUpClaim as route } from "../../../shared/contract/claim/claim-routes.ts";
import { answerDay } from "../../../shared/domain/board/late-risk.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { dueFor } from "../../../shared/domain/term/due-for.ts";
import { silenceDay } from "../../../shared/domain/term/late-company.ts";
import { serve } from "../../runtime/serve.ts";
import type { ClaimDeps } from "../claim-deps.ts";
import { claimByDocument } from "./claim-by-key.ts";

/**
 * Answers a claim's state, what is next, the day of its visit, by when it is answered and from which day a decision
 * handed over counts, and nothing else, to whoever gives its code and its claimant's document. Counts a right look-up
 * as a contact by web. Refuses `claim-not-found` if the code or document is wrong, or the claim was filed without a
 * document; `too-many-attempts` if five wrong documents were given for the code this hour.
 */
export const lookUpClaim = (deps: ClaimDeps) =>
  serve(route, async ({ body, now }) => {
    const found = await claimByDocument(deps, body, now);
    if (!found.ok) return found;
    await deps.contactCounter.count(deps.tenant.office.code.value, { channel: "web", what: "claim-look-up" }, now);
    const { claim, law, file } = found.value;
    const { code, state, since, next, dueOn, daysLeft } = summaryAt(found.value);
    const answerBy = answerDay(state, silenceDay(claim, law), law.calendars, limaDay(now));
    return ok({
      ...{ code, state, since, next, dueOn, daysLeft },
      dueFor: dueFor(claim, law, now, dueOn),
      answerBy,
      ...(found.value.filing.by.kind === "guest" && { withoutAccount: true as const }),
      visitOn: unreportedDays(file.events).find((day) => day >= limaDay(now)),
      decisionCountsFrom: countsFrom(found.value),
    });
  });
