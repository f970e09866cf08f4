import type { Decision } from "../../../shared/casework/case/record.ts";
import { deliveriesCounted, pickDeliverer } from "../../../shared/casework/delivery/pick-deliverer.ts";
import {
  delivererChange,
  type Handing,
  inspectorChange,
  isToDo,
  mayOwn,
  mayVisit,
  ownerChange,
  ownsNothing,
} from "../../../shared/casework/work/hand-over.ts";
import { type Answer, type Refusal, type RefusalKind, refused } from "../../../shared/contract/refusals.ts";
import type { WriteKey } from "../../../shared/contract/route.ts";
import { handOverWork as route } from "../../../shared/contract/work/staff-routes.ts";
import { ok } from "../../../shared/domain/case/result.ts";
import { addDays, type CalendarDay, daysBetween, limaDay } from "../../../shared/domain/term/calendar-day.ts";
import { queues } from "../../../shared/domain/work/work-list.ts";
import type { HandedPiece, StaffRecord } from "../../../shared/storage/register/staff-register.ts";
import type { StoredVisit } from "../../../shared/storage/visit/visits.ts";
import { serve } from "../../runtime/serve.ts";
import type { CaseworkDeps } from "../casework-deps.ts";
import { giveServedVisits, recordGiven } from "../visit/give-visit.ts";
import { type Clash, clashOf, type TakenVisits, takerOf } from "./absence-visits.ts";

/**
 * So many pieces of work are given in one call, each in a transaction of its own, well within the time of a request.
 */
export const atOnce = 20;
/** An absence is recorded for so many days at most: each of its days is looked at. */
const mostDays = 31;

/** What is handed over, from whom, to whom if one person gets all, and the write that asked for it. */
interface Absence extends Handing {
  readonly sub: string;
  readonly to: string | undefined;
  readonly write: WriteKey;
  readonly now: string;
  /** The visits given so far in this call. */
  readonly taken: TakenVisits;
}

/** A visit, a delivery or a claim of somebody who is absent. */
interface Work {
  readonly claimId: string;
  readonly visit?: StoredVisit;
  readonly noticeId?: string;
}

/** How much was given of each. */
interface Counts {
  visits: number;
  deliveries: number;
  claims: number;
}

/** A visit that stays with who is absent, and why, in Spanish. */
interface Left extends Pick<Clash, "claimId" | "on" | "from"> {
  readonly why: string;
}

/** What was given, the visits among it that clash, and those that could not be given. */
interface Given extends Counts {
  readonly clashes: Clash[];
  readonly left: Left[];
}
const kindOf = ({ visit, noticeId }: Work): keyof Counts => (visit ? "visits" : noticeId ? "deliveries" : "claims");
const sumOf = ({ visits, deliveries, claims }: Counts): number => visits + deliveries + claims;

/**
 * Takes the person `sub` off duty until a day and gives at most 20 of their visits (today through `until`), deliveries
 * and claims to `to`, else (or if `to` has a visit at that hour) to those on duty with the least; answers how many, and
 * which visits clash. With `plan`, gives nothing. Refuses `person-not-found` if unknown; `not-now` if `until` is not
 * from today to 30 days ahead, if `to` cannot take a claim, or nobody a visit or claim; what was given stays given.
 */
export const handOverWork = (deps: CaseworkDeps) =>
  serve(route, async ({ params: { sub }, body: { reason, to, until, plan }, caller: by, write, now }) => {
    const days = daysBetween(limaDay(now), until);
    if (days < 0 || days >= mostDays)
      return refused("not-now", { detail: "El último día de la ausencia va de hoy a dentro de 30 días." });
    const office = deps.tenant.office.code.value;
    const staff = await deps.staffRegister.list(office);
    const others = staff.filter((one) => one.sub !== sub);
    const before = await workOf(deps, sub, limaDay(now), until);
    const refusal = cannotTake(others, to, before);
    if (refusal) return refusal;
    if (plan) return ok(await planned(deps, others, to, before));
    const wasOnDuty = staff.some((one) => one.sub === sub && one.onDuty);
    // Of an absence before this one nothing is given back any more.
    if (wasOnDuty) await deps.staffRegister.forgetHanded(office, sub, await deps.staffRegister.handed(office, sub));
    if (!(await deps.staffRegister.setDuty(office, sub, false, until))) return refused("person-not-found");
    // Read again: until they were off duty they could be given more.
    const work = await workOf(deps, sub, limaDay(now), until);
    const given = await giveAll(deps, { sub, to, by, reason, write, now, taken: new Map() }, work);
    if (!given.ok) return given;
    return ok({ ...shown(given.value), more: work.length > atOnce && sumOf(given.value) > 0 });
  });

/** Leaves out the lists that are empty. */
const shown = ({ clashes, left, ...counts }: Given) => ({
  ...counts,
  ...(clashes.length > 0 && { clashes }),
  ...(left.length > 0 && { left }),
});

/** Who would take each visit, one given after the other; nothing else is looked at. */
async function planned(
  { agenda, tenant }: CaseworkDeps,
  staff: readonly StaffRecord[],
  to: string | undefined,
  work: readonly Work[],
) {
  const taken: TakenVisits = new Map();
  const clashes: Clash[] = [];
  for (const { visit } of work) {
    const taker = visit && (await takerOf(agenda, tenant.office.code.value, { staff, to, taken }, visit));
    if (!taker) continue;
    taken.set(visit.inspectionId, { visit, sub: taker.inspector.sub });
    const clash = clashOf(visit, taker, to);
    if (clash) clashes.push(clash);
  }
  return { ...shown({ visits: taken.size, deliveries: 0, claims: 0, clashes, left: [] }), more: false };
}

/** Why nobody, or not `to`, can take a claim or a visit of this work; undefined if all of it can be taken. */
function cannotTake(
  others: readonly StaffRecord[],
  to: string | undefined,
  work: readonly Work[],
): Refusal<"not-now"> | undefined {
  const owner = others.find(({ sub }) => sub === to);
  const [hasVisits, hasClaims] = (["visits", "claims"] as const).map((kind) =>
    work.some((one) => kindOf(one) === kind),
  );
  if (hasClaims && to !== undefined && !(owner && mayOwn(owner))) return refused("not-now", { detail: ownsNothing });
  if (hasClaims && to === undefined && !others.some(isAnalyst)) return refused("not-now", { detail: nobody });
  if (hasVisits && !others.some(mayVisit)) return refused("not-now", { detail: nobody });
  return undefined;
}

const isAnalyst = (one: StaffRecord): boolean => mayOwn(one) && one.roles.includes("analyst");

/**
 * Returns somebody's work: first their visits between two days, both included, then all their deliveries, then claims,
 * one more than are given.
 */
async function workOf(
  { agenda, openWork, tenant }: CaseworkDeps,
  sub: string,
  from: CalendarDay,
  until: CalendarDay,
): Promise<readonly Work[]> {
  const days = Array.from({ length: daysBetween(from, until) + 1 }, (_, at) => addDays(from, at));
  const office = tenant.office.code.value;
  const [visits, heads, claims] = await Promise.all([
    Promise.all(days.map((day) => agenda.of(sub, day))),
    agenda.toHandOver(office, deliveriesCounted),
    openWork.ofOwner(office, sub, { queues, limit: atOnce + 1 }),
  ]);
  const toMake = visits.flat().filter((visit) => isToDo(visit, from) && !visit.shares);
  const toHandOver = heads.flatMap(({ claimId, delivery }) =>
    delivery?.inspector?.sub === sub ? { claimId, noticeId: delivery.noticeId } : [],
  );
  return [
    ...toMake.map((visit) => ({ claimId: visit.claimId, visit })),
    ...toHandOver,
    ...claims.map(({ head: { claimId } }) => ({ claimId })),
  ];
}

/**
 * Gives one piece of work after the other until 20 were given, and returns how many; refuses at the first that nobody
 * can take. Passes over a piece that is not theirs any more.
 */
async function giveAll(deps: CaseworkDeps, absence: Absence, work: readonly Work[]): Promise<Answer<Given, "not-now">> {
  const done: Given = { visits: 0, deliveries: 0, claims: 0, clashes: [], left: [] };
  for (const piece of work) {
    if (sumOf(done) === atOnce) break;
    const given = await giveOne(deps, absence, piece, done);
    if (!given.ok) return given;
    if (given.value) done[kindOf(piece)] += 1;
  }
  return ok(done);
}

/** Gives a piece of work as `giveVisit`, `giveDelivery` or `giveClaim` do. */
function giveOne(deps: CaseworkDeps, absence: Absence, { claimId, visit, noticeId }: Work, done: Given) {
  if (visit) return giveVisit(deps, absence, visit, done);
  return noticeId ? giveDelivery(deps, absence, claimId, noticeId) : giveClaim(deps, absence, claimId);
}

const nobody = "No hay otra persona de turno que pueda recibir ese trabajo.";

/**
 * Gives a claim to whom it falls, among all to the analyst on duty with the fewest; `false` if the list showed one that
 * is not theirs any more.
 */
async function giveClaim(deps: CaseworkDeps, absence: Absence, claimId: string): Promise<Answer<boolean, "not-now">> {
  const staff = await deps.staffRegister.list(deps.tenant.office.code.value);
  const analysts = staff.filter(isAnalyst);
  const [least] = analysts.toSorted((a, b) => a.openClaims - b.openClaims || (a.sub < b.sub ? -1 : 1));
  const to = absence.to === undefined ? least : staff.find(({ sub }) => sub === absence.to);
  if (!to) return refused("not-now", { detail: nobody });
  return recordGiven(deps, { ...absence, claimId, inspectionId: "-" }, (at) =>
    at.file.head.owner?.sub === absence.sub
      ? noting(deps, absence, { kind: "claims", claimId, id: "-", to: to.sub }, ownerChange(deps, at, to, absence))
      : ok({ entries: [] }),
  );
}

/**
 * Gives a delivery to `to` if that is an inspector on duty, else to the one with the fewest; `false` if no inspector is
 * on duty, or if it is not theirs any more.
 */
async function giveDelivery(
  deps: CaseworkDeps,
  absence: Absence,
  claimId: string,
  noticeId: string,
): Promise<Answer<boolean, "not-now">> {
  const office = deps.tenant.office.code.value;
  const [staff, heads] = await Promise.all([
    deps.staffRegister.list(office),
    deps.agenda.toHandOver(office, deliveriesCounted),
  ]);
  const asked = staff.find((one) => one.sub === absence.to && mayVisit(one));
  const pending = heads.map(({ delivery }) => delivery);
  const to = asked ?? pickDeliverer(pending, staff);
  if (!to) return ok(false);
  return recordGiven(deps, { ...absence, claimId, inspectionId: noticeId }, (at) => {
    const isTheirs = at.file.head.delivery?.inspector?.sub === absence.sub;
    const changed = delivererChange(at, { noticeId, to }, absence);
    const piece = { kind: "deliveries", claimId, id: noticeId, to: to.sub } as const;
    return isTheirs && changed.ok ? noting(deps, absence, piece, changed) : ok({ entries: [] });
  });
}

/** Notes a piece of work beside the decision that gives it, so that it can be given back. */
function noting<Kind extends RefusalKind>(
  { staffRegister, tenant }: CaseworkDeps,
  { sub }: Absence,
  piece: HandedPiece,
  decided: Answer<Decision, Kind>,
): Answer<Decision, Kind> {
  if (!decided.ok || decided.value.entries.length === 0) return decided;
  const note = staffRegister.noteHanded(tenant.office.code.value, sub, piece);
  return ok({ ...decided.value, also: [...(decided.value.also ?? []), note] });
}

/**
 * Gives a visit, with those it serves, to whom `takerOf` names, and notes in `done` if it clashes or why it stays;
 * `false` if it is not theirs any more, or was made or moved meanwhile.
 */
async function giveVisit(
  deps: CaseworkDeps,
  absence: Absence,
  visit: StoredVisit,
  done: Given,
): Promise<Answer<boolean, "not-now">> {
  const office = deps.tenant.office.code.value;
  const staff = (await deps.staffRegister.list(office)).filter(({ sub }) => sub !== absence.sub);
  const { to, taken } = absence;
  const taker = await takerOf(deps.agenda, office, { staff, to, taken }, visit);
  if (!taker) return refused("not-now", { detail: nobody });
  const { claimId, inspectionId, on, from } = visit;
  const change = { claimId, inspectionId, to: taker.inspector, today: limaDay(absence.now) };
  let why: string | undefined;
  const given = await recordGiven(deps, { ...absence, ...change }, (at) => {
    const isTheirs = at.file.visits.some(
      (one) => one.inspectionId === inspectionId && one.inspector?.sub === absence.sub,
    );
    const changed = inspectorChange(deps, at, change, absence);
    why = isTheirs && !changed.ok ? changed.detail : undefined;
    const piece = { kind: "visits", claimId, id: inspectionId, to: taker.inspector.sub } as const;
    return isTheirs && changed.ok ? noting(deps, absence, piece, changed) : ok({ entries: [] });
  });
  if (why) done.left.push({ claimId, on, from, why });
  if (!given.ok) return given;
  await giveServedVisits(deps, { ...absence, ...change, handing: absence });
  const clash = given.value && clashOf(visit, taker, absence.to);
  if (clash) done.clashes.push(clash);
  taken.set(inspectionId, { visit, sub: taker.inspector.sub });
  return given;
}
