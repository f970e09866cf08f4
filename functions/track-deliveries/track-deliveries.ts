import type { CaseAt } from "../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../shared/casework/case/record.ts";
import { mailAddress } from "../../shared/casework/notice/notice-consent.ts";
import { isNoticeOpen } from "../../shared/casework/notice/open-notices.ts";
import { deliveryOutcome } from "../../shared/contract/delivery/delivery-outcomes.ts";
import { refused } from "../../shared/contract/refusals.ts";
import { type CaseEvent, type CaseEventOf, entriesOf } from "../../shared/domain/case/case-events.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { log } from "../runtime/log.ts";
import type { DeliveryDeps, DeliveryOutcome } from "./delivery-deps.ts";
import { trackAccountMessage } from "./track-account-message.ts";
import { trackSubmissionDelivery } from "./track-submission-delivery.ts";

const by = { kind: "system", name: "track-deliveries" } as const;

/** Minutes that an outcome waits in the queue for its message to be recorded, which takes seconds. */
const patienceMinutes = 10;

/**
 * Records the delivery outcome of a notice in its case, each outcome once and in any order; if the notice bounced or
 * was marked as spam, also `manager-alerted`. An outcome for a submission goes to `trackSubmissionDelivery`, for an
 * account to `trackAccountMessage`. If no message has the outcome's id, throws, so that the queue tries again, and from
 * ten minutes after `queuedAt` (when the outcome entered the queue) logs `unknown-message` instead.
 */
export const trackDeliveries =
  (deps: DeliveryDeps) =>
  async (body: unknown, queuedAt: string): Promise<void> => {
    const outcome = deliveryOutcome.parse(body);
    const { messageId, became } = outcome;
    const place = await deps.caseFiles.placeOfMessage(messageId);
    if (!place) {
      if (Date.parse(deps.now()) - Date.parse(queuedAt) < patienceMinutes * 60_000)
        throw new Error(`nothing is known of the message ${messageId} yet`);
      log("warn", "unknown-message", { message: messageId, became });
      return;
    }
    if ("sub" in place) return trackAccountMessage(deps, place.sub, outcome);
    if ("submissionId" in place) return trackSubmissionDelivery(deps, place, outcome);
    const key = `track-deliveries ${messageId} ${became}`;
    const { claimId, seq: reached } = place;
    const request = { claimId, reached, now: deps.now(), write: { key, contentHash: key } };
    const recorded = await record(deps, request, (at) => {
      const { events } = at.file;
      const sent = entriesOf(events, "notice-sent").find(({ details }) => details.messageId === messageId);
      return sent ? ok({ entries: entriesFor(outcome, sent, at) }) : refused("claim-not-found");
    });
    if (!recorded.ok) throw new Error(`the delivery outcome of ${messageId} was not recorded: ${recorded.error}`);
  };

function entriesFor(
  { became, messageId, at: then, reason }: DeliveryOutcome,
  sent: CaseEventOf<"notice-sent">,
  at: CaseAt,
): Decision["entries"] {
  const { now } = at;
  const { events } = at.file;
  const { seq, channel, to = "" } = sent.details;
  // A provider's clock may be a little ahead of this one.
  const entry = { effectiveAt: then < now ? then : now, by };
  const details = { seq, channel, to, messageId };
  const alert = (words: string) =>
    ({ ...entry, effectiveAt: now, type: "manager-alerted", details: { reason: words } }) as const;
  const what = `«${sent.details.subject}»`;
  switch (became) {
    case "delivered":
      return [{ ...entry, type: "notice-delivered", details }];
    case "delayed":
      return [{ ...entry, type: "notice-delayed", details }];
    case "complained":
      return [
        { ...entry, type: "notice-complained", details },
        alert(`El reclamante marcó como no deseado el correo ${what}: no se le escribe más por correo. Llámelo.`),
      ];
    case "bounced": {
      const how = channel === "email" ? "El correo" : "El mensaje de texto";
      const alone = channel === "sms" && mailAddress(at) === undefined;
      const instead =
        inPerson(events, seq) ?? (alone ? "No dejó correo: dígaselo en persona." : "Avísele de otra manera.");
      return [
        { ...entry, type: "notice-bounced", details: { ...details, reason: reason ?? "unknown" } },
        alert(`${how} ${what} no llegó. ${instead}`),
      ];
    }
  }
}

/**
 * Returns what staff must do about a notice that starts a term and that nobody acknowledged yet; `undefined` for any
 * other.
 */
function inPerson(events: readonly CaseEvent[], seq: number): string | undefined {
  const source = events[seq - 1];
  if (source?.type === "notice-dispatched")
    return isNoticeOpen(events, source) ? "Es una notificación: dígaselo en persona hoy." : undefined;
  if (source?.type !== "resolution-dispatched") return undefined;
  const isNotified = events
    .slice(seq)
    .some((one) => one.type === "resolution-notified" || one.type === "resolution-dispatched");
  return isNotified ? undefined : "Es la notificación de la decisión: llévela al domicilio hoy.";
}
