import type { CaseNote } from "../../domain/case/case-events.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import type { NoteDetails } from "../../domain/case/note-details.ts";
import { waitingAppointments } from "../../domain/visit/waiting-appointments.ts";
import type { CaseAt } from "../case/case-at.ts";
import type { Decision } from "../case/record.ts";
import { type AdmissionDeps, admissionOf } from "../visit/admission-to-appointments.ts";
import { type GivingDeps, givenAppointments } from "../visit/given-appointments.ts";

export type ContactDeps = AdmissionDeps & GivingDeps;

interface Confirmed {
  /** Who records it: the member of the staff who looked, or the system. */
  readonly by: Actor;
  /** For whom the limits of the day count; the member of the staff has none. */
  readonly sub?: string | undefined;
  /** Whether too many claims were confirmed today at mails of the same hand. */
  readonly sameMail?: boolean;
  readonly details: NoteDetails["contact-confirmed"];
}

const reason = "Respondió en el contacto que dejó.";

/**
 * Returns the decision that records `contact-confirmed` in a claim filed by a guest, and gives the claim the visit and
 * hearing it waits for. With `sameMail`, or if such a claim filed today by `sub` would have to wait (`admissionOf`),
 * this claim goes on waiting, and the note `appointments-waiting` says why. If the claim waits for no appointments, or
 * its state no longer allows them, the decision only records `contact-confirmed`.
 */
export async function confirmedContact(
  deps: ContactDeps,
  at: CaseAt,
  { by, sub, sameMail, details }: Confirmed,
): Promise<Decision> {
  const { file, claim, now } = at;
  const note: CaseNote = { type: "contact-confirmed", effectiveAt: now, by, details };
  const waiting = waitingAppointments(file.events, claim.state);
  if (!waiting) return { entries: [note] };
  if (sameMail) {
    const { giveBy } = waiting;
    return { entries: [note, { type: "appointments-waiting", effectiveAt: now, by, details: { giveBy, sameMail } }] };
  }
  const { claimId, supplyCode, claimType, receipts } = file.head;
  const admission = await admissionOf(deps, {
    claimId,
    supplyCode,
    claimType,
    receipts,
    by: sub === undefined ? by : { kind: "customer", sub },
    now,
  });
  if (admission.waits) {
    const { giveBy } = waiting;
    return {
      entries: [note, { type: "appointments-waiting", effectiveAt: now, by, details: { giveBy, ...admission.waits } }],
      also: admission.also,
    };
  }
  const given = await givenAppointments(deps, at, {
    by: by.kind === "staff" ? by : { kind: "system", name: "confirm-contact" },
    reason: details.remark ?? reason,
    alsoAmong: admission.sameDay,
  });
  return { entries: [note, ...given.entries], also: [...admission.also, ...(given.also ?? [])] };
}
