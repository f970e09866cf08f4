import type { ActWriter } from "../../shared/casework/act-writer.ts";
import type { CaseAt } from "../../shared/casework/case-at.ts";
import { recourseDecision, withdrawalDecision } from "../../shared/casework/claimant-acts.ts";
import { codeHashOf, contentHashOf, isSameHash } from "../../shared/casework/confirmation-code.ts";
import type { FoundAttachments } from "../../shared/casework/find-attachments.ts";
import { claimantNow } from "../../shared/casework/notice-consent.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import type { askConfirmation, takeWithdrawal } from "../../shared/contract/act-on-behalf-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import {
  type Confirmation,
  type ConfirmedAct,
  type IntakeChannel,
  waysToConfirm,
} from "../../shared/domain/act-on-behalf.ts";
import { type CaseEvent, type CaseEventOf, lastEntry } from "../../shared/domain/case-events.ts";
import { codeTries } from "../../shared/domain/confirmation-codes.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import { isRecording } from "../../shared/domain/submission.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { broughtAct, receivedAttachments } from "./presented-act.ts";
/** An act as staff wrote it down; it has no effect until the claimant confirms it. */
export type UnconfirmedAct = RequestOf<typeof askConfirmation>["body"]["what"];
type Confirming = RequestOf<typeof takeWithdrawal>["body"]["confirmation"];

/** Returns the act's name in the history: `reconsideration`, `appeal`, `withdrawal` or `agreement`. */
export function actOf(what: UnconfirmedAct): ConfirmedAct {
  return what.act === "recourse" ? what.kind : what.act;
}

/**
 * Returns a hash of an act: its kind, its words and the ids of its uploads. A code sent to the claimant keeps this
 * hash, so the code confirms exactly this act.
 */
export function contentHashOfAct(what: UnconfirmedAct): string {
  if (what.act === "withdrawal") return contentHashOf(["withdrawal", what.of, what.reason]);
  if (what.act === "agreement") return contentHashOf(["agreement", what.agreement, what.agreed]);
  const { kind, grounds, uploadIds, knowsDecision } = what;
  return contentHashOf([kind, grounds, ...uploadIds, ...(knowsDecision ? ["has the decision"] : [])]);
}

type FiledAct = Exclude<UnconfirmedAct, { act: "agreement" }>;

/**
 * Returns the decision that files a withdrawal or a recourse in the case. Records nothing, and does not check whether
 * the law allows the act. For a withdrawal, returns the answer itself; refuses `not-now` if the claimant must still
 * prove that they may claim. For a recourse, returns a promise; refuses `upload-not-found` if an upload is not the
 * writer's.
 */
export function decisionOf(
  deps: CaseworkDeps,
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
  deps: CaseworkDeps,
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

/**
 * Checks how a claimant confirms an act, and returns the confirmation as the entry will state it and, unless by a code,
 * its files (`signed`). Refuses `not-confirmed` if a code is wrong (this uses up an attempt), used, lapsed or was sent
 * for other words; `not-now` for a call if the claim has a mobile or e-mail for a code or the file is no recording, and
 * if a file has not passed its check; `upload-not-found` if a file is not the caller's or is attached already.
 */
export async function confirmedNow(
  deps: CaseworkDeps,
  caller: Staff,
  at: CaseAt,
  what: UnconfirmedAct,
  confirmation: Extract<Confirming, { by: "code" | "voice" | "signature" }>,
): Promise<
  Answer<
    { readonly confirmed: Confirmation; readonly signed?: FoundAttachments },
    "upload-not-found" | "not-confirmed" | "not-now"
  >
> {
  if (confirmation.by === "code") {
    const confirmed = await confirmedByCode(deps, at, what, confirmation.code);
    return confirmed.ok ? ok({ confirmed: confirmed.value }) : confirmed;
  }
  if (confirmation.by === "voice") return confirmedByVoice(deps, caller, at, confirmation.uploadIds);
  const signed = await receivedAttachments(deps, caller, confirmation.uploadIds);
  if (!signed.ok) return signed;
  return ok({ confirmed: { by: "signature", attachments: signed.value.attachments }, signed: signed.value });
}

/**
 * Returns the confirmation by a recorded call, with its recording as `signed`. Refuses `not-now` if the claim has a
 * mobile or e-mail that a code can be sent to, or if the upload is no recording or has not passed its check;
 * `upload-not-found` if it is not the caller's.
 */
async function confirmedByVoice(
  deps: CaseworkDeps,
  caller: Staff,
  at: CaseAt,
  uploadIds: readonly string[],
): Promise<
  Answer<{ readonly confirmed: Confirmation; readonly signed: FoundAttachments }, "upload-not-found" | "not-now">
> {
  const claimant = claimantNow(at);
  if (!waysToConfirm("telephone", claimant).includes("voice"))
    return refused("not-now", {
      detail: "El reclamo tiene celular o correo: confirma con el código que le enviamos ahí.",
    });
  const { telephone: to } = claimant;
  const found = await receivedAttachments(deps, caller, uploadIds);
  if (!found.ok) return found;
  const { attachments } = found.value;
  if (!attachments.every(({ contentType }) => isRecording(contentType)))
    return refused("not-now", { detail: "Eso no es una grabación: agrega el audio de la confirmación." });
  return ok({ confirmed: { by: "voice", ...(to !== undefined && { to }), attachments }, signed: found.value });
}

/** Returns the entry that asked for the last code of a claim; undefined if none was asked for or an act used it. */
function lastCode(events: readonly CaseEvent[]): CaseEventOf<"confirmation-asked"> | undefined {
  const asked = lastEntry(events, "confirmation-asked");
  const used =
    asked &&
    events.slice(asked.seq).some(({ details }) => {
      const onBehalf = "taken" in details ? details.taken?.confirmed : undefined;
      return ("confirmed" in details ? details.confirmed : onBehalf)?.by === "code";
    });
  return used ? undefined : asked;
}

/**
 * Records an alert for the manager that the attempts at a code are used up: somebody may be trying codes. It is
 * recorded once for each code, apart from the act, which is refused. A refusal to record it is ignored.
 */
async function alertOfAttempts(
  deps: CaseworkDeps,
  claimId: string,
  confirmationId: string,
  now: string,
): Promise<void> {
  const key = `attempts-used-up ${confirmationId}`;
  const reason = `Se agotaron los ${codeTries} intentos de un código para confirmar un acto de este reclamo.`;
  const by = { kind: "system", name: "confirmations" } as const;
  await record(deps, { claimId, now, write: { key, contentHash: key } }, (at) =>
    ok({ entries: [{ type: "manager-alerted", effectiveAt: at.now, by, details: { reason } }] }),
  );
}

/**
 * Checks the code against the last one sent for the claim. Counts each attempt before comparing it; the last wrong one
 * alerts the manager. A right attempt is discounted again, because `record` may ask for the decision again after
 * another write. Refuses `not-confirmed` also if no code was sent, or the code is used or lapsed, or the act's words
 * changed since.
 */
async function confirmedByCode(
  deps: CaseworkDeps,
  { file, now }: CaseAt,
  what: UnconfirmedAct,
  code: string,
): Promise<Answer<Confirmation, "not-confirmed">> {
  const { confirmations } = deps;
  const asked = lastCode(file.events)?.details;
  if (!asked) return refused("not-confirmed", { detail: "No hay un código por usar. Envíale uno nuevo." });
  if (now > asked.until) return refused("not-confirmed", { detail: "El código ya venció. Envíale uno nuevo." });
  if (asked.contentHash !== contentHashOfAct(what))
    return refused("not-confirmed", { detail: "Lo escrito cambió después de enviar el código. Envíale uno nuevo." });
  const { confirmationId } = asked;
  const attempt = await confirmations.reserve(confirmationId, codeTries);
  if (!attempt)
    return refused("not-confirmed", {
      detail: "Ese código ya no sirve, o todavía no sale. Espera un momento, o envíale uno nuevo.",
    });
  if (!isSameHash(await codeHashOf(code, asked), attempt.codeHash)) {
    if (attempt.attempts === codeTries) await alertOfAttempts(deps, file.head.claimId, confirmationId, now);
    return refused("not-confirmed");
  }
  await confirmations.giveBack(confirmationId);
  return ok({ by: "code", confirmationId });
}
