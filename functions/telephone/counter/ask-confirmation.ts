import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { newTimeId } from "../../../shared/casework/case/new-ids.ts";
import { type Decision, judgedEntries, record } from "../../../shared/casework/case/record.ts";
import { proofAwaited } from "../../../shared/casework/claim/claimant-acts.ts";
import { actOf, contentHashOfAct, type UnconfirmedAct } from "../../../shared/casework/counter/confirmed-act.ts";
import { claimantNow } from "../../../shared/casework/notice/notice-consent.ts";
import { recordedToday } from "../../../shared/casework/work/recorded-today.ts";
import { askConfirmation as route } from "../../../shared/contract/counter/act-on-behalf-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { recourseIn } from "../../../shared/domain/case/claim-states.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { isMobile } from "../../../shared/domain/filing/claim-form.ts";
import { codeEnd } from "../../../shared/storage/counter/confirmations.ts";
import { serve } from "../../runtime/serve.ts";
import { decisionOf } from "../resolution/confirmed-decision.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

type Request = RequestOf<typeof route>;

/** Codes a claim may be sent in a day: more than a call needs, and few enough to stop somebody who tries codes. */
const codesPerDay = 6;

/**
 * Records `confirmation-asked` for an act that staff wrote down, not the act; a worker then sends a code to the claim's
 * mobile or e-mail. Answers the channel and when the code expires (after 10 minutes). Refuses `not-now` if the claim
 * lacks the contact of `channel`, had six codes today or does not allow the act, or if a withdrawal or agreement first
 * needs a proof of standing; `upload-not-found` if an upload is not the caller's. Also refuses as `record`.
 */
export const askConfirmation = (deps: TelephoneDeps) =>
  serve(route, async (request) => {
    const { params, now, write } = request;
    const recorded = await record(deps, { claimId: params.claimId, now, write }, (at) => decided(deps, request, at));
    if (!recorded.ok) return recorded;
    const { file } = recorded.value;
    const asked = lastEntry(file.events, "confirmation-asked");
    if (!asked) throw new Error(`no confirmation in claim ${file.head.claimId} after it was asked`);
    return ok({ channel: asked.details.channel, until: asked.details.until });
  });

/** Returns the `confirmation-asked` entry, with a hash of what was written down. */
async function decided(
  deps: TelephoneDeps,
  { body, caller }: Request,
  at: CaseAt,
): Promise<Answer<Decision, "upload-not-found" | "not-now">> {
  const { channel, what } = body;
  const { file, law, now } = at;
  const { email, telephone } = claimantNow(at);
  if (channel === "email" ? email === undefined : !isMobile(telephone))
    return refused("not-now", {
      detail: `El reclamo no tiene ${channel === "email" ? "correo" : "celular"}: elige otra vía.`,
    });
  if (recordedToday(at, "confirmation-asked") >= codesPerDay)
    return refused("not-now", {
      detail: "Hoy ya se enviaron muchos códigos. Sigue mañana, o que firme en la oficina.",
    });
  const would =
    what.act === "agreement"
      ? (proofAwaited(file.events, caller) ?? ok(hearingDecision(at, caller, what)))
      : await decisionOf(deps, { by: caller }, at, what);
  if (!would.ok) return would;
  const judged = judgedEntries(file.events, would.value.entries, law, now);
  if (!judged.ok) return judged;
  const details = {
    confirmationId: newTimeId(now),
    act: actOf(what),
    ...(what.act === "withdrawal" && { withdrawn: recourseIn(at.claim.state) ? ("recourse" as const) : what.of }),
    says: saidIn(what, at),
    contentHash: contentHashOfAct(what),
    channel,
    until: codeEnd(now),
  };
  return ok({ entries: [{ type: "confirmation-asked", effectiveAt: now, by: caller, details }] });
}

/**
 * Returns the decision that the acta of the hearing would record for the agreement, only to ask the law about it: it is
 * never written.
 */
function hearingDecision(
  { filing: { standing }, now }: CaseAt,
  by: Request["caller"],
  { agreement, agreed }: Extract<UnconfirmedAct, { act: "agreement" }>,
): Decision {
  const said = { companyProposal: "", claimantProposal: "", disagreed: "", observations: "", missing: [] };
  const details = { ...said, startedAt: now, agreed };
  return { entries: [{ type: "conciliation-held", effectiveAt: now, by, agreement, standing, details }] };
}

/** What the claimant confirms, in the words the message and the history show. */
function saidIn(what: UnconfirmedAct, { claim }: CaseAt): string {
  if (what.act === "recourse") return what.grounds;
  if (what.act === "agreement") return what.agreed;
  const recourse = recourseIn(claim.state);
  const of = recourse
    ? `De la ${recourse === "appeal" ? "apelación" : "reconsideración"}: la decisión queda como está.`
    : what.of === "claim"
      ? "Del reclamo: no se podrá volver a reclamar."
      : "Del procedimiento: se podrá volver a reclamar en el plazo.";
  return what.reason === "" ? of : `${of} ${what.reason}`;
}
