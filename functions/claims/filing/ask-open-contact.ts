import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { newTimeId } from "../../../shared/casework/case/new-ids.ts";
import { type Decision, record } from "../../../shared/casework/case/record.ts";
import { contactHash, contactOf } from "../../../shared/casework/claim/contact-code.ts";
import { recordedToday } from "../../../shared/casework/work/recorded-today.ts";
import { askOpenContact as route } from "../../../shared/contract/open-routes.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import { lastEntry } from "../../../shared/domain/case/case-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { awaitsContact } from "../../../shared/domain/filing/guest-claims.ts";
import { networkOf } from "../../../shared/domain/network.ts";
import { codeEnd } from "../../../shared/storage/counter/confirmations.ts";
import { serve } from "../../runtime/serve.ts";
import { claimByKey } from "../claim/claim-by-key.ts";
import type { ClaimDeps } from "../claim-deps.ts";

/**
 * Codes in a day for one claim, and for one mobile or mail from one network: few, since anybody may ask for them. A
 * contact has more of all networks together, so that no single one uses them up.
 */
const [codesPerDay, codesOfContact] = [6, 12];
const by = { kind: "system", name: "confirm-contact" } as const;

/**
 * Records `contact-code-asked` in a claim without an account; a worker then sends six digits to its contact. Answers
 * the channel and the digits' last instant. If code or key is wrong, refuses `claim-not-found` or, after five wrong
 * keys this hour, `too-many-attempts`. Refuses `not-now` if the contact is confirmed, none was left for `channel`, or
 * today six codes left for the claim or from this network, or twelve to the contact. Also refuses as `record`.
 */
export const askOpenContact = (deps: ClaimDeps) =>
  serve(route, async ({ body, viewerAddress, now, write }) => {
    const found = await claimByKey(deps, body, now);
    if (!found.ok) return found;
    const { file: known } = found.value;
    const { claimId } = known.head;
    const recorded = await record(deps, { claimId, now, write, known }, (at) =>
      asked(deps, at, body.channel, networkOf(viewerAddress)),
    );
    if (!recorded.ok) return recorded;
    const entry = lastEntry(recorded.value.file.events, "contact-code-asked");
    if (!entry) throw new Error(`no code in claim ${claimId} after it was asked for`);
    return ok({ channel: entry.details.channel, until: entry.details.until });
  });

async function asked(
  { dailyCounts, tenant }: ClaimDeps,
  at: CaseAt,
  channel: "sms" | "email",
  network: string,
): Promise<Answer<Decision, "not-now">> {
  const { file, now } = at;
  if (!awaitsContact(file.events))
    return refused("not-now", { detail: "El contacto de este reclamo ya está confirmado." });
  const contact = contactOf(at, channel);
  if (contact === undefined)
    return refused("not-now", {
      detail: `En este reclamo no dejaste ${channel === "email" ? "un correo" : "un celular"}.`,
    });
  const mayLeave =
    recordedToday(at, "contact-code-asked") < codesPerDay &&
    (await dailyCounts.take("codes", `${network} ${contact}`, codesPerDay, now)) &&
    (await dailyCounts.take("codes", contact, codesOfContact, now));
  if (!mayLeave)
    return refused("not-now", {
      detail: `Hoy ya salieron varios códigos a ese contacto, quizá por otros reclamos. El tuyo sigue igual y sus plazos corren. Para confirmarlo hoy llámanos al ${tenant.contact.telephone.value}, o ábrelo con su clave desde tu cuenta.`,
    });
  const contentHash = contactHash(file.head.claimId, contact);
  const details = { confirmationId: newTimeId(now), contentHash, channel, until: codeEnd(now) };
  return ok({ entries: [{ type: "contact-code-asked", effectiveAt: now, by, details }] });
}
