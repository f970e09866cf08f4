import { describe, expect, it } from "vitest";
import { releaseOf } from "../../../../shared/domain/billing/hold-release.ts";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { forecast, queueFor, standingOf } from "../../../../shared/domain/work/work-list.ts";
import {
  accepted,
  appealed,
  at,
  type Fact,
  filed,
  frozen,
  heard,
  issued,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
  sent,
  withdrawal,
} from "../case/claim-examples.ts";

const queueAt = (now: string, ...steps: readonly Step[]) => queueFor(claimAt(lived(...steps), law, at(now))!);

const upheld: readonly Step[] = [
  filed,
  accepted,
  heard,
  [{ ...issued, outcome: "upheld" } as Fact, "2026-08-24"],
  [{ type: "resolution-signed" }, "2026-08-25"],
  sent,
  notified,
];

const appealedTo: readonly Step[] = [...resolved, sent, notified, appealed("2026-09-01")];

describe("the list a claim is on", () => {
  it.each([
    ["just filed", "2026-07-20", [filed], "admission"],
    ["accepted", "2026-07-22", [filed, accepted], "investigation"],
    ["on the day of its hearing", "2026-08-14", [filed, accepted], "conciliation"],
    ["heard", "2026-08-17", [filed, accepted, heard], "resolution"],
    ["frozen for the signature", "2026-08-25", [filed, accepted, heard, frozen], "signature"],
    [
      "frozen, whatever is filed beside it",
      "2026-08-25",
      [
        filed,
        accepted,
        heard,
        frozen,
        [{ type: "queja-filed", filedOn: calendarDay("2026-08-24"), ground: "delay" }, "2026-08-24 11:00"],
      ],
      "signature",
    ],
    [
      "returned by who signs",
      "2026-08-26",
      [filed, accepted, heard, frozen, [{ type: "resolution-returned" }, "2026-08-25"]],
      "resolution",
    ],
    ["signed", "2026-08-26", resolved, "notification"],
    ["notified", "2026-08-27", [...resolved, sent, notified], "user"],
    ["firm, with nothing to carry out", "2026-09-18", [...resolved, sent, notified], "over"],
    ["firm, to be carried out", "2026-09-18", upheld, "execution"],
    ["appealed", "2026-09-02", [...resolved, sent, notified, appealed("2026-09-01")], "elevation"],
    ["asked to be withdrawn", "2026-07-22", [filed, [withdrawal, "2026-07-21"]], "resolution"],
    ["silent", "2026-09-12", [filed, accepted], "execution"],
    ["observed, and not notified", "2026-07-22", [filed, [{ type: "defect-observed" }, "2026-07-21"]], "notification"],
    [
      "observed, and notified",
      "2026-07-22",
      [filed, [{ type: "defect-observed" }, "2026-07-21"], [{ type: "defect-notified" }, "2026-07-22"]],
      "user",
    ],
    ["asked to be reconsidered", "2026-09-02", [...resolved, sent, notified, reconsidered("2026-09-01")], "resolution"],
    ["with the tribunal", "2026-09-04", [...appealedTo, [{ type: "file-elevated" }, "2026-09-03"]], "tribunal"],
    [
      "sent back by it",
      "2026-09-11",
      [
        ...appealedTo,
        [{ type: "file-elevated" }, "2026-09-03"],
        [{ type: "tribunal-decided", outcome: "back-to-resolution", termDays: 10 }, "2026-09-10"],
      ],
      "resolution",
    ],
    [
      "observed, notified, and asked to be withdrawn",
      "2026-07-23",
      [
        filed,
        [{ type: "defect-observed" }, "2026-07-21"],
        [{ type: "defect-notified" }, "2026-07-22"],
        [withdrawal, "2026-07-22 12:00"],
      ],
      "resolution",
    ],
    [
      "asked to be withdrawn while its draft is returned",
      "2026-08-26",
      [filed, accepted, heard, [withdrawal, "2026-08-23"], frozen, [{ type: "resolution-returned" }, "2026-08-25"]],
      "resolution",
    ],
    [
      "signed and asked to be withdrawn: what is signed is notified first",
      "2026-08-26",
      [...resolved, [withdrawal, "2026-08-25 12:00"]],
      "notification",
    ],
    [
      "asked to be withdrawn, and then counted as read in its mailbox: it is decided",
      "2026-09-03",
      [
        ...resolved,
        [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-08-25 12:00"],
        [withdrawal, "2026-08-26"],
      ],
      "user",
    ],
    [
      "its reconsideration frozen for the signature",
      "2026-09-11",
      [...resolved, notified, reconsidered("2026-09-01"), [issued, "2026-09-10"]],
      "signature",
    ],
    ["its appeal asked to be withdrawn", "2026-09-03", [...appealedTo, [withdrawal, "2026-09-02"]], "resolution"],
    [
      "with the tribunal, which decides on its withdrawal",
      "2026-09-05",
      [...appealedTo, [{ type: "file-elevated" }, "2026-09-03"], [withdrawal, "2026-09-04"]],
      "tribunal",
    ],
    ["frozen, and granted by silence", "2026-09-12", [filed, accepted, heard, frozen], "execution"],
    [
      "firm, of a recourse withdrawn, to be carried out",
      "2026-09-04",
      [
        ...upheld,
        reconsidered("2026-09-01"),
        [withdrawal, "2026-09-02"],
        [{ type: "withdrawal-accepted" }, "2026-09-03"],
      ],
      "execution",
    ],
    ["carried out", "2026-10-02", [...upheld, [{ type: "executed" }, "2026-10-01"]], "over"],
  ] as const)("%s", (_, now, steps, queue) => {
    expect(queueAt(now, ...(steps as readonly Step[]))).toBe(queue);
  });

  it("is on the signature list while the acceptance of its withdrawal waits to be signed", () => {
    const asked = claimAt(lived(filed, [withdrawal, "2026-07-21"]), law, at("2026-07-22"))!;
    expect(queueFor(asked, true)).toBe("signature");
    const steps = forecast(asked.history, law, at("2026-07-22"), true);
    expect(steps.map(({ state, queue }) => [state, queue])).toEqual([
      ...steps.slice(1).map(() => ["filed", "signature"]),
      ["positive-silence", "execution"],
    ]);
  });
});

describe("the forecast of a claim if nothing is recorded", () => {
  it.each([
    [
      "a claim nobody touches: its visit's term ends, the decision's, then silence",
      [filed],
      [
        ["2026-07-20", "filed", "2026-07-30"],
        ["2026-07-31", "filed", "2026-08-21"],
        ["2026-08-22", "filed", "2026-09-04"],
        ["2026-09-12", "positive-silence", "2026-09-12"],
      ],
    ],
    [
      "an accepted one: its hearing comes, then silence",
      [filed, accepted],
      [
        ["2026-07-21", "under-investigation", "2026-07-30"],
        ["2026-07-31", "under-investigation", "2026-08-14"],
        ["2026-08-14", "hearing-due", "2026-08-14"],
        ["2026-09-12", "positive-silence", "2026-09-12"],
      ],
    ],
    [
      "one signed and dispatched: its delivery may still be proved for two days",
      [...resolved, sent],
      [
        ["2026-08-25", "resolved", "2026-09-01"],
        ["2026-09-12", "silence-to-confirm", "2026-09-11"],
        ["2026-09-16", "positive-silence", "2026-09-16"],
      ],
    ],
    [
      "a notified one becomes firm",
      [...resolved, sent, notified],
      [
        ["2026-08-26", "notified", "2026-09-16"],
        ["2026-09-17", "firm", undefined],
      ],
    ],
  ] as const)("%s", (_, steps, expected) => {
    const history = lived(...(steps as readonly Step[]));
    const now = history.at(-1)?.recordedAt ?? "";
    const foreseen = forecast(history, law, now);
    expect(foreseen.map(({ from, state, dueOn }) => [from, state, dueOn])).toEqual(expected);
    // The forecast agrees with claimAt at the first instant of each of these days.
    for (const { from, queue, metaOf: _, metaOn: _on, ...standing } of foreseen.slice(1)) {
      const then = claimAt(history, law, at(`${from} 00:00`))!;
      expect([standing, queue]).toEqual([standingOf(then, law, at(`${from} 00:00`)), queueFor(then)]);
    }
  });

  it("throws without a filing", () => {
    expect(() => forecast([], law, at("2026-07-20"))).toThrow(new RangeError("a history without a filing"));
  });
});

describe("the hold on the claimed receipt", () => {
  const executed: Step = [{ type: "executed" }, "2026-10-01"];
  it.each([
    ["just filed", "2026-07-20", [filed], undefined],
    ["notified", "2026-08-27", [...resolved, sent, notified], undefined],
    ["firm and confirmed", "2026-09-18", [...resolved, sent, notified], "decision-firm"],
    ["firm and upheld: it is corrected first", "2026-09-18", upheld, undefined],
    ["firm, upheld and corrected", "2026-10-02", [...upheld, executed], "decision-firm"],
    [
      "deemed served by mailbox, firm and corrected: its decision, and no silence",
      "2026-10-02",
      [...upheld.slice(0, 5), [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-08-25 12:00"], executed],
      "decision-firm",
    ],
    ["granted by silence: it is corrected first", "2026-09-12", [filed, accepted], undefined],
    [
      "granted by silence and corrected",
      "2026-10-02",
      [filed, accepted, [{ type: "silence-certified" }, "2026-09-14"], executed],
      "silence",
    ],
    ["appealed", "2026-09-02", [...resolved, sent, notified, appealed("2026-09-01")], undefined],
    [
      "withdrawn",
      "2026-07-23",
      [filed, [withdrawal, "2026-07-21"], [{ type: "withdrawal-accepted" }, "2026-07-22"]],
      "withdrawal",
    ],
    [
      "not remedied",
      "2026-07-27",
      [filed, [{ type: "defect-observed" }, "2026-07-21"], [{ type: "defect-notified" }, "2026-07-21"]],
      "not-filed",
    ],
  ] as const)("%s", (_, now, steps, until) => {
    expect(releaseOf(claimAt(lived(...(steps as readonly Step[])), law, at(now))!, law)).toBe(until);
  });
});
