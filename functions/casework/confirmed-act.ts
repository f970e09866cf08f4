import type { ActWriter } from "../../shared/casework/act-writer.ts";
import type { CaseAt } from "../../shared/casework/case-at.ts";
import { recourseDecision, withdrawalDecision } from "../../shared/casework/claimant-acts.ts";
import { codeHashOf, contentHashOf, isSameHash } from "../../shared/casework/confirmation-code.ts";
import type { FoundAttachments } from "../../shared/casework/find-attachments.ts";
import { type Decision, record } from "../../shared/casework/record.ts";
import type { askConfirmation, takeWithdrawal } from "../../shared/contract/act-on-behalf-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { RequestOf } from "../../shared/contract/route.ts";
import {
  type Confirmation,
  type ConfirmedAct,
  codeTries,
  type IntakeChannel,
  waysToConfirm,
} from "../../shared/domain/act-on-behalf.ts";
import { type CaseEvent, type CaseEventOf, lastEntry } from "../../shared/domain/case-events.ts";
import type { Staff } from "../../shared/domain/people.ts";
import { ok } from "../../shared/domain/result.ts";
import type { CaseworkDeps } from "./casework-deps.ts";
import { broughtAct, receivedAttachments } from "./presented-act.ts";

/** An act that counts only once its person confirms it, as it was written down. */
export type UnconfirmedAct = RequestOf<typeof askConfirmation>["body"]["what"];
type Confirming = RequestOf<typeof takeWithdrawal>["body"]["confirmation"];

/** Which act it is. */
export function actOf(what: UnconfirmedAct): ConfirmedAct {
  return what.act === "recourse" ? what.kind : what.act;
}

/** All that was written down, in one order. */
export function contentHashOfAct(what: UnconfirmedAct): string {
  if (what.act === "withdrawal") return contentHashOf(["withdrawal", what.of, what.reason]);
  if (what.act === "agreement") return contentHashOf(["agreement", what.agreement, what.agreed]);
  const { kind, grounds, uploadIds, knowsDecision } = what;
  return contentHashOf([kind, grounds, ...uploadIds, ...(knowsDecision ? ["has the decision"] : [])]);
}

type FiledAct = Exclude<UnconfirmedAct, { act: "agreement" }>;

/** What an act that is filed makes of a case. */
export function decisionOf(
  deps: CaseworkDeps,
  writer: ActWriter,
  at: CaseAt,
  what: FiledAct,
): Promise<Answer<Decision, "upload-not-found">> | Answer<Decision, "not-now"> {
  return what.act === "withdrawal" ? withdrawalDecision(writer, at, what) : recourseDecision(deps, writer, at, what);
}

/** An act with how its person came and confirmed it. */
interface TakenConfirmed {
  readonly what: FiledAct;
  readonly came: IntakeChannel;
  readonly confirmation: Confirming;
}

/** What a confirmed act makes of a case; refused while its person has not confirmed it. */
export async function confirmedDecision(
  deps: CaseworkDeps,
  caller: Staff,
  at: CaseAt,
  { what, came, confirmation }: TakenConfirmed,
): Promise<Answer<Decision, "upload-not-found" | "submission-not-found" | "not-confirmed" | "not-now">> {
  const found =
    confirmation.by === "paper" || confirmation.by === "submission"
      ? await broughtAct(deps, caller, at, confirmation, actOf(what))
      : await confirmedNow(deps, caller, at, what, confirmation);
  if (!found.ok) return found;
  const { confirmed, ...brought } = found.value;
  return decisionOf(deps, { by: caller, taken: { came, confirmed }, ...brought }, at, what);
}

/** How a person who is here, or on the telephone, confirms what was written down. */
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
  if (confirmation.by === "voice") return confirmedByVoice(at, confirmation.recording);
  const signed = await receivedAttachments(deps, caller, confirmation.uploadIds);
  if (!signed.ok) return signed;
  return ok({ confirmed: { by: "signature", attachments: signed.value.attachments }, signed: signed.value });
}

/** A recorded call to the claim's own telephone, for whoever can be sent no code. */
function confirmedByVoice(
  { filing }: CaseAt,
  recording: string,
): Answer<{ readonly confirmed: Confirmation }, "not-now"> {
  const { claimant } = filing.details.form;
  if (!waysToConfirm("telephone", claimant).includes("voice"))
    return refused("not-now", {
      detail: "El reclamo tiene celular o correo: confirma con el código que le enviamos ahí.",
    });
  const { telephone: to } = claimant;
  return ok({ confirmed: { by: "voice", ...(to !== undefined && { to }), recording } });
}

/** The code last sent in a claim, unless an act used it. */
function lastCode(events: readonly CaseEvent[]): CaseEventOf<"confirmation-asked"> | undefined {
  const asked = lastEntry(events, "confirmation-asked");
  const used =
    asked &&
    events.slice(asked.seq).some(({ details }) => {
      const taken = "taken" in details ? details.taken?.confirmed : undefined;
      return ("confirmed" in details ? details.confirmed : taken)?.by === "code";
    });
  return used ? undefined : asked;
}

/** Whoever does not have the code may be guessing it: the manager is told, beside the act that is refused. */
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

/** A right attempt is given back, so that an act decided again, for somebody wrote first, is no other attempt. */
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
