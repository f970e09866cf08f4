import type { CaseEventOf } from "../domain/case-events.ts";
import type { ConsentedChannel } from "../domain/notified-acts.ts";
import { isDeadAddress } from "../domain/sent-notices.ts";
import type { CaseAt } from "./case-at.ts";

type Consenting = Pick<CaseAt, "file" | "filing">;

/**
 * Whether a claimant agrees to be notified by a channel: by the form, until they say otherwise (digest 5.6). Who takes our
 * mail for spam says so.
 */
export function consentsTo(channel: ConsentedChannel, { file, filing }: Consenting): boolean {
  const said = file.events.findLast(
    (one): one is CaseEventOf<"notice-consent"> | CaseEventOf<"notice-complained"> =>
      (one.type === "notice-consent" && one.details.channel === channel) ||
      (one.type === "notice-complained" && one.details.channel === channel),
  );
  if (said) return said.type === "notice-consent" && said.details.granted;
  return channel === "email" && filing.details.form.claimant.notifyByEmail;
}

/** The address a claimant is notified at by e-mail, if they agree to that and left one that takes mail. */
export function noticeAddress(at: Consenting): string | undefined {
  const { email } = at.filing.details.form.claimant;
  return email !== undefined && consentsTo("email", at) && !isDeadAddress(at.file.events, email) ? email : undefined;
}

/** The address a claimant is told of their claim at: also by who agreed to no notice, while it takes mail and wants it. */
export function mailAddress({ file: { events }, filing }: Consenting): string | undefined {
  const { email } = filing.details.form.claimant;
  if (email === undefined || isDeadAddress(events, email)) return undefined;
  const said = events.findLast(
    ({ type, details }) =>
      type === "notice-complained" || (type === "notice-consent" && "granted" in details && details.granted === true),
  );
  return said?.type === "notice-complained" ? undefined : email;
}

/** What staff are told where a claimant agreed to e-mail and it does not come. */
export function whyNotByMail(at: Consenting): { readonly detail?: string } {
  const { email } = at.filing.details.form.claimant;
  return email !== undefined && isDeadAddress(at.file.events, email)
    ? { detail: "Su correo no existe o no recibe: lo último que se le envió volvió. Notifica en su domicilio." }
    : {};
}
