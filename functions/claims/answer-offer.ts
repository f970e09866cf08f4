import type { CaseAt } from "../../shared/casework/case-at.ts";
import { callerOf, offersOf } from "../../shared/casework/claim-view.ts";
import { refusalWords } from "../../shared/casework/refusal-words.ts";
import { answerOffer as route } from "../../shared/contract/claim-routes.ts";
import { type Refusal, refused } from "../../shared/contract/refusals.ts";
import { limaDay } from "../../shared/domain/calendar-day.ts";
import { holdsPower } from "../../shared/domain/claim.ts";
import { actionsFor } from "../../shared/domain/claim-access.ts";
import type { Customer } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import { recordInCallersClaim, viewFor } from "./callers-claim.ts";
import type { ClaimDesk } from "./claim-desk.ts";

/** Answers an offer to settle, once. What it changes, the acta of the hearing records. */
export const answerOffer = (desk: ClaimDesk) =>
  serve(route, async (request) => {
    const { body, caller, params } = request;
    const recorded = await recordInCallersClaim(desk, request, (at) => {
      const refusal = refusalOf(at, params.offerId, caller);
      if (refusal) return refusal;
      const { now, filing } = at;
      const details = { offerId: params.offerId, accepted: body.accepted, standing: filing.standing };
      return ok({ entries: [{ type: "offer-answered", effectiveAt: now, by: caller, details }] });
    });
    return recorded.ok ? ok(viewFor(recorded.value, caller, desk.tenant)) : recorded;
  });

function refusalOf(at: CaseAt, offerId: string, { sub }: Customer): Refusal<"offer-not-found" | "not-now"> | undefined {
  const { file, filing, claim, law, now } = at;
  const offer = offersOf(file.events).find((one) => one.offerId === offerId);
  if (!offer) return refused("offer-not-found");
  if (offer.accepted !== undefined) return refused("not-now", { detail: "Esa propuesta ya tiene tu respuesta." });
  if (limaDay(now) > offer.until)
    return refused("not-now", { detail: "El plazo para responder esa propuesta ya pasó. Tu reclamo sigue su curso." });
  if (!holdsPower(filing.standing, "conciliate"))
    return refused("not-now", { detail: refusalWords["special-power-needed"] });
  if (!actionsFor(claim, callerOf(at, sub), law, now).includes("answer-offer"))
    return refused("not-now", { detail: "La conciliación de este reclamo ya terminó, o todavía no empieza." });
  return undefined;
}
