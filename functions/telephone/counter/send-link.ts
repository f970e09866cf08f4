import { type CaseAt, caseNow } from "../../../shared/casework/case/case-at.ts";
import { newTimeId } from "../../../shared/casework/case/new-ids.ts";
import { maskedContact } from "../../../shared/casework/claim/masked-contact.ts";
import { offersOf } from "../../../shared/casework/conciliation/offers.ts";
import { claimantNow, mailAddress } from "../../../shared/casework/notice/notice-consent.ts";
import { sendLink as route } from "../../../shared/contract/counter/call-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { RequestOf } from "../../../shared/contract/route.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { mostLinks, type SentLink } from "../../../shared/domain/counter/contact.ts";
import { isMobile } from "../../../shared/domain/filing/claim-form.ts";
import { awaitsContact } from "../../../shared/domain/filing/guest-claims.ts";
import { isDeadAddress } from "../../../shared/domain/notice/sent-notices.ts";
import { normalizeSupplyCode } from "../../../shared/domain/supply/supply-code.ts";
import { limaDay } from "../../../shared/domain/term/calendar-day.ts";
import type { LinkContact } from "../../../shared/storage/counter/contacts.ts";
import { serve } from "../../runtime/serve.ts";
import type { CallDeps } from "../call-deps.ts";
import { isKnown } from "./known-supply.ts";
import { linkWords } from "./link-words.ts";

type Body = RequestOf<typeof route>["body"];

/**
 * Records, once, a contact of the supply in which a link is sent; a repeat answers the first. Refuses
 * `supply-not-found` if it was never billed nor registered; `claim-not-found` if `claimId` is no claim of it; `not-now`
 * if no address is typed and the claim has none confirmed for `channel`, if an offer is linked and none is open, or if
 * the address had three links today; `write-key-used` if the key had other content; `busy` if others write first.
 */
export const sendLink = (deps: CallDeps) =>
  serve(route, async ({ body, caller, now, write }) => {
    const { contacts, dailyCounts, tenant } = deps;
    const before = await contacts.linkOf(write.key);
    if (before) return sentBefore(before, write.contentHash);
    const supplyCode = normalizeSupplyCode(body.supplyCode, tenant.supplyCodeLength.value);
    if (!(await isKnown(deps.receiptReader, supplyCode))) return refused("supply-not-found");
    const found = await linkOf(deps, supplyCode, body, now);
    if (!found.ok) return found;
    const link = found.value;
    if (!(await dailyCounts.take("links", link.to, mostLinks, now)))
      return refused("not-now", {
        detail: `Hoy ya se enviaron ${mostLinks} enlaces ahí. Díctale la dirección de la página.`,
      });
    const contact: LinkContact = {
      ...{ contactId: newTimeId(now), supplyCode, channel: "telephone", at: now, by: caller.sub },
      ...linkWords(link),
      link,
    };
    if (await contacts.sendLink(contact, write)) return ok(viewOf(contact));
    const made = await contacts.linkOf(write.key);
    return made ? sentBefore(made, write.contentHash) : refused("busy");
  });

const viewOf = ({ contactId, link: { page, channel, to } }: LinkContact) => ({
  ...{ contactId, page, channel },
  to: maskedContact(to),
});

/** What a write that was made before answers: that contact if the content was the same. */
function sentBefore(
  { contact, contentHash: before }: NonNullable<Awaited<ReturnType<CallDeps["contacts"]["linkOf"]>>>,
  contentHash: string,
) {
  return contact && before === contentHash ? ok(viewOf(contact)) : refused("write-key-used");
}

async function linkOf(
  deps: CallDeps,
  supplyCode: string,
  { page, claimId, channel, telephone, email }: Body,
  now: string,
): Promise<Answer<SentLink, "claim-not-found" | "not-now">> {
  const typed = telephone ?? email;
  if (claimId === undefined) return typed === undefined ? refused("not-now") : ok({ page, channel, to: typed });
  const file = await deps.caseFiles.read(claimId);
  if (file?.head.supplyCode !== supplyCode) return refused("claim-not-found");
  const at = caseNow(file, deps.tenant, now);
  const to = typed ?? contactOf(at, channel);
  if (to === undefined)
    return refused("not-now", {
      detail: `Ese reclamo no tiene un ${channel === "email" ? "correo" : "celular"} confirmado. Pídele que te lo dicte.`,
    });
  if (page === "own-claim") return ok({ page, claimId, channel, to });
  if (page !== "offer") return ok({ page, channel, to });
  const offer = offersOf(at).findLast(({ accepted, until }) => accepted === undefined && until >= limaDay(now));
  return offer
    ? ok({ page, claimId, offerId: offer.offerId, channel, to })
    : refused("not-now", { detail: "Ese reclamo no tiene una propuesta por responder." });
}

/** The claimant's contact of a channel; undefined if they left none, it was not confirmed, or a message came back. */
function contactOf(at: CaseAt, channel: "sms" | "email"): string | undefined {
  if (awaitsContact(at.file.events)) return undefined;
  if (channel === "email") return mailAddress(at);
  const { telephone } = claimantNow(at);
  return isMobile(telephone) && !isDeadAddress(at.file.events, telephone) ? telephone : undefined;
}
