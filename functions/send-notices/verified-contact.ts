import { isConfirmedByCode } from "../../shared/casework/claim/contact-code.ts";
import type { CaseEvent } from "../../shared/domain/case/case-events.ts";
import type { AccountContacts } from "../../shared/storage/claim/account-contacts.ts";
import type { FixedNotice } from "../../shared/storage/notice/sent-notices.ts";

/** Mails in a day to one address that nobody verified, of all claims and documents: so a stranger's gets no more. */
export const mailsPerDay = 12;

/**
 * Returns whether somebody showed that a mail or mobile is theirs: it is the verified contact of an account that wrote
 * in the case, or the last code sent to it in this claim came back. If the last of `events` replaces the claim's key,
 * only the account that filed counts.
 */
export async function isVerifiedIn(
  { find }: AccountContacts,
  events: readonly CaseEvent[],
  claimId: string,
  { channel, to }: Pick<FixedNotice, "channel" | "to">,
): Promise<boolean> {
  if (isConfirmedByCode(events, claimId, to)) return true;
  // Who was let in by a key that was taken away proves nothing of the address that the next one goes to.
  const writers = events.at(-1)?.type === "key-replaced" ? events.slice(0, 1) : events;
  const accounts = new Set(writers.flatMap(({ by }) => (by.kind === "customer" ? by.sub : [])));
  const owned = await Promise.all([...accounts].map(find));
  return owned.some((own) => own?.channel === channel && own.to.toLowerCase() === to.toLowerCase());
}
