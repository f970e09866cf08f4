import type { CaseEventOf } from "../../domain/case/case-events.ts";
import { claimantOf } from "../../domain/claim/claimant-contact.ts";
import type { ActOnBehalf } from "../../domain/counter/act-on-behalf.ts";
import type { Claimant } from "../../domain/filing/claim-form.ts";
import { isDeadAddress } from "../../domain/notice/sent-notices.ts";
import type { ConsentedChannel } from "../../domain/resolution/notified-acts.ts";
import type { CalendarDay } from "../../domain/term/calendar-day.ts";
import type { CaseAt } from "../case/case-at.ts";
import { countedChanges } from "../counter/counted-contact.ts";
import { stillUndoable, undoUntil } from "../term/undo-term.ts";

type Consenting = Pick<CaseAt, "file" | "filing">;
type ConsentingAt = Consenting & Pick<CaseAt, "law" | "now">;

/** Returns the claimant of a case with the contact that counts at `now` (`countedChanges`). */
export function claimantNow(at: ConsentingAt): Claimant {
  return claimantOf(at.file.events, countedChanges(at)) ?? at.filing.details.form.claimant;
}

/** Returns the address of the claimant that counts now; `domicilio del suministro` if they gave none. */
export const postalAddress = (at: ConsentingAt): string => claimantNow(at).address || "domicilio del suministro";

/**
 * Returns whether the claimant agrees to be notified by a channel (digest 5.6). Their last statement about the channel
 * decides, the claim form's being the first; a report that our mail is spam counts as a refusal. A consent given by
 * telephone counts only once it can no longer be undone (decision 52), a refusal at once.
 */
export function consentsTo(channel: ConsentedChannel, at: ConsentingAt): boolean {
  return statementsOn(channel, at).findLast((one) => !isPending(one, at))?.granted ?? false;
}

/**
 * Returns what the claimant stated last of a channel: true if they agreed to be notified by it. A consent that they may
 * still undo counts too, and a report that our mail is spam counts as a refusal. If there is no statement, returns true
 * only for e-mail, and only if the claim form says so.
 */
export function saidConsent(channel: ConsentedChannel, at: Consenting): boolean {
  return statementsOn(channel, at).at(-1)?.granted ?? false;
}

/**
 * Returns the last day on which the claimant may undo a consent to a channel that they gave by telephone. Undefined if
 * their last statement about the channel is not a consent by telephone, or if that day has passed.
 */
export function consentPendingUntil(channel: ConsentedChannel, at: ConsentingAt): CalendarDay | undefined {
  const last = statementsOn(channel, at).at(-1);
  return last && isPending(last, at) ? stillUndoable(last, at) : undefined;
}

/**
 * Returns the last day to undo the consent to e-mail that a claimant gave by telephone as their claim was taken; it
 * counts from the day after. Undefined if it counted at once, or if they gave none.
 */
export function filedConsentUndoUntil(
  { recordedAt, details }: CaseEventOf<"claim-filed">,
  law: CaseAt["law"],
): CalendarDay | undefined {
  return details.mailConsent && undoUntil({ recordedAt, details: details.mailConsent }, law);
}

/** What a claimant stated of a channel: in the claim form, later, or by a report that our mail is spam. */
interface Statement {
  readonly recordedAt: string;
  readonly granted: boolean;
  readonly details: ActOnBehalf;
}

/** What a claimant stated of a channel, the oldest first. Of the mailbox the claim form says nothing. */
function statementsOn(channel: ConsentedChannel, { file, filing }: Consenting): readonly Statement[] {
  const { form, mailConsent = {} } = filing.details;
  const onForm = { recordedAt: filing.recordedAt, granted: form.claimant.notifyByEmail, details: mailConsent };
  return [
    ...(channel === "email" ? [onForm] : []),
    ...file.events.flatMap((one): readonly Statement[] => {
      if (one.type === "notice-consent" && one.details.channel === channel)
        return [{ recordedAt: one.recordedAt, granted: one.details.granted, details: one.details }];
      if (one.type === "notice-complained" && one.details.channel === channel)
        return [{ recordedAt: one.recordedAt, granted: false, details: {} }];
      return [];
    }),
  ];
}

/** Whether a statement is a consent that may still be undone; what takes a consent back counts at once. */
function isPending(statement: Statement, at: Pick<CaseAt, "law" | "now">): boolean {
  return statement.granted && stillUndoable(statement, at) !== undefined;
}

/**
 * Returns the e-mail address to notify the claimant at. Undefined if they do not agree to e-mail, if they gave no
 * address, or if a message bounced because the address does not exist.
 */
export function noticeAddress(at: ConsentingAt): string | undefined {
  const { email } = claimantNow(at);
  return email !== undefined && consentsTo("email", at) && !isDeadAddress(at.file.events, email) ? email : undefined;
}

/**
 * Returns the claimant's e-mail address for news of the claim, which go out without their consent to be notified.
 * Undefined if they gave none, if a message bounced because the address does not exist, or if they marked our mail as
 * spam and agreed to no channel since.
 */
export function mailAddress(at: ConsentingAt): string | undefined {
  const { email } = claimantNow(at);
  const { events } = at.file;
  if (email === undefined || isDeadAddress(events, email)) return undefined;
  const lastStatement = events.findLast(
    ({ type, details }) =>
      type === "notice-complained" || (type === "notice-consent" && "granted" in details && details.granted === true),
  );
  return lastStatement?.type === "notice-complained" ? undefined : email;
}

/**
 * Returns the Spanish `detail` of the refusal to notify by e-mail if a message to the claimant's address bounced
 * because the address does not exist. Otherwise, or if they gave no address, returns an empty object. Does not look at
 * consent.
 */
export function whyNotByMail(at: ConsentingAt): { readonly detail?: string } {
  const { email } = claimantNow(at);
  return email !== undefined && isDeadAddress(at.file.events, email)
    ? { detail: "Su correo no existe o no recibe: lo último que se le envió volvió. Notifica en su domicilio." }
    : {};
}
