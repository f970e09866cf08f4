import fc from "fast-check";
import type { OpenMatters } from "../../../shared/domain/awaits-claimant.ts";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import type { CaseEvent } from "../../../shared/domain/case-events.ts";
import type { ClaimEvent } from "../../../shared/domain/claim-events.ts";
import type { Matter, Open } from "./claimants-part.ts";
import { dayIn, plusDays } from "./terms.ts";

/** Numbers that open matters are made of; the smaller, the plainer. */
export interface MatterDraws {
  readonly matters: readonly (readonly number[])[];
  readonly place: number;
}

const draw = fc.nat(9999);

export const matterDraws: fc.Arbitrary<MatterDraws> = fc.record({
  matters: fc.array(fc.array(draw, { minLength: 5, maxLength: 5 }), { maxLength: 5, size: "max" }),
  place: draw,
});

const acts = ["answer-offer", "receive-visit", "acknowledge-notice", "send-file", "prove-standing"] as const;
const dated: readonly Matter["act"][] = ["answer-offer", "receive-visit", "acknowledge-notice"];

/** The matters open about an instant: some over, most still to come, a third of them not begun before some day. */
export function openAbout(instant: string, { matters, place }: MatterDraws): Open {
  const today = dayIn(instant);
  return {
    waitsForPlace: place % 5 === 4,
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

/** The matters as the function takes them. */
export function asOpenMatters({ matters, waitsForPlace }: Open): OpenMatters {
  const of = (wanted: Matter["act"]) =>
    matters.flatMap(({ act, day, since, about }) => {
      const due = day && (act === "receive-visit" ? { on: calendarDay(day) } : { until: calendarDay(day) });
      return act === wanted ? { ...due, since, about } : [];
    });
  return {
    ...(waitsForPlace && { "attend-hearing": [] }),
    ...Object.fromEntries(acts.map((act) => [act, of(act)])),
  };
}

/** The turns of the matters: the last day of each and the day after, the instant it begins and the one before. */
export function turnsOf({ matters }: Open): readonly string[] {
  return matters.flatMap(({ day, since }) => [
    ...(day ? [`${day}T23:30:00.000Z`, `${plusDays(day, 1)}T05:00:00.000Z`] : []),
    ...(since ? [since, new Date(Date.parse(since) - 1).toISOString()] : []),
  ]);
}

const staff = { kind: "staff", sub: "a1", roles: ["analyst"] } as const;
const told = ["leak-repair", "meter-test", "hearing", "new-evidence"] as const;
/** A file that was announced is awaited so long after, if it has not come. */
const ticketMs = 300_000;

/** What an entry of the case says of a matter. */
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
        details: { noticeId: about, noticeKey: about, of: told[drawn % told.length], says: [] },
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

/** What a fact says in its case besides, where what is open hangs on it. */
function detailsOf(fact: ClaimEvent): object {
  if ("hearingOn" in fact) return { hearing: { on: fact.hearingOn } };
  return fact.type === "resolution-dispatched" && fact.channel !== "personal" ? { noticeKey: "its decision" } : {};
}

/** A case with the entries that open these matters, each beside some fact of the claim; a file is announced before it is missed. */
export function caseWith(
  history: readonly ClaimEvent[],
  { matters, waitsForPlace }: Open,
  draws: MatterDraws,
): readonly CaseEvent[] {
  const facts = history.map((fact) => ({ ...fact, details: detailsOf(fact) }));
  const places = waitsForPlace ? [{ after: 0, type: "appointments-waiting", details: {} }] : [];
  const notes = matters.map((matter, at) => {
    const [, , , , drawn = 0] = draws.matters[at] ?? [];
    return { after: drawn % history.length, ...entryOf(matter, drawn) };
  });
  const entries = facts.flatMap(({ recordedAt, ...fact }, at) => {
    const written = [...places, ...notes].filter(({ after }) => after === at);
    return [
      { ...fact, recordedAt },
      ...written.map(({ after: _, ...note }) => ({ by: staff, effectiveAt: recordedAt, recordedAt, ...note })),
    ];
  });
  return entries.map((entry, at) => ({ ...entry, seq: at + 1 })) as unknown as CaseEvent[];
}
