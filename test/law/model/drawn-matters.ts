import fc from "fast-check";
import type { OpenMatters } from "../../../shared/domain/case/awaits-claimant.ts";
import type { CaseEvent } from "../../../shared/domain/case/case-events.ts";
import type { ClaimEvent } from "../../../shared/domain/case/claim-events.ts";
import { calendarDay } from "../../../shared/domain/term/calendar-day.ts";
import type { Matter, Open } from "./claimants-part.ts";
import { dayIn, plusDays } from "./terms.ts";

/** Random numbers that decide the open matters; smaller numbers give plainer matters. */
export interface MatterDraws {
  readonly matters: readonly (readonly number[])[];
  readonly appointment: number;
}

const draw = fc.nat(9999);

export const matterDraws: fc.Arbitrary<MatterDraws> = fc.record({
  matters: fc.array(fc.array(draw, { minLength: 5, maxLength: 5 }), { maxLength: 5, size: "max" }),
  appointment: draw,
});

const acts = ["answer-offer", "receive-visit", "acknowledge-notice", "send-file", "prove-standing"] as const;
const dated: readonly Matter["act"][] = ["answer-offer", "receive-visit", "acknowledge-notice"];

/** Matters open around an instant: some over, most still to come, and a third not awaited before some day. */
export function openAbout(instant: string, { matters, appointment }: MatterDraws): Open {
  const today = dayIn(instant);
  return {
    waitsForAppointment: appointment % 5 === 4,
    matters: matters.map(([kind = 0, ahead = 0, later = 0, begins = 0, hour = 0], at): Matter => {
      const act = acts[kind % acts.length] ?? "send-file";
      const since = `${plusDays(today, (begins % 25) - 5)}T${String(hour % 24).padStart(2, "0")}:00:00.000Z`;
      return {
        act,
        ...(dated.includes(act) && { day: plusDays(today, (ahead % 40) - 6) }),
        ...(later % 3 === 2 && { since }),
        about: `${act} ${at}`,
      };
    }),
  };
}

/** The matters in the form `awaitedOf` accepts. */
export function asOpenMatters({ matters, waitsForAppointment }: Open): OpenMatters {
  const of = (wanted: Matter["act"]) =>
    matters.flatMap(({ act, day, since, about }) => {
      const due = day && (act === "receive-visit" ? { on: calendarDay(day) } : { until: calendarDay(day) });
      return act === wanted ? { ...due, since, about } : [];
    });
  return {
    ...(waitsForAppointment && { "attend-hearing": [] }),
    ...Object.fromEntries(acts.map((act) => [act, of(act)])),
  };
}

/**
 * The instants and days at which a matter changes: its last day and the day after, its start and the millisecond
 * before.
 */
export function turnsOf({ matters }: Open): readonly string[] {
  return matters.flatMap(({ day, since }) => [
    ...(day ? [`${day}T23:30:00.000Z`, `${plusDays(day, 1)}T05:00:00.000Z`] : []),
    ...(since ? [since, new Date(Date.parse(since) - 1).toISOString()] : []),
  ]);
}

const staff = { kind: "staff", sub: "a1", roles: ["analyst"] } as const;
const notifiedActs = ["leak-repair", "meter-test", "hearing", "new-evidence"] as const;
/** How long after its announcement a file that has not come counts as missing. */
const ticketMs = 300_000;

/** The case entry that opens a matter. */
function entryOf({ act, day, since, about = "" }: Matter, drawn: number): Record<string, unknown> {
  switch (act) {
    case "answer-offer":
      return { type: "offer-made", details: { offerId: about, until: day } };
    case "receive-visit":
      return {
        type: "late-inspection",
        details: { inspectionId: `before ${about}`, outcome: "absent", retry: { inspectionId: about, on: day } },
      };
    case "acknowledge-notice":
      return {
        type: "notice-dispatched",
        details: { noticeId: about, noticeKey: about, of: notifiedActs[drawn % notifiedActs.length], says: [] },
      };
    case "prove-standing":
      return { type: "holder-not-matched", details: {} };
    case "send-file":
      return {
        type: "submission-received",
        by: { kind: "customer", sub: "c1" },
        ...(since && { recordedAt: new Date(Date.parse(since) - ticketMs).toISOString() }),
        details: { attachments: [{ documentId: about, state: "pending" }] },
      };
  }
}

/** The details of a fact's case entry that an open matter depends on. */
function detailsOf(fact: ClaimEvent): object {
  if ("hearingOn" in fact) return { hearing: { on: fact.hearingOn } };
  return fact.type === "resolution-dispatched" && fact.channel !== "personal" ? { noticeKey: "its decision" } : {};
}

/**
 * A case with the entries that open these matters, each written beside some fact of the claim. A file is announced
 * before it counts as missing.
 */
export function caseWith(
  history: readonly ClaimEvent[],
  { matters, waitsForAppointment }: Open,
  draws: MatterDraws,
): readonly CaseEvent[] {
  const facts = history.map((fact) => ({ ...fact, details: detailsOf(fact) }));
  const waiting = waitsForAppointment ? [{ after: 0, type: "appointments-waiting", details: {} }] : [];
  const notes = matters.map((matter, at) => {
    const [, , , , drawn = 0] = draws.matters[at] ?? [];
    return { after: drawn % history.length, ...entryOf(matter, drawn) };
  });
  const entries = facts.flatMap(({ recordedAt, ...fact }, at) => {
    const written = [...waiting, ...notes].filter(({ after }) => after === at);
    return [
      { ...fact, recordedAt },
      ...written.map(({ after: _, ...note }) => ({ by: staff, effectiveAt: recordedAt, recordedAt, ...note })),
    ];
  });
  return entries.map((entry, at) => ({ ...entry, seq: at + 1 })) as unknown as CaseEvent[];
}
