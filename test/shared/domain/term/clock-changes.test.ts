import { describe, expect, it } from "vitest";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { clockChanges } from "../../../../shared/domain/term/clock-changes.ts";
import {
  accepted,
  customer,
  filed,
  heard,
  law,
  lived,
  notified,
  resolved,
  type Step,
  withdrawal,
} from "../case/claim-examples.ts";

const versioned = { ...law, version: "v1" };

/** Returns what the last of these steps did to the clocks. */
function changesOf(...steps: readonly Step[]) {
  return changesUnder(versioned, ...steps);
}

function changesUnder(law: typeof versioned, ...steps: readonly Step[]) {
  const history = lived(...steps);
  const last = history.at(-1)!;
  const after = claimAt(history, law, last.recordedAt)!;
  return clockChanges(claimAt(history.slice(0, -1), law, last.recordedAt), after, law, last.recordedAt);
}

const said = (...steps: readonly Step[]) =>
  changesOf(...steps).map((one) => `${one.clock} ${one.change}${"term" in one ? ` ${one.term.dueDate}` : ""}`);

const queja: Step = [
  { type: "queja-filed", filedOn: calendarDay("2026-07-23"), ground: "delay", by: customer },
  "2026-07-23",
];
const observed: Step = [{ type: "defect-observed" }, "2026-07-21"];
const defectNotified: Step = [{ type: "defect-notified" }, "2026-07-22"];

describe("what an entry does to the clocks", () => {
  const rows: [readonly Step[], string[], string][] = [
    [
      [filed],
      [
        "T05 started 2026-07-30",
        "T06 started 2026-07-30",
        "T07 started 2026-08-21",
        "T08 started 2026-09-04",
        "T10 started 2026-09-11",
      ],
      "a filing starts them",
    ],
    [[filed, accepted], [], "an admission moves none"],
    [[filed, observed], [], "a defect that was not notified stops none"],
    [
      [filed, observed, defectNotified],
      [
        "T04 started 2026-07-27",
        "T06 paused 2026-08-03",
        "T07 paused 2026-08-25",
        "T08 paused 2026-09-08",
        "T10 paused 2026-09-15",
      ],
      "its notice does, to the last day to remedy: 24 and 27 July",
    ],
    [
      [filed, observed, defectNotified, [{ type: "remedied" }, "2026-07-24"]],
      [
        "T06 resumed 2026-07-31",
        "T07 resumed 2026-08-24",
        "T08 resumed 2026-09-07",
        "T10 resumed 2026-09-14",
        "T04 stopped",
      ],
      "only the 24th did not count",
    ],
    [[filed, accepted, [{ type: "inspection-reported", outcome: "whole" }, "2026-07-24"]], ["T06 stopped"], "met"],
    [
      [...resolved, notified],
      ["T11 started 2026-09-16", "T09 stopped", "T10 stopped"],
      "notified: T08 was met already",
    ],
    [[filed, observed, defectNotified, queja], ["T20 started 2026-07-24"], "beside what stands still, a queja runs"],
    [
      [filed, queja, [{ type: "queja-forwarded" }, "2026-07-24"]],
      ["T20 started 2026-07-31"],
      "sent on, its days to be answered begin: 27, 30 and 31 July",
    ],
    [
      [filed, observed, defectNotified, [withdrawal, "2026-07-23"], [{ type: "withdrawal-accepted" }, "2026-07-23"]],
      ["T04 stopped", "T05 stopped", "T06 stopped", "T07 stopped", "T08 stopped", "T10 stopped"],
      "withdrawn: what stood still is over too",
    ],
  ];
  it.each(rows.map(([steps, changes, why]) => [why, changes, steps] as const))("%s", (_, changes, steps) => {
    expect(said(...steps)).toEqual(changes);
  });

  it("keeps every value that a date was counted from", () => {
    const silence = changesOf(filed).find(({ clock }) => clock === "T10");
    expect(silence).toMatchObject({
      term: {
        rule: "silence.first",
        lawVersion: "v1",
        from: "2026-07-20",
        amount: 35,
        unit: "working-days",
        calendar: "COMPANY",
        calendarVersion: law.calendars.COMPANY.version,
        skipped: [
          { date: "2026-07-23", reason: "national-holiday", name: "Día de la Fuerza Aérea" },
          { date: "2026-07-28", reason: "national-holiday", name: "Fiestas Patrias" },
          { date: "2026-07-29", reason: "national-holiday", name: "Fiestas Patrias" },
          { date: "2026-08-06", reason: "national-holiday", name: "Batalla de Junín" },
          { date: "2026-08-30", reason: "national-holiday", name: "Santa Rosa de Lima" },
        ],
      },
    });
  });

  it("moves a term that the law makes longer", () => {
    const longer = { ...versioned, meterTest: { extraDays: 10 } };
    const asked: Step = [{ type: "meter-test-asked", by: customer }, "2026-07-22"];
    const moved = changesUnder(longer, filed, accepted, asked).map((one) => [one.clock, one.change]);
    expect(moved).toEqual([
      ["T08", "moved"],
      ["T10", "moved"],
    ]);
  });

  it("reports for a hearing held only that its term is met", () => {
    expect(said(filed, accepted, heard)).toEqual(["T07 stopped"]);
  });
});
