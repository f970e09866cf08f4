import { assignInspections } from "../../functions/assign-inspections/assign-inspections.ts";
import { tenant } from "../../settings.ts";
import { plannedVisits } from "../../shared/casework/case/awaited-facts.ts";
import { type CaseAt, caseAt } from "../../shared/casework/case/case-at.ts";
import { type Decision, record } from "../../shared/casework/case/record.ts";
import type { FileClaimDeps, NewClaim } from "../../shared/casework/filing/file-claim.ts";
import { lastDayOf, slotForVisit, visitCapacity } from "../../shared/casework/visit/free-slots.ts";
import { entriesOf } from "../../shared/domain/case/case-events.ts";
import { type ClaimType, visitTarget } from "../../shared/domain/case/claim-types.ts";
import { ok } from "../../shared/domain/case/result.ts";
import { hearingOf } from "../../shared/domain/conciliation/hearing.ts";
import { addDays, type CalendarDay, calendarDay, limaInstant } from "../../shared/domain/term/calendar-day.ts";
import { workingOf } from "../../shared/domain/term/claim-clocks.ts";
import { dayStatus } from "../../shared/domain/term/legal-calendar.ts";
import { isPositiveSilence } from "../../shared/domain/term/silence.ts";
import type { StaffRole } from "../../shared/domain/work/people.ts";
import type { StoredVisit } from "../../shared/storage/visit/visits.ts";
import type { CaseStores } from "../../test/doubles/case-stores.ts";
import { type Figure, once } from "../figure.ts";
import { claimOf, filed, office, officeInMemory, zone } from "../office-in-memory.ts";

/** The utility's own number: 3,572 claims in 105 working days. */
const perDay = 34;
const workingDays = 105;
const firstDay = calendarDay("2026-11-23");
/** Of a hundred first visits, how many find nobody; these are repeated once. */
const absentShare = 15;

/**
 * Of a hundred claims, how many are of each type: an assumption. Newspapers say that claims about consumption are the
 * most (digest 0.4); the shares of the rest are ours.
 */
const shares: readonly (readonly [ClaimType, number])[] = [
  ["F01", 60],
  ["F02", 8],
  ["F03", 4],
  ["F07", 2],
  ["F08", 3],
  ["F09", 4],
  ["F10", 6],
  ["F11", 3],
  ["N-B2", 2],
  ["N-C1", 2],
  ["O-P1", 3],
  ["O-S1", 3],
];

const drawn = shares.flatMap(([type, share]) => Array.from({ length: share }, () => type));
/** The most decisions in a day: as many as hearings fit in one. */
const decisionsPerDay = tenant.office.hearings.value.atOnce * 10;

/** Returns a seeded random generator (mulberry32). Called with `limit`, it returns an integer from 0 to `limit` - 1. */
function dice(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

const staff = (sub: string, ...roles: StaffRole[]) => ({ kind: "staff", sub, roles }) as const;

interface Loaded {
  readonly hearingsAbove: number;
  readonly visitsAbove: number;
  readonly visitsLate: number;
  readonly silences: number;
  readonly alerts: number;
}

/** The office on a day, with the claims that wait for each next step. */
interface Office {
  readonly deps: FileClaimDeps & CaseStores;
  readonly die: (limit: number) => number;
  now: string;
  numbers: number;
  readonly open: Set<string>;
  readonly toDecide: string[];
  readonly toNotify: string[];
}

async function write(
  { deps, now }: Office,
  claimId: string,
  entries: Decision["entries"],
  also: Decision["also"] = [],
) {
  const done = await record(deps, { claimId, now }, () => ok({ entries, also }));
  if (!done.ok) throw new Error(`${entries[0]?.type} of ${claimId}: ${done.error} ${done.detail ?? ""}`);
}

async function assign({ deps, now }: Office, claimId: string): Promise<void> {
  await assignInspections({ ...deps, now: () => now })({ claimId, seq: 1 });
}

async function accept(at: Office, claimId: string): Promise<void> {
  const by = staff("analyst-0", "analyst");
  await write(at, claimId, [{ type: "claim-accepted", effectiveAt: at.now, by, details: {} }]);
}

/**
 * Records the visit as `inspection-reported`. Of a hundred first visits, `absentShare` find nobody: `slotForVisit` then
 * plans a second visit, which is given to an inspector.
 */
async function visit(at: Office, { law, file }: CaseAt, made: StoredVisit, day: CalendarDay): Promise<void> {
  const { deps, now, die } = at;
  const { claimId, inspectionId, inspector } = made;
  if (!inspector) throw new Error("a visit has no inspector");
  const isAbsent = inspectionId.endsWith("-1") && die(100) < absentShare;
  const through = lastDayOf(tenant, day, visitTarget(file.head.claimType, law.inspection));
  const asked = { zone, from: day, through, preference: "any", inspectionId: `${claimId}-2` } as const;
  const again = isAbsent ? await slotForVisit(deps.appointmentSlots, tenant, asked) : undefined;
  await write(
    at,
    claimId,
    [
      {
        type: "inspection-reported",
        effectiveAt: now,
        by: staff(inspector.sub, "inspector"),
        outcome: isAbsent ? "absent" : "whole",
        details: {
          inspectionId,
          startedAt: now,
          external: { leakAtBox: false, premises: "Casa de prueba" },
          observations: "",
          photos: [],
          retry: again?.visit,
        },
      },
    ],
    [
      deps.visits.report(made, now),
      ...(again ? [again.write, ...deps.visits.plan({ ...again.visit, claimId, zone })] : []),
    ],
  );
  if (again) await assign(at, claimId);
}

async function hear(at: Office, claimId: string): Promise<void> {
  const said = { companyProposal: "", claimantProposal: "", agreed: "", disagreed: "", observations: "" };
  await write(at, claimId, [
    {
      type: "conciliation-held",
      effectiveAt: at.now,
      by: staff("conciliator-0", "conciliator"),
      agreement: "none",
      details: { startedAt: at.now, ...said, missing: [] },
    },
  ]);
  at.open.delete(claimId);
  at.toDecide.push(claimId);
}

async function decide(at: Office, claimId: string): Promise<void> {
  at.numbers += 1;
  const number = `${String(at.numbers).padStart(6, "0")}-2026-${office}`;
  const document = {
    documentId: `resolution-${at.numbers}`,
    kind: "resolution",
    fileName: `${number}.pdf`,
    sizeBytes: 10,
    sha256: "0".repeat(64),
    verificationCode: "0000-0000-0000-0000",
  } as const;
  await write(at, claimId, [
    {
      type: "resolution-issued",
      effectiveAt: at.now,
      by: staff("resolver-0", "resolver"),
      number,
      outcome: "rejected",
      checklist: "complete",
      details: { reasons: "Las pruebas.", decision: "Se decide.", months: [], evidence: [], document },
    },
    {
      type: "resolution-signed",
      effectiveAt: at.now,
      by: staff("signer-0", "signer"),
      details: {
        number,
        signer: "PERSONA DE PRUEBA FIRMANTE",
        authenticatedAt: at.now,
        seal: { signature: "s", keyId: "k", algorithm: "ECDSA_SHA_256", statement: "{}" },
      },
    },
  ]);
  at.toNotify.push(claimId);
}

async function notify(at: Office, claimId: string): Promise<void> {
  const by = staff("clerk-0", "clerk");
  const noticeId = `notice-${claimId}`;
  const given = { noticeId, how: "delivered", photos: [] } as const;
  await write(at, claimId, [
    {
      type: "resolution-dispatched",
      effectiveAt: at.now,
      by,
      channel: "personal",
      details: { noticeId, to: "CALLE FICTICIA 101" },
    },
    { type: "resolution-notified", effectiveAt: at.now, by, evidence: [], details: given },
  ]);
}

/**
 * Records what is due on `day` for a claim that has not been heard: its acceptance if it is still `filed`, its visits
 * of that day, and its hearing.
 */
async function advance(at: Office, claimId: string, day: CalendarDay): Promise<void> {
  const file = await at.deps.caseFiles.read(claimId);
  if (!file) throw new Error("no file");
  const read = caseAt(file, tenant, at.now);
  if (read.claim.state === "filed") await accept(at, claimId);
  for (const made of file.visits.filter((one) => one.on === day && one.reportedAt === undefined))
    await visit(at, read, made, day);
  if (hearingOf(file.events)?.on === day) await hear(at, claimId);
}

/**
 * Runs a working day: notifies the decisions signed before, decides at most `decisionsPerDay` claims, does what is due
 * for the open claims, and last files the new ones.
 */
async function workDay(at: Office, day: CalendarDay, newClaims: readonly NewClaim[]): Promise<void> {
  const { toNotify, toDecide, open, deps } = at;
  for (const claimId of toNotify.splice(0)) await notify(at, claimId);
  for (const claimId of toDecide.splice(0, decisionsPerDay)) await decide(at, claimId);
  for (const claimId of [...open]) await advance(at, claimId, day);
  for (const claim of newClaims) {
    const { file } = await filed(deps, claim);
    if (file.visits.length > 0) await assign(at, file.head.claimId);
    open.add(file.head.claimId);
  }
}

/**
 * Runs the office through its days. The functions themselves file claims, plan visits, give them to inspectors and
 * repeat them, and judge terms. Recorded directly are acceptance (the working day after), visits and hearings (on their
 * day), decisions (no more than hearings fit in a day) and notice (the working day after the signature).
 */
const loaded = once(async ({ quick }): Promise<Loaded> => {
  const { deps, receipt } = await officeInMemory();
  const at: Office = { deps, die: dice(34), now: "", numbers: 0, open: new Set(), toDecide: [], toNotify: [] };
  const all = (quick ? 15 : workingDays) * perDay;
  let filedSoFar = 0;
  const next = (): NewClaim => {
    filedSoFar += 1;
    const of = {
      sub: `person-${filedSoFar}`,
      supplyCode: supplyOf(filedSoFar),
      key: `claim-${filedSoFar}`,
      now: at.now,
    };
    return claimOf(receipt, { ...of, claimType: drawn[at.die(100)] ?? "F01" });
  };
  for (let day = firstDay; filedSoFar < all || isBusy(at); day = addDays(day, 1)) {
    if (!dayStatus(tenant.calendars.COMPANY.value, day).working) continue;
    at.now = limaInstant(day, "09:00");
    await workDay(at, day, Array.from({ length: Math.min(perDay, all - filedSoFar) }, next));
  }
  return measured(at, filedSoFar);
});

const isBusy = ({ open, toDecide, toNotify }: Office): boolean => open.size + toDecide.length + toNotify.length > 0;

async function measured({ deps, now }: Office, count: number): Promise<Loaded> {
  const ids = Array.from({ length: count }, (_, each) => deps.supplyClaims.heads(supplyOf(each + 1), 1));
  const files = await Promise.all((await Promise.all(ids)).map(([head]) => deps.caseFiles.read(head?.claimId ?? "")));
  const cases = files.flatMap((file) => (file ? caseAt(file, tenant, now) : []));
  const visits = cases
    .flatMap(({ file }) => plannedVisits(file.events))
    .map((one) => `${one.visit.on} ${one.visit.from}`);
  const hearings = cases.flatMap(({ file }) => hearingOf(file.events) ?? []).map((one) => `${one.on} ${one.at}`);
  return {
    hearingsAbove: above(hearings, tenant.office.hearings.value.atOnce),
    visitsAbove: above(visits, visitCapacity(tenant, zone)),
    visitsLate: cases.filter(isVisitedLate).length,
    silences: cases.filter(({ claim }) => isPositiveSilence(claim.state)).length,
    alerts: cases.flatMap(({ file }) => entriesOf(file.events, "manager-alerted")).length,
  };
}

const supplyOf = (at: number): string => String(at).padStart(8, "0");

/** Returns how many appointments exceed the capacity of their slot, summed over the slots. */
function above(times: readonly string[], capacity: number): number {
  const counts = [...Map.groupBy(times, (time) => time).values()];
  return counts.reduce((sum, { length }) => sum + Math.max(0, length - capacity), 0);
}

function isVisitedLate({ file, claim, law }: CaseAt): boolean {
  const [first] = plannedVisits(file.events);
  const due = workingOf("T06", claim, law)?.dueDate;
  return first !== undefined && (first.visit.late || due === undefined || first.visit.on > due);
}

const against = `${perDay} claims a working day for ${workingDays} (15 with --quick), all of one zone, ${absentShare} of 100 visits repeated; the functions on stores in memory`;
const of = (name: string, unit: string, read: keyof Loaded, more = ""): Figure => ({
  name,
  group: "operate",
  unit,
  goal: { atMost: 0 },
  against: more === "" ? against : `${against}; ${more}`,
  seed: 34,
  measure: async (options) => (await loaded(options))[read],
});

export const sources = [
  "functions/assign-inspections",
  "functions/sweep",
  "shared/casework",
  "shared/domain",
  "shared/storage",
  "tenants",
];

export const figures: readonly Figure[] = [
  of("load-hearings-above-capacity", "hearings", "hearingsAbove"),
  of("load-visits-above-capacity", "visits", "visitsAbove"),
  of("load-visits-past-target", "visits", "visitsLate"),
  of("load-silences", "claims", "silences", "as many decisions a day as hearings fit in one, notified the day after"),
  of("load-alerts", "alerts", "alerts", "alerts that slots run out, which this load must not raise"),
];
