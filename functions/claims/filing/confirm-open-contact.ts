import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import { contactOf, rightContactCode } from "../../../shared/casework/claim/contact-code.ts";
import { hearingView } from "../../../shared/casework/conciliation/hearing-instructions.ts";
import { confirmedContact } from "../../../shared/casework/filing/confirmed-contact.ts";
import { confirmOpenContact as route } from "../../../shared/contract/open-routes.ts";
import type { Answer } from "../../../shared/contract/refusals.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsContact } from "../../../shared/domain/filing/guest-claims.ts";
import { networkOf } from "../../../shared/domain/network.ts";
import { mailOrigins } from "../../../shared/domain/notice/mail-origin.ts";
import { waitingAppointments } from "../../../shared/domain/visit/waiting-appointments.ts";
import { serve } from "../../runtime/serve.ts";
import { claimByKey } from "../claim/claim-by-key.ts";
import type { ClaimDeps } from "../claim-deps.ts";

const by = { kind: "system", name: "confirm-contact" } as const;

/**
 * Records `contact-confirmed` in a claim filed without an account if `digits` are the last sent to its contact, and
 * gives the claim its visit and hearing unless another reason makes them wait. Writes nothing if it is confirmed
 * already. If code or key is wrong, refuses `claim-not-found` or, after five wrong keys this hour, `too-many-attempts`.
 * Refuses `not-confirmed` if the digits are wrong or lapsed, or after five wrong tries. Also refuses as `record`.
 */
export const confirmOpenContact = (deps: ClaimDeps) =>
  serve(route, async ({ body, viewerAddress, now, write }) => {
    const found = await claimByKey(deps, body, now);
    if (!found.ok) return found;
    const { file: known } = found.value;
    const { claimId } = known.head;
    const recorded = await record(deps, { claimId, now, write, known }, (at) =>
      decided(deps, at, body.digits, networkOf(viewerAddress)),
    );
    if (!recorded.ok) return recorded;
    const { file, claim } = recorded.value;
    return ok({
      contactConfirmed: true,
      visit: lastEntry(file.events, "appointments-given")?.details.visit,
      hearing: hearingView(file.events, deps.tenant),
      ...(waitingAppointments(file.events, claim.state) && { awaitsAppointments: true }),
    });
  });

async function decided(
  deps: ClaimDeps,
  at: CaseAt,
  digits: string,
  network: string,
): Promise<Answer<Decision, "not-confirmed">> {
  if (!awaitsContact(at.file.events)) return ok({ entries: [] });
  const right = await rightContactCode(deps.confirmations, at, digits);
  if (!right.ok) return right;
  const { channel, contentHash } = right.value.details;
  const sameMail = channel === "email" && (await isFullAt(deps, contactOf(at, channel) ?? "", network, at.now));
  const sub = `contact-${contentHash}`;
  return ok(await confirmedContact(deps, at, { by, sub, sameMail, details: { how: "code", channel } }));
}

/** Counts a claim confirmed at a mail, and returns whether one of its origins had its appointments of the day. */
async function isFullAt({ dailyCounts, tenant }: ClaimDeps, mail: string, network: string, now: string) {
  const { mail: ofOne, publicMail } = tenant.office.appointmentsPerDay.value;
  for (const { whose, isPublic } of mailOrigins(mail, network))
    if (!(await dailyCounts.take("confirmed", whose, isPublic ? publicMail : ofOne, now))) return true;
  return false;
}
