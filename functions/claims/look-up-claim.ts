import { summaryAt } from "../../shared/casework/claim-summary.ts";
import { lookUpClaim as route } from "../../shared/contract/claim-routes.ts";
import type { PersonDocument } from "../../shared/domain/claim-form.ts";
import { normalizeDocument } from "../../shared/domain/receipt.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { attemptedClaim } from "./claim-code-attempts.ts";
import type { ClaimDeps } from "./claim-deps.ts";

const textOf = ({ kind, number }: PersonDocument): string => `${kind} ${normalizeDocument(number)}`;
/** Equals no document that can be given, so nobody finds a claim that was filed without a document. */
const unknown = "";

/**
 * Answers a claim's state and what is next, and nothing else, to whoever gives its code and its claimant's document.
 * Counts a right look-up as a contact by web. Refuses `claim-not-found` if the code or document is wrong, or the claim
 * was filed without a document; `too-many-attempts` if this hour had five wrong attempts at the code.
 */
export const lookUpClaim = (deps: ClaimDeps) =>
  serve(route, async ({ body, now }) => {
    const attempted = await attemptedClaim(deps, {
      at: "document",
      code: body.code,
      now,
      said: textOf(body.document),
      known: ({ filing: { details } }) => {
        const { document } = details.form.claimant;
        return document ? textOf(document) : unknown;
      },
    });
    if (!attempted.ok) return attempted;
    await deps.contactCounter.count(deps.tenant.office.code.value, { channel: "web", what: "claim-look-up" }, now);
    const { code, state, since, next, dueOn, daysLeft } = summaryAt(attempted.value);
    return ok({ code, state, since, next, dueOn, daysLeft });
  });
