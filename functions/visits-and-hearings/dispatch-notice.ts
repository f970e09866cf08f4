import { randomUUID } from "node:crypto";
import type { CaseAt } from "../../shared/casework/case-at.ts";
import { countsFrom } from "../../shared/casework/early-delivery.ts";
import { editCase } from "../../shared/casework/edit-case.ts";
import { givenDelivery } from "../../shared/casework/hand-over.ts";
import { newSecret } from "../../shared/casework/new-ids.ts";
import { claimantNow, consentsTo, noticeAddress, whyNotByMail } from "../../shared/casework/notice-consent.ts";
import { deliveriesCounted, pickDeliverer } from "../../shared/casework/pick-deliverer.ts";
import { dispatchNotice as route } from "../../shared/contract/notice-routes.ts";
import { type Answer, refused } from "../../shared/contract/refusals.ts";
import type { CaseNote } from "../../shared/domain/case-events.ts";
import { ok } from "../../shared/domain/result.ts";
import { serve } from "../runtime/serve.ts";
import type { VisitDeps } from "./visit-deps.ts";

/**
 * Records `resolution-dispatched`: the decision is on its way; sends nothing itself. Adds a new key that opens the notice
 * or, for `personal`, their address (`domicilio del suministro` if they gave none) and which inspector has it. Refuses
 * `no-consent` if they did not agree to `email` or `mailbox`, their e-mail takes no mail or the utility has no mailbox;
 * `not-now` if no signed decision waits to be notified, or its delivery was recorded and counts later. Answers the case. Also refuses as `editCase`.
 */
export const dispatchNotice = (deps: VisitDeps) =>
  serve(route, (request) =>
    editCase(deps, request, async (at) => {
      if (countsFrom(at)) return refused("not-now", { detail: alreadyDelivered });
      const { channel } = request.body;
      const fact = { type: "resolution-dispatched", effectiveAt: at.now, by: request.caller } as const;
      const noticeId = randomUUID();
      if (channel === "personal") {
        const to = claimantNow(at).address || "domicilio del suministro";
        const zone = at.file.visits.at(-1)?.zone;
        const given = await givenTo(deps, noticeId, at.now);
        return ok({ entries: [{ ...fact, channel, details: { noticeId, to, zone } }, ...given] });
      }
      const sentTo = mailedTo(channel, at);
      if (!sentTo.ok) return sentTo;
      const to = sentTo.value;
      const noticeKey = newSecret();
      return ok({
        entries: [{ ...fact, channel, details: { noticeId, to, noticeKey } }],
        also: [deps.caseFiles.noticeWrite(noticeKey, request.params.claimId, noticeId)],
      });
    }),
  );

const alreadyDelivered = "Ya se entregó, y cuenta desde que empiece el horario hábil: no hay que avisarla otra vez.";

/** Who gives the deliveries to inspectors. */
const by = { kind: "system", name: "dispatch-notice" } as const;

/** Returns the entry that gives a new delivery to who has the fewest; none if no inspector is on duty. */
async function givenTo(
  { agenda, staffRegister, tenant }: VisitDeps,
  noticeId: string,
  effectiveAt: string,
): Promise<readonly CaseNote[]> {
  const office = tenant.office.code.value;
  const [heads, staff] = await Promise.all([agenda.toHandOver(office, deliveriesCounted), staffRegister.list(office)]);
  const pending = heads.map(({ delivery }) => delivery);
  const least = pickDeliverer(pending, staff);
  if (!least) return [];
  return [{ type: "work-noted", effectiveAt, by, details: givenDelivery(noticeId, least) }];
}

/** Returns whom a message goes to. Refuses `no-consent` if they did not agree to it, or it cannot reach them. */
function mailedTo(channel: "email" | "mailbox", at: CaseAt): Answer<string, "no-consent"> {
  const to = channel === "email" ? noticeAddress(at) : mailboxOf(at);
  return to === undefined ? refused("no-consent", channel === "email" ? whyNotByMail(at) : {}) : ok(to);
}

/**
 * Returns the name of the mailbox as an addressee; undefined if the utility has none or the claimant did not agree to
 * it.
 */
function mailboxOf(at: CaseAt): string | undefined {
  return at.law.notification.mailbox && consentsTo("mailbox", at) ? "casilla electrónica" : undefined;
}
