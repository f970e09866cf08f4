import type { CaseEventOf } from "../domain/case-events.ts";
import type { ConsentedChannel } from "../domain/notified-acts.ts";
import { isDeadAddress } from "../domain/sent-notices.ts";
import type { CaseAt } from "./case-at.ts";

type Consenting = Pick<CaseAt, "file" | "filing">;

/**
 * Whether the claimant agrees to be notified by a channel (digest 5.6): by their last statement, where marking our mail as spam
 * withdraws consent, else by the form, which asks only about e-mail.
 */
export function consentsTo(channel: ConsentedChannel, { file, filing }: Consenting): boolean {
  const lastStatement = file.events.findLast(
    (one): one is CaseEventOf<"notice-consent"> | CaseEventOf<"notice-complained"> =>
      (one.type === "notice-consent" && one.details.channel === channel) ||
      (one.type === "notice-complained" && one.details.channel === channel),
  );
  if (lastStatement) return lastStatement.type === "notice-consent" && lastStatement.details.granted;
  return channel === "email" && filing.details.form.claimant.notifyByEmail;
}

/** Returns the e-mail address to notify the claimant at; undefined if they do not agree, gave none, or it does not take mail. */
export function noticeAddress(at: Consenting): string | undefined {
  const { email } = at.filing.details.form.claimant;
  return email !== undefined && consentsTo("email", at) && !isDeadAddress(at.file.events, email) ? email : undefined;
}

/**
 * Returns the e-mail address for news of the claim, which needs no consent to be notified; undefined if the claimant gave none,
 * it does not take mail, or they marked our mail as spam and agreed to no channel since.
 */
export function mailAddress({ file: { events }, filing }: Consenting): string | undefined {
  const { email } = filing.details.form.claimant;
  if (email === undefined || isDeadAddress(events, email)) return undefined;
  const lastStatement = events.findLast(
    ({ type, details }) =>
      type === "notice-complained" || (type === "notice-consent" && "granted" in details && details.granted === true),
  );
  return lastStatement?.type === "notice-complained" ? undefined : email;
}

/**
 * Returns the Spanish detail of the refusal to notify by e-mail if the claimant's address does not take mail; otherwise an
 * empty object, also if they gave no address or do not agree.
 */
export function whyNotByMail(at: Consenting): { readonly detail?: string } {
  const { email } = at.filing.details.form.claimant;
  return email !== undefined && isDeadAddress(at.file.events, email)
    ? { detail: "Su correo no existe o no recibe: lo último que se le envió volvió. Notifica en su domicilio." }
    : {};
}
