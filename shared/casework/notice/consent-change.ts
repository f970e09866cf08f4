import { type Answer, refused } from "../../contract/refusals.ts";
import { ok } from "../../domain/case/result.ts";
import type { ConsentedChannel } from "../../domain/resolution/notified-acts.ts";
import type { ActWriter } from "../case/act-writer.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { Decision } from "../case/record.ts";
import { recordedToday } from "../work/recorded-today.ts";
import { claimantNow, consentsTo, saidConsent } from "./notice-consent.ts";

/** Changes of consent that a claim takes in a day, more than anybody needs. */
const mostChanges = 10;

/**
 * Returns the decision that records `notice-consent`: the claimant agrees to be notified by a channel, or no longer
 * agrees. The decision has no entries if the claimant's last statement was the same, except when they repeat, without
 * staff, a consent by telephone that may still be undone. Refuses `not-now` if they agree to `email` but the claim has
 * no address, if they agree to `mailbox` but the utility has none, or if ten changes were recorded today.
 */
export function consentChange(
  { by, taken }: ActWriter,
  at: CaseAt,
  { channel, granted }: { readonly channel: ConsentedChannel; readonly granted: boolean },
): Answer<Decision, "not-now"> {
  const isStaff = by.kind === "staff";
  const why = granted && cannotBeNotified(at, channel, isStaff);
  if (why) return refused("not-now", { detail: why });
  // A consent by telephone that may still be undone is said again by web to count at once.
  const isSaid = saidConsent(channel, at) === granted;
  if (isSaid && (taken !== undefined || consentsTo(channel, at) === granted)) return ok({ entries: [] });
  if (recordedToday(at, "notice-consent") >= mostChanges)
    return refused("not-now", {
      detail: isStaff
        ? "Hoy ya lo cambió muchas veces. Puede hacerlo mañana."
        : "Hoy ya lo cambiaste muchas veces. Sigue mañana, o llama a la oficina.",
    });
  const details = { channel, granted, ...(taken && { taken }) };
  return ok({ entries: [{ type: "notice-consent", effectiveAt: at.now, by, details }] });
}

/** Returns why the claimant cannot be notified by the channel, for them or for staff to read; undefined if they can. */
function cannotBeNotified(at: CaseAt, channel: ConsentedChannel, isStaff: boolean): string | undefined {
  if (channel === "mailbox") return at.law.notification.mailbox ? undefined : "Todavía no usamos casilla electrónica.";
  if (claimantNow(at).email !== undefined) return undefined;
  return isStaff ? "Este reclamo no tiene un correo." : "En este reclamo no dejaste un correo.";
}
