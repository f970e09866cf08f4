import { describe, expect, it } from "vitest";
import { apply, claimAt } from "../../../../shared/domain/case/claim.ts";
import type { ClaimState } from "../../../../shared/domain/case/claim-states.ts";
import { calendarDay, limaInstant } from "../../../../shared/domain/term/calendar-day.ts";
import { at, factOn, issued, law, lived, notified, reconsidered, resolved, type Step, sent } from "./claim-examples.ts";

/** The state after a delivery: recorded, silence still to be confirmed, granted, or not yet over. */
const states = {
  N: "notified",
  C: "silence-to-confirm",
  S: "positive-silence",
  R: "resolved",
} as const satisfies Record<string, ClaimState>;
const again = {
  N: "reconsideration-notified",
  C: "reconsideration-silence-to-confirm",
  S: "reconsideration-silence",
  R: "reconsideration-resolved",
} as const satisfies Record<string, ClaimState>;

const byHand = (channel: "personal" | "email"): readonly Step[] => [
  ...resolved,
  [{ type: "resolution-dispatched", channel }, "2026-08-25 12:00"],
];
/** Reconsidered on Tuesday 1 September 2026: day 20 is Tuesday 29 September. */
const secondTime = (channel: "personal" | "email"): readonly Step[] => [
  ...resolved,
  sent,
  notified,
  reconsidered("2026-09-01"),
  [issued, "2026-09-14"],
  [{ type: "resolution-signed" }, "2026-09-15"],
  [{ type: "resolution-dispatched", channel }, "2026-09-15 12:00"],
];

const instances = {
  "the first instance, day 35": {
    steps: byHand,
    named: states,
    // Of 34 to 40; the 12th and 13th are a weekend.
    days: ["2026-09-10", "2026-09-11", "2026-09-14", "2026-09-15", "2026-09-16", "2026-09-17", "2026-09-18"],
  },
  "a reconsideration, day 20": {
    steps: secondTime,
    named: again,
    days: ["2026-09-28", "2026-09-29", "2026-09-30", "2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06"],
  },
} as const;

/** A row for each day of the delivery, a letter for each day it is recorded, from the day before the last on. */
const withProof = { "the day before the last": "NNNNSSS", "the last day": "RNNNSSS", "the day after": "RRCCSSS" };
/** Without the proof it must be recorded by the next working day, and never once the term is over. */
const withoutProof = { "the day before the last": "NNCCSSS", "the last day": "RNCCSSS", "the day after": "RRCCSSS" };

describe.each(Object.entries(instances))("%s", (_, { steps, named, days }) => {
  const history = lived(...steps("personal"));
  const rows = Object.entries({ ...withProof }).flatMap(([name, cells], delivery) =>
    days.map((recorded, index) => ({
      name,
      recorded,
      on: days[delivery] ?? "",
      proved: cells[index] ?? "",
      unproved: Object.values(withoutProof)[delivery]?.[index] ?? "",
    })),
  );

  it.each(rows)("delivered $name and recorded on $recorded", ({ on, recorded, proved, unproved }) => {
    for (const [evidence, letter] of [
      [["photo", "device-time", "second-person"], proved],
      [[], unproved],
    ] as const) {
      const now = at(`${recorded} 12:00`);
      const done = apply(history, factOn({ type: "resolution-notified", evidence }, `${on} 10:00`), law, now);
      const after = done.ok ? done.value : claimAt(history, law, now);
      expect(Object.entries(named).find(([, state]) => state === after?.state)?.[0]).toBe(letter);
      expect(done.ok).toBe(letter === "N");
      if (done.ok) expect(done.value.since).toBe(on);
    }
  });

  it("is acknowledged until the last instant of the last day, and not one later", () => {
    const byMail = lived(...steps("email"));
    const acknowledgement = { type: "resolution-notified", evidence: [] } as const;
    const [, last] = days;
    const lastInstant = limaInstant(calendarDay(last), "23:59").replace(":00.000Z", ":59.999Z");
    const by = { kind: "system", name: "notices" } as const;
    const inTime = apply(byMail, factOn({ ...acknowledgement, by }, lastInstant), law, lastInstant);
    expect(inTime.ok && inTime.value).toMatchObject({ state: named.N, since: last });
    const tooLate = new Date(Date.parse(lastInstant) + 1).toISOString();
    expect(apply(byMail, factOn({ ...acknowledgement, by }, tooLate), law, tooLate).ok).toBe(false);
    expect(claimAt(byMail, law, tooLate)?.state).toBe(named.S);
  });
});
