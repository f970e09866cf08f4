import { summaryAt } from "../../shared/casework/claim-view.ts";
import { lookUpClaim as route } from "../../shared/contract/claim-routes.ts";
import type { PersonDocument } from "../../shared/domain/claim-form.ts";
import { normalizeDocument } from "../../shared/domain/receipt.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { ClaimDesk } from "./claim-desk.ts";
import { guessedClaim } from "./claim-guess.ts";

const textOf = ({ kind, number }: PersonDocument): string => `${kind} ${normalizeDocument(number)}`;
/** What nobody can say: a claim without a document is not found by one. */
const unknown = "";

/** The state of a claim and nothing more, for who knows its code and its claimant's document. */
export const lookUpClaim = (desk: ClaimDesk) =>
  serve(route, async ({ body, now }) => {
    const guessed = await guessedClaim(desk, {
      at: "document",
      code: body.code,
      now,
      said: textOf(body.document),
      known: ({ filing: { details } }) => {
        const { document } = details.form.claimant;
        return document ? textOf(document) : unknown;
      },
    });
    if (!guessed.ok) return guessed;
    await desk.contacts.count(desk.tenant.office.code.value, { channel: "web", what: "claim-look-up" }, now);
    const { code, state, since, next, dueOn, daysLeft } = summaryAt(guessed.value);
    return ok({ code, state, since, next, dueOn, daysLeft });
  });
