import type { AccountContact } from "../../shared/storage/claim/account-contacts.ts";
import type { Sent } from "../../shared/storage/notice/mail.ts";
import type { NoticeDeps } from "./notice-deps.ts";
import type { NoticeMessage } from "./notice-message.ts";

/**
 * Sends a message to an account by the way it signs in: as a mail, or in its short words as a text message.
 * @param stopAt of a mail with news, the address to which a mail program posts to end such mails; absent for other
 * mails
 */
export function sendToAccount(
  { channel, to }: AccountContact,
  { subject, text, html, short }: NoticeMessage,
  { mail, texts }: Pick<NoticeDeps, "mail" | "texts">,
  stopAt?: string,
): Promise<Sent> {
  return channel === "email" ? mail.send({ to, subject, text, html, stopAt }) : texts.send(to, short);
}
