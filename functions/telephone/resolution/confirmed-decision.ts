import type { ActWriter } from "../../../shared/casework/case/act-writer.ts";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import type { Decision } from "../../../shared/casework/case/record.ts";
import { recourseDecision, withdrawalDecision } from "../../../shared/casework/claim/claimant-acts.ts";
import {
  actOf,
  type Confirming,
  confirmedNow,
  type UnconfirmedAct,
} from "../../../shared/casework/counter/confirmed-act.ts";
import type { Answer } from "../../../shared/contract/refusals.ts";
import type { IntakeChannel } from "../../../shared/domain/counter/act-on-behalf.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import { broughtAct } from "../counter/presented-act.ts";
import type { TelephoneDeps } from "../telephone-deps.ts";

type FiledAct = Exclude<UnconfirmedAct, { act: "agreement" }>;

/**
 * Returns the decision that files a withdrawal or a recourse in the case. Records nothing, and does not check whether
 * the law allows the act. For a withdrawal, returns the answer itself; refuses `not-now` if the claimant must still
 * prove that they may claim. For a recourse, returns a promise; refuses `upload-not-found` if an upload is not the
 * writer's.
 */
export function decisionOf(
  deps: TelephoneDeps,
  writer: ActWriter,
  at: CaseAt,
  what: FiledAct,
): Promise<Answer<Decision, "upload-not-found">> | Answer<Decision, "not-now"> {
  return what.act === "withdrawal" ? withdrawalDecision(writer, at, what) : recourseDecision(deps, writer, at, what);
}

/** An act with the channel its claimant came by and how they confirmed it. */
interface ActWithConfirmation {
  readonly what: FiledAct;
  readonly came: IntakeChannel;
  readonly confirmation: Confirming;
}

/**
 * Returns the decision that files an act, if its claimant confirmed the act; records nothing. Refuses `not-confirmed`
 * if a code is wrong, and `submission-not-found` if the submission that was handed in is not of this claim. Refuses
 * `not-now` if what was handed in (`broughtAct`), a recording or a scan (`confirmedNow`) does not count, or if a
 * withdrawal needs a proof of standing first. Refuses `upload-not-found` if an upload is not the caller's.
 */
export async function confirmedDecision(
  deps: TelephoneDeps,
  caller: Staff,
  at: CaseAt,
  { what, came, confirmation }: ActWithConfirmation,
): Promise<Answer<Decision, "upload-not-found" | "submission-not-found" | "not-confirmed" | "not-now">> {
  const found =
    confirmation.by === "paper" || confirmation.by === "submission"
      ? await broughtAct(deps, caller, at, confirmation, actOf(what))
      : await confirmedNow(deps, caller, at, what, confirmation);
  if (!found.ok) return found;
  const { confirmed, ...brought } = found.value;
  return decisionOf(deps, { by: caller, taken: { came, confirmed }, ...brought }, at, what);
}
