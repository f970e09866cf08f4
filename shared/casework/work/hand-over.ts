import { type Answer, refused } from "../../contract/refusals.ts";
import type { Actor } from "../../domain/case/claim-events.ts";
import type { Owner } from "../../domain/case/fact-details.ts";
import type { NoteDetails } from "../../domain/case/note-details.ts";
import { ok } from "../../domain/case/result.ts";
import { pendingDelivery } from "../../domain/delivery/pending-delivery.ts";
import type { StaffRole } from "../../domain/work/people.ts";
import type { StaffRecord } from "../../storage/register/staff-register.ts";
import type { StoredVisit, Visits } from "../../storage/visit/visits.ts";
import { type CaseAt, isHeadOver, isOffLists } from "../case/case-at.ts";
import type { CaseDeps, Decision } from "../case/record.ts";
import { deliveryGiven } from "./handing-reason.ts";

/** The roles that may own a claim. */
const ownerRoles: readonly StaffRole[] = ["analyst", "conciliator", "resolver"];

const isOneOf = ({ roles }: StaffRecord, wanted: readonly StaffRole[]): boolean =>
  roles.some((role) => wanted.includes(role));

/** Returns whether a member of staff may be given claims: on duty, and an analyst, conciliator or resolver. */
export function mayOwn(person: StaffRecord): boolean {
  return person.onDuty && isOneOf(person, ownerRoles);
}

/** Returns whether a member of staff may be given visits: an inspector on duty. */
export function mayVisit(person: StaffRecord): boolean {
  return person.onDuty && isOneOf(person, ["inspector"]);
}

/** Why a person cannot be given a claim: off duty, or without a role that owns claims. */
export const ownsNothing = "Esa persona no está de turno, o su cargo no lleva reclamos.";

/** Who hands over, and why. */
export interface Handing {
  readonly by: Actor;
  readonly reason: string;
}

/**
 * Returns the decision that gives a claim to a new owner `to`. It records `owner-changed` and, while the claim is on a
 * work list, moves it in the counts of open claims. It has no entries if `to` owns the claim already.
 * Refuses `not-now` if the claim is over, or if `to` is absent, off duty or no analyst, conciliator or resolver.
 */
export function ownerChange(
  { staffRegister }: Pick<CaseDeps, "staffRegister">,
  { file: { head }, now }: CaseAt,
  to: StaffRecord | undefined,
  { by, reason }: Handing,
): Answer<Decision, "not-now"> {
  if (isHeadOver(head)) return refused("not-now", { detail: "Este reclamo ya terminó." });
  if (!to || !mayOwn(to)) return refused("not-now", { detail: ownsNothing });
  const { owner: before, office } = head;
  if (before?.sub === to.sub) return ok({ entries: [] });
  const owner: Owner = { sub: to.sub, name: to.name, extension: to.extension };
  const counts = [
    ...(before ? [staffRegister.count(office, before.sub, -1)] : []),
    staffRegister.count(office, owner.sub, 1),
  ];
  return ok({
    entries: [{ type: "owner-changed", effectiveAt: now, by, details: { before, owner, reason } }],
    also: isOffLists(head) ? [] : counts,
  });
}

/** Which visit of a case is given to whom. */
interface InspectorChange {
  readonly inspectionId: string;
  readonly to: StaffRecord | undefined;
  readonly today: string;
  /** Set if the caller also gives `to` the visit of another claim that serves this one. */
  readonly isServed?: true;
}

const withOther = "Esta visita se hace con la de otro reclamo del suministro: cámbiala en ese reclamo.";

/**
 * Returns the decision that gives a visit to the inspector `to`: the entry `inspection-assigned` and the visit's write.
 * It has no entries if `to` has the visit already. Refuses `inspection-not-found` if the case has no such visit.
 * Refuses `not-now` if the visit was reported or its day is past, or if `to` is absent, off duty or no inspector.
 * Refuses `not-now` too if another claim's visit serves this one, unless `isServed` is set.
 */
export function inspectorChange(
  { visits }: { readonly visits: Visits },
  { file, now }: CaseAt,
  { inspectionId, to, today, isServed }: InspectorChange,
  { by, reason }: Handing,
): Answer<Decision, "inspection-not-found" | "not-now"> {
  const visit = file.visits.find((one) => one.inspectionId === inspectionId);
  if (!visit) return refused("inspection-not-found");
  if (!isToDo(visit, today)) return refused("not-now", { detail: "Esa visita ya se hizo, o su día pasó." });
  if (visit.shares && !isServed) return refused("not-now", { detail: withOther });
  if (!to || !mayVisit(to)) return refused("not-now", { detail: noInspector });
  if (visit.inspector?.sub === to.sub) return ok({ entries: [] });
  const details = { inspectionId, inspector: to.sub, name: to.name, reason };
  return ok({
    entries: [{ type: "inspection-assigned", effectiveAt: now, by, details }],
    also: [visits.reassign(visit, { sub: to.sub, name: to.name })],
  });
}

const noInspector = "Esa persona no está de turno, o no es inspector.";

/** Which delivery of a case is given to whom. */
interface DelivererChange {
  readonly noticeId: string;
  readonly to: StaffRecord | undefined;
}

/**
 * Returns the decision that gives the delivery of a decision to the inspector `to`: a note of work. It
 * has no entries if `to` has it already. Refuses `notice-not-found` if the case does not wait for a delivery of this
 * notice; `not-now` if `to` is absent, off duty or no inspector.
 */
export function delivererChange(
  { file: { events }, claim, law, now }: CaseAt,
  { noticeId, to }: DelivererChange,
  { by, reason }: Handing,
): Answer<Decision, "notice-not-found" | "not-now"> {
  const pending = pendingDelivery(events, claim, law);
  if (pending?.noticeId !== noticeId) return refused("notice-not-found");
  if (!to || !mayVisit(to)) return refused("not-now", { detail: noInspector });
  if (pending.inspector?.sub === to.sub) return ok({ entries: [] });
  return ok({ entries: [{ type: "work-noted", effectiveAt: now, by, details: givenDelivery(noticeId, to, reason) }] });
}

/** Returns the details of the note of work that gives the delivery of a notice to an inspector. */
export function givenDelivery(
  noticeId: string,
  { sub, name }: Pick<StaffRecord, "sub" | "name">,
  reason?: string,
): NoteDetails["work-noted"] {
  const text = [deliveryGiven(name), reason].filter(Boolean).join(" ");
  return { text, delivery: { noticeId, inspector: sub, name } };
}

/** Returns whether a visit is still to be made: it was not reported, and its day is `today` or later. */
export function isToDo({ on, reportedAt }: StoredVisit, today: string): boolean {
  return reportedAt === undefined && on >= today;
}
