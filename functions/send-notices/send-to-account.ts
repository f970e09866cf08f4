import type { AccountContact } from "../../shared/storage/account-contacts.ts";
import type { Sent } from "../../shared/storage/mail.ts";
import type { NoticeDeps } from "./notice-deps.ts";
import type { NoticeMessage } from "./notice-message.ts";

/** Sends a message to an account by the way it signs in: as a mail, or in its short words as a text message. */
export function sendToAccount(
  { channel, to }: AccountContact,
  { subject, text, html, short }: NoticeMessage,
  { mail, texts }: Pick<NoticeDeps, "mail" | "texts">,
): Promise<Sent> {
  return channel === "email" ? mail.send({ to, subject, text, html }) : texts.send(to, short);
}
