import { suppliesLink } from "../../shared/casework/notice/site-links.ts";
import { limaDay } from "../../shared/domain/term/calendar-day.ts";
import { log } from "../runtime/log.ts";
import type { NoticeDeps } from "./notice-deps.ts";
import { noticeMessage } from "./notice-message.ts";
import { sendToAccount } from "./send-to-account.ts";

/**
 * Notifies an account that its link to a supply was ended, and why, by the mail or mobile it signs in with, and notes
 * on the link that this is done. An account without a contact, or whose message is refused, is noted as done too. Sends
 * nothing if the account was notified before or linked the supply again. A run killed before the note sends the same
 * words again. Throws if other transactions keep the link busy.
 */
export async function notifyEndedLink(deps: NoticeDeps, sub: string, linkId: string): Promise<void> {
  const link = await deps.endedLinks.find(sub, linkId);
  if (!link || link.notifiedAt !== undefined) return log("info", "not-needed", { linkId });
  const contact = await deps.accountContacts.find(sub);
  const words = deps.templates.account["link-ended"]({
    supplyCode: link.supplyCode,
    endedOn: limaDay(link.endedAt),
    because: link.because,
  });
  const notice = { ...words, link: suppliesLink(deps.site), secrets: [] };
  const message = noticeMessage(notice, deps.templates, deps.sender);
  const sent = contact && (await sendToAccount(contact, message, deps));
  const now = deps.now();
  const messages = sent && sent !== "refused" ? [deps.caseFiles.messageWrite(sent.messageId, { sub }, now)] : [];
  if (messages.length === 0) log("warn", "message-refused", { linkId });
  const noted = await deps.transact([deps.endedLinks.notified(sub, link, now), ...messages]);
  // Refused alone: the account made the link anew meanwhile.
  if (!noted.done && noted.refused.length === 0) throw new Error(`others keep writing in the link ${linkId}`);
}
