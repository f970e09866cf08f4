import { type Answer, refused } from "../../contract/refusals.ts";
import { type CaseEvent, type CaseEventOf, entriesOf, lastEntry } from "../../domain/case/case-events.ts";
import { ok } from "../../domain/case/result.ts";
import { codeTries } from "../../domain/counter/confirmation-codes.ts";
import { isMobile } from "../../domain/filing/claim-form.ts";
import type { Confirmations } from "../../storage/counter/confirmations.ts";
import type { CaseAt } from "../case/case-at.ts";
import { codeHashOf, contentHashOf, isSameHash } from "../counter/confirmation-code.ts";
import { claimantNow } from "../notice/notice-consent.ts";

/**
 * Returns the channels by which a code can be sent to the claimant: `sms` if they left a mobile number, `email` if they
 * left an e-mail address. Empty if they left neither.
 */
export function contactChannels(at: Pick<CaseAt, "file" | "filing" | "law" | "now">): readonly ("sms" | "email")[] {
  const { telephone, email } = claimantNow(at);
  return [...(isMobile(telephone) ? (["sms"] as const) : []), ...(email === undefined ? [] : (["email"] as const))];
}

/**
 * Returns the claimant's contact for a channel: the mobile number for `sms`, the e-mail address for `email`. Undefined
 * if they left none.
 */
export function contactOf(
  at: Pick<CaseAt, "file" | "filing" | "law" | "now">,
  channel: "sms" | "email",
): string | undefined {
  const { telephone, email } = claimantNow(at);
  if (channel === "email") return email;
  return isMobile(telephone) ? telephone : undefined;
}

/**
 * Returns the hash of a contact of a claim. A code for this contact is bound to the hash, so that the code confirms no
 * other contact and no other claim.
 */
export function contactHash(claimId: string, contact: string): string {
  return contentHashOf(["contact", claimId, contact]);
}

/**
 * Checks six digits against the code last asked for to confirm the contact of a claim, and returns the entry that asked
 * for that code. A wrong attempt is counted; a right one is not, because the digits may be checked again when a write
 * is retried. Refuses `not-confirmed` if no code was asked for, if the code has expired or is not stored, if five
 * attempts were counted before, or if the digits are wrong.
 */
export async function rightContactCode(
  confirmations: Confirmations,
  { file, now }: CaseAt,
  digits: string,
): Promise<Answer<CaseEventOf<"contact-code-asked">, "not-confirmed">> {
  const asked = lastEntry(file.events, "contact-code-asked");
  if (!asked || now > asked.details.until)
    return refused("not-confirmed", { detail: "Ese código ya venció. Pide uno nuevo." });
  const attempt = await confirmations.reserve(asked.details.confirmationId, codeTries);
  if (!attempt)
    return refused("not-confirmed", {
      detail: "Ese código ya no sirve, o todavía no sale. Espera un momento, o pide uno nuevo.",
    });
  if (!isSameHash(await codeHashOf(digits, asked.details), attempt.codeHash))
    return refused("not-confirmed", { detail: "El código no es el que te enviamos. Revísalo, o pide uno nuevo." });
  await confirmations.giveBack(asked.details.confirmationId);
  return ok(asked);
}

/** Returns whether a code that was asked for a contact in this claim came back from it. */
export function isConfirmedByCode(events: readonly CaseEvent[], claimId: string, to: string): boolean {
  return entriesOf(events, "contact-confirmed").some(({ seq, details: { how } }) => {
    const asked = entriesOf(events.slice(0, seq), "contact-code-asked").at(-1);
    return how === "code" && asked?.details.contentHash === contactHash(claimId, to);
  });
}
