import { describe, expect, it } from "vitest";
import { leavesAsBilled, standingResolutions } from "../../../../shared/domain/resolution/standing-decisions.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import {
  accepted,
  appealed,
  delivered,
  type Fact,
  filed,
  heard,
  issued,
  lived,
  reconsidered,
  type Step,
  withdrawal,
} from "../case/claim-examples.ts";

type Outcome = "upheld" | "partly-upheld" | "rejected" | "dismissed";
const drafted = (number: string, on: string, outcome: Outcome = "rejected"): Step => [
  { ...issued, number, outcome } as Fact,
  on,
];
const signed = (on: string): Step => [{ type: "resolution-signed" }, on];
const sentBy = (channel: "mailbox" | "email" | "personal", on: string): Step => [
  { type: "resolution-dispatched", channel },
  on,
];
const withdrawn: readonly Step[] = [
  [withdrawal, "2026-09-22 11:00"],
  [{ type: "withdrawal-accepted" }, "2026-09-22 12:00"],
];

const investigated = [filed, accepted, heard];
const first = (outcome: Outcome = "rejected"): readonly Step[] => [
  ...investigated,
  drafted("R1", "2026-08-24", outcome),
  signed("2026-08-25"),
  [delivered, "2026-08-26"],
];
const recourse: readonly Step[] = [...first(), reconsidered("2026-09-10")];
const second = (outcome: Outcome = "rejected"): readonly Step[] => [
  ...first(),
  reconsidered("2026-09-10"),
  drafted("R2", "2026-09-17", outcome),
  signed("2026-09-18"),
];
const sentBack: readonly Step[] = [
  ...first("upheld"),
  appealed("2026-09-01"),
  [{ type: "file-elevated" }, "2026-09-03"],
  [{ type: "tribunal-decided", outcome: "back-to-resolution", termDays: 10 }, "2026-10-01"],
];

describe("the resolutions that stand", () => {
  it.each<[string, string[], readonly Step[]]>([
    ["none of a claim just filed", [], [filed]],
    ["none that nobody signed", [], [...investigated, drafted("R1", "2026-08-24")]],
    ["what was signed", ["R1"], [...investigated, drafted("R1", "2026-08-24"), signed("2026-08-25")]],
    [
      "what was signed, not what was returned for it",
      ["R1b"],
      [
        ...investigated,
        drafted("R1", "2026-08-24"),
        [{ type: "resolution-returned" }, "2026-08-24 11:00"],
        drafted("R1b", "2026-08-25"),
        signed("2026-08-25 11:00"),
      ],
    ],
    [
      "what was signed, whatever was filed beside it",
      ["R1"],
      [
        ...investigated,
        drafted("R1", "2026-08-24"),
        [{ type: "queja-filed", filedOn: calendarDay("2026-08-25"), ground: "delay" }, "2026-08-25 09:00"],
        signed("2026-08-25"),
      ],
    ],
    ["the newest first", ["R2", "R1"], [...second(), [delivered, "2026-09-21"]]],
    ["the first alone while its reconsideration is drafted", ["R1"], [...recourse, drafted("R2", "2026-09-17")]],
    [
      "the first, if the second was not notified before its recourse was withdrawn",
      ["R1"],
      [...second(), ...withdrawn],
    ],
    [
      "nor when that was asked before it was signed",
      ["R1"],
      [
        ...recourse,
        drafted("R2", "2026-09-17"),
        [withdrawal, "2026-09-18 09:00"],
        signed("2026-09-18"),
        ...withdrawn.slice(1),
      ],
    ],
    ["nor by an e-mail that nobody acknowledged", ["R1"], [...second(), sentBy("email", "2026-09-21"), ...withdrawn]],
    [
      "both, where the second was in the mailbox",
      ["R2", "R1"],
      [...second(), sentBy("mailbox", "2026-09-21"), ...withdrawn],
    ],
    [
      "both, if the second was notified and the appeal against it withdrawn",
      ["R2", "R1"],
      [...second(), [delivered, "2026-09-18 11:00"], appealed("2026-09-21"), ...withdrawn],
    ],
    ["none that the tribunal sent back", [], sentBack],
    ["what was decided instead", ["R3"], [...sentBack, drafted("R3", "2026-10-02"), signed("2026-10-05")]],
    [
      "all, where the tribunal decided itself",
      ["R1"],
      [...sentBack.slice(0, -1), [{ type: "tribunal-decided", outcome: "decided" }, "2026-10-01"]],
    ],
  ])("%s: %j", (_, numbers, steps) => {
    expect(standingResolutions(lived(...steps)).map(({ number }) => number)).toEqual(numbers);
  });
});

describe("whether there is nothing to execute", () => {
  const agreed = (agreement: "total" | "partial"): readonly Step[] => [
    filed,
    accepted,
    [{ type: "conciliation-held", agreement, standing: { as: "holder" } }, "2026-08-14"],
  ];
  it.each<[boolean, string, readonly Step[]]>([
    [true, "rejected: as it was billed", first()],
    [
      true,
      "dismissed without a hearing",
      [
        filed,
        [{ type: "dismissal-proposed", ground: "late" }, "2026-07-21"],
        drafted("R1", "2026-07-22", "dismissed"),
        signed("2026-07-22 11:00"),
      ],
    ],
    [true, "dismissed: nothing is decided of the amount (digest 3.6)", first("dismissed")],
    [false, "upheld: it is billed again", first("upheld")],
    [false, "upheld in part", first("partly-upheld")],
    [false, "upheld once it was reconsidered", second("upheld")],
    [true, "upheld by a resolution that the tribunal sent back", sentBack],
    [false, "agreed in part, whatever is decided of the rest", [...agreed("partial"), ...first().slice(3)]],
  ])("%s (%s)", (nothing, _, steps) => {
    expect(leavesAsBilled(lived(...steps))).toBe(nothing);
  });
});
