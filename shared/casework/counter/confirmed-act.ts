import type { askConfirmation, takeWithdrawal } from "../../contract/counter/act-on-behalf-routes.ts";
import { type Answer, refused } from "../../contract/refusals.ts";
import type { RequestOf } from "../../contract/route.ts";
import { type CaseEvent, type CaseEventOf, lastEntry } from "../../domain/case/case-events.ts";
import { ok } from "../../domain/case/result.ts";
import { type Confirmation, type ConfirmedAct, waysToConfirm } from "../../domain/counter/act-on-behalf.ts";
import { codeTries } from "../../domain/counter/confirmation-codes.ts";
import { isRecording } from "../../domain/submission/submission.ts";
import type { Staff } from "../../domain/work/people.ts";
import type { Uploads } from "../../storage/attachment/uploads.ts";
import type { Confirmations } from "../../storage/counter/confirmations.ts";
import { type FoundAttachments, findAttachments } from "../attachment/find-attachments.ts";
import type { CaseAt } from "../case/case-at.ts";
import { type CaseDeps, record } from "../case/record.ts";
import { claimantNow } from "../notice/notice-consent.ts";
import { codeHashOf, contentHashOf, isSameHash } from "./confirmation-code.ts";

export interface ConfirmationDeps extends CaseDeps {
  readonly confirmations: Confirmations;
  readonly uploads: Uploads;
}

/** An act as staff wrote it down; it has no effect until the claimant confirms it. */
export type UnconfirmedAct = RequestOf<typeof askConfirmation>["body"]["what"];
export type Confirming = RequestOf<typeof takeWithdrawal>["body"]["confirmation"];

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

/**
 * Checks how a claimant confirms an act, and returns the confirmation as the entry will state it and, unless by a code,
 * its files (`signed`). Refuses `not-confirmed` if a code is wrong (this uses up an attempt), used, lapsed or was sent
 * for other words; `not-now` for a call if the claim has a mobile or e-mail for a code or the file is no recording, and
 * if a file has not passed its check; `upload-not-found` if a file is not the caller's or is attached already.
 */
export async function confirmedNow(
  deps: ConfirmationDeps,
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
  deps: ConfirmationDeps,
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
  deps: ConfirmationDeps,
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
  deps: ConfirmationDeps,
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

/**
 * Returns the caller's uploads as attachments, with the writes that file them; does not check that they are signed.
 * Refuses `upload-not-found` if one is not the caller's or is already attached; `not-now` if one has not passed its
 * check.
 */
export async function receivedAttachments(
  deps: ConfirmationDeps,
  { sub }: Staff,
  uploadIds: readonly string[],
): Promise<Answer<FoundAttachments, "upload-not-found" | "not-now">> {
  const attached = await findAttachments(deps, sub, uploadIds);
  if (attached.ok && attached.value.attachments.some(({ state }) => state !== "received"))
    return refused("not-now", {
      detail: "El papel firmado todavía se revisa, o no se pudo abrir. Espera a que diga «recibido», o envía otro.",
    });
  return attached;
}
