import { randomUUID } from "node:crypto";
import type { CaseAt } from "../../../shared/casework/case/case-at.ts";
import { newSecret } from "../../../shared/casework/case/new-ids.ts";
import type { Decision } from "../../../shared/casework/case/record.ts";
import { countsFrom } from "../../../shared/casework/delivery/early-delivery.ts";
import { deliveriesCounted, pickDeliverer } from "../../../shared/casework/delivery/pick-deliverer.ts";
import {
  consentsTo,
  noticeAddress,
  postalAddress,
  whyNotByMail,
} from "../../../shared/casework/notice/notice-consent.ts";
import { givenDelivery } from "../../../shared/casework/work/hand-over.ts";
import { type Answer, refused } from "../../../shared/contract/refusals.ts";
import type { NoticeChannel } from "../../../shared/domain/case/claim-events.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import type { Staff } from "../../../shared/domain/work/people.ts";
import type { StaffRecord } from "../../../shared/storage/register/staff-register.ts";
import type { VisitDeps } from "../visit-deps.ts";

/** How a decision is dispatched, and by whom. */
interface Dispatch {
  readonly by: Staff;
  readonly channel: NoticeChannel;
  /** Gives the delivery of a claim to an inspector. */
  readonly deliverers: Deliverers;
}

/**
 * Decides `resolution-dispatched` and sends nothing; whether the claim waits for it, the law says afterwards. Adds a
 * key that opens the notice or, for `personal`, their address (`domicilio del suministro` if none) and the inspector.
 * Refuses `no-consent` if they did not agree to `email` or `mailbox`, their e-mail takes no mail or the utility has no
 * mailbox; `not-now` if its delivery was recorded and counts later.
 */
export async function dispatchDecision(
  { caseFiles }: VisitDeps,
  at: CaseAt,
  { by, channel, deliverers }: Dispatch,
): Promise<Answer<Decision, "not-now" | "no-consent">> {
  if (countsFrom(at)) return refused("not-now", { detail: alreadyDelivered });
  const { claimId } = at.file.head;
  const fact = { type: "resolution-dispatched", effectiveAt: at.now, by } as const;
  const noticeId = randomUUID();
  if (channel === "personal") {
    const to = postalAddress(at);
    const zone = at.file.visits.at(-1)?.zone;
    const inspector = await deliverers.of(claimId);
    const sent = { ...fact, channel, details: { noticeId, to, zone } };
    if (!inspector) return ok({ entries: [sent] });
    const given = { type: "work-noted", effectiveAt: at.now, by: giver } as const;
    return ok({ entries: [sent, { ...given, details: givenDelivery(noticeId, inspector) }] });
  }
  const sentTo = mailedTo(channel, at);
  if (!sentTo.ok) return sentTo;
  const noticeKey = newSecret();
  return ok({
    entries: [{ ...fact, channel, details: { noticeId, to: sentTo.value, noticeKey } }],
    also: [caseFiles.noticeWrite(noticeKey, claimId, noticeId)],
  });
}

const alreadyDelivered = "Ya se entregó, y cuenta desde que empiece el horario hábil: no hay que avisarla otra vez.";

/** Who gives the deliveries to inspectors. */
const giver = { kind: "system", name: "dispatch-notice" } as const;

/** Shares out new deliveries among the inspectors on duty. */
export interface Deliverers {
  /** Returns who gets the delivery of a claim, the same person each time; undefined if no inspector is on duty. */
  of(claimId: string): Promise<StaffRecord | undefined>;
}

/**
 * Returns who shares out the deliveries of one act: each to the inspector on duty who has the fewest, those that this
 * act gave included. The pending deliveries and the staff are read once, for the first one.
 */
export function openDeliverers({ agenda, staffRegister, tenant }: VisitDeps): Deliverers {
  const office = tenant.office.code.value;
  const readOnce = once(() => Promise.all([agenda.toHandOver(office, deliveriesCounted), staffRegister.list(office)]));
  const given = new Map<string, StaffRecord | undefined>();
  return {
    of: async (claimId) => {
      const [heads, staff] = await readOnce();
      if (!given.has(claimId)) {
        const pending = heads.map(({ delivery }) => delivery);
        const now = [...given.values()].map((inspector) => ({ inspector }));
        given.set(claimId, pickDeliverer([...pending, ...now], staff));
      }
      return given.get(claimId);
    },
  };
}

function once<Read>(read: () => Promise<Read>): () => Promise<Read> {
  let reading: Promise<Read> | undefined;
  return () => {
    reading ??= read();
    return reading;
  };
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
