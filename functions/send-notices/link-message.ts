import { claimLink, offerLink, openPageLink } from "../../shared/casework/notice/site-links.ts";
import type { SentLink } from "../../shared/domain/counter/contact.ts";
import { log } from "../runtime/log.ts";
import type { NoticeDeps } from "./notice-deps.ts";
import { noticeMessage } from "./notice-message.ts";
import { sendToAccount } from "./send-to-account.ts";

/**
 * Sends the link that staff promised in a contact to the mobile or address that the contact names, and notes when it
 * left or that it was refused. The message has no name, supply, claim code nor amount, since the telephone may be
 * somebody else's. Sends nothing if the contact has expired or its link was noted before. A run killed before the note
 * sends the same words again.
 */
export async function sendLinkMessage(deps: NoticeDeps, supplyCode: string, contactId: string): Promise<void> {
  const { sentLinks, templates, sender, site, now } = deps;
  const contact = await sentLinks.find(supplyCode, contactId);
  if (!contact || contact.link.sentAt !== undefined) return log("info", "not-needed", { contactId });
  const { link } = contact;
  const words = templates.link(link.page);
  const message = noticeMessage({ ...words, link: addressOf(link, site), secrets: [] }, templates, sender);
  const sent = await sendToAccount(link, message, deps);
  if (sent === "refused") log("warn", "message-refused", { contactId });
  await sentLinks.note(contact, now(), sent === "refused");
}

function addressOf({ page, claimId = "", offerId = "" }: SentLink, site: string): string {
  if (page === "offer") return offerLink(site, claimId, offerId);
  return page === "own-claim" ? claimLink(site, claimId) : openPageLink(site, page);
}
