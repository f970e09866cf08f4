import { describe, expect, it } from "vitest";
import { apply, claimAt } from "../../../../shared/domain/case/claim.ts";
import type { ClaimLaw } from "../../../../shared/domain/case/claim-law.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import { clocksOf } from "../../../../shared/domain/term/claim-clocks.ts";
import {
  askedFor,
  boxed,
  brought,
  dismissed,
  due,
  inRecon,
  lacking,
  mailed,
  read,
  reconSigned,
  upheld,
} from "./claim-branch-steps.ts";
import {
  accepted,
  appealed,
  at,
  customer,
  delivered,
  type Fact,
  factOn,
  filed,
  issued,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
} from "./claim-examples.ts";

describe("terms besides those of the claim's own path (digest 3.2)", () => {
  const required: readonly Step[] = [filed, accepted, [{ type: "leak-repair-required" }, "2026-07-24"]];
  const queja: readonly Step[] = [
    filed,
    [{ type: "queja-filed", filedOn: calendarDay("2026-07-24"), ground: "delay", by: customer }, "2026-07-24"],
  ];
  const decided: readonly Step[] = [
    ...resolved,
    notified,
    appealed("2026-09-10"),
    [{ type: "file-elevated" }, "2026-09-14"],
    [{ type: "tribunal-decided", outcome: "decided" }, "2026-10-20"],
  ];
  const rows: [string, string | undefined, string, readonly Step[], string][] = [
    ["T23", "2026-08-10", "2026-07-27", required, "15 calendar days from 24 July end on Saturday 8 August: Monday"],
    ["T20", "2026-07-27", "2026-07-24", queja, "sent on by the next working day"],
    [
      "T20",
      "2026-07-31",
      "2026-07-27",
      [...queja, [{ type: "queja-forwarded" }, "2026-07-24 15:00"]],
      "decided in 3: 27, 30 and 31 July",
    ],
    [
      "T20",
      undefined,
      "2026-08-03",
      [
        ...queja,
        [{ type: "queja-forwarded" }, "2026-07-27"],
        [{ type: "queja-answered", outcome: "queja-rejected" }, "2026-07-31"],
      ],
      "answered: none runs",
    ],
    ["T21", "2026-08-27", "2026-08-26", [...resolved, mailed], "two working days to acknowledge"],
    ["T22", "2026-09-01", "2026-08-26", [...resolved, boxed], "five to open the mailbox"],
    ["T18", "2027-01-20", "2026-10-21", decided, "three months to go to court"],
    [
      "T16",
      "2026-09-28",
      "2026-09-21",
      [...reconSigned, appealed("2026-09-18 11:00"), [delivered, "2026-09-21"]],
      "a kept appeal is sent up from the notice on",
    ],
    [
      "T16",
      "2026-09-17",
      "2026-09-14",
      [...inRecon, [{ type: "recourse-reclassified", as: "appeal" }, "2026-09-11"]],
      "5 from the day it was filed, whatever its label",
    ],
  ];
  it.each(rows.map(([id, day, now, steps, why]) => [id, day, why, now, steps] as const))(
    "%s: $2",
    (id, day, _, now, steps) => {
      expect(due(id, now, steps)).toBe(day);
    },
  );

  it("answers quejas in the order filed, and loses none", () => {
    const more: readonly Step[] = [
      ...queja,
      [{ type: "queja-forwarded" }, "2026-07-27"],
      [{ type: "queja-filed", filedOn: calendarDay("2026-07-30"), ground: "other", by: customer }, "2026-07-30"],
    ];
    expect(due("T20", "2026-07-31", more)).toBe("2026-08-03");
    expect(
      due("T20", "2026-08-03", [...more, [{ type: "queja-answered", outcome: "queja-rejected" }, "2026-07-31"]]),
    ).toBe("2026-07-31");
  });

  it("adds the term of distance to what the user must do, and to nothing else", () => {
    const far = { ...law, distance: { days: 2 } };
    expect(due("T11", "2026-08-27", [...resolved, notified], far)).toBe("2026-09-18");
    expect(due("T10", "2026-07-21", [filed], far)).toBe(due("T10", "2026-07-21", [filed]));
  });

  it("gives the company the days of a meter test only where the law does", () => {
    const asked: readonly Step[] = [filed, [{ type: "meter-test-asked", by: customer }, "2026-07-21"]];
    const more = { ...law, meterTest: { extraDays: 3 } };
    const withIt: readonly Step[] = [[{ ...filed[0], testAsked: true } as Fact, filed[1]]];
    expect([asked, withIt, [filed]].map((steps) => due("T10", "2026-07-22", steps, more))).toEqual([
      "2026-09-16",
      "2026-09-16",
      "2026-09-11",
    ]);
    expect(due("T10", "2026-07-22", asked)).toBe("2026-09-11");
  });

  it("names the law's key of each value", () => {
    expect(read("2026-07-21", [filed]).clocks.map(({ id, rule }) => `${id} ${rule}`)).toContain("T10 silence.first");
  });
});

describe("a calendar that changes", () => {
  /** The law with more days off from an instant on. */
  function changed(until: string, days: readonly string[], whose: readonly ("COMPANY" | "USER")[]): ClaimLaw {
    const added = days.map(
      (date) =>
        ({
          reason: "decreed",
          date: calendarDay(date),
          name: "Duelo",
          source: "DS",
          recordedAt: calendarDay(until.slice(0, 10)),
        }) as const,
    );
    const more = (id: "COMPANY" | "USER") => ({
      ...law.calendars[id],
      version: "2",
      nonWorking: whose.includes(id) ? [...law.calendars[id].nonWorking, ...added] : law.calendars[id].nonWorking,
    });
    return {
      ...law,
      calendars: { COMPANY: more("COMPANY"), USER: more("USER") },
      earlier: [{ until: at(until), calendars: law.calendars }],
    };
  }
  const both = ["COMPANY", "USER"] as const;

  it("moves what still runs", () => {
    const later = changed("2026-08-01", ["2026-09-10"], both);
    expect(due("T10", "2026-08-03", [filed], later)).toBe("2026-09-14");
    expect(read("2026-09-14", [filed], later).state).toBe("filed");
  });

  it("does not affect a reading as of before", () => {
    const later = changed("2026-08-01 12:00", ["2026-09-10"], both);
    expect(due("T10", "2026-08-01 11:00", [filed], later)).toBe("2026-09-11");
  });

  it("undoes no silence", () => {
    const late = changed("2026-09-15", ["2026-09-10", "2026-09-11"], both);
    expect(read("2026-09-15 09:00", [filed], late)).toMatchObject({ state: "positive-silence", since: "2026-09-12" });
    expect(read("2026-09-16", [filed], late)).toMatchObject({ state: "positive-silence", since: "2026-09-12" });
  });

  it("replays a history recorded before it to the same state", () => {
    const later = changed("2026-10-01", ["2026-09-15", "2026-09-16"], both);
    const steps = [...resolved, notified, reconsidered("2026-09-20")];
    expect(read("2026-09-30", steps, later).claim).toEqual(read("2026-09-30", steps).claim);
  });

  it("brings silence no earlier than the day it was entered", () => {
    const fewer = (id: "COMPANY" | "USER") => ({
      ...law.calendars[id],
      version: "2",
      nonWorking: law.calendars[id].nonWorking.filter(
        ({ name }) => name !== "Fiestas Patrias" && name !== "Batalla de Junín",
      ),
    });
    const repealed: ClaimLaw = {
      ...law,
      calendars: { COMPANY: fewer("COMPANY"), USER: fewer("USER") },
      earlier: [{ until: at("2026-09-11 09:00"), calendars: law.calendars }],
    };
    // Without those holidays day 35 was 8 September.
    const silent = { state: "positive-silence", since: "2026-09-11" };
    expect(read("2026-09-11 10:00", [filed], repealed)).toMatchObject(silent);
    const changedAgain: ClaimLaw = {
      ...repealed,
      earlier: [...(repealed.earlier ?? []), { until: at("2026-09-21"), calendars: repealed.calendars }],
    };
    expect(read("2026-09-22", [filed], changedAgain)).toMatchObject(silent);
  });

  it("never makes a user's term shorter than it was announced", () => {
    const fewer = {
      ...law.calendars.USER,
      version: "2",
      nonWorking: law.calendars.USER.nonWorking.filter(({ name }) => name !== "Santa Rosa de Lima"),
    };
    const notifiedThen: readonly Step[] = [...resolved, notified];
    const announced = due("T11", "2026-08-27", notifiedThen);
    const extra = {
      ...law.calendars.USER,
      version: "1",
      nonWorking: [
        ...law.calendars.USER.nonWorking,
        {
          reason: "decreed",
          date: calendarDay("2026-09-02"),
          name: "Duelo",
          source: "DS",
          recordedAt: calendarDay("2026-08-01"),
        } as const,
      ],
    };
    const withdrawn: ClaimLaw = {
      ...law,
      calendars: { ...law.calendars, USER: fewer },
      earlier: [{ until: at("2026-09-03"), calendars: { ...law.calendars, USER: extra } }],
    };
    expect(announced).toBe("2026-09-16");
    expect(due("T11", "2026-09-02", notifiedThen, withdrawn)).toBe("2026-09-17");
    expect(due("T11", "2026-09-04", notifiedThen, withdrawn)).toBe("2026-09-17");
    expect(read("2026-09-17 23:59", notifiedThen, withdrawn).state).toBe("notified");
  });
});

describe("a reconsideration without new evidence (digest 3.7)", () => {
  const evidenceTerm = (steps: readonly Step[], when: string) => {
    const history = lived(...steps);
    const claim = claimAt(history, law, at(when));
    return claim && clocksOf(claim, law, at(when)).find(({ id }) => id === "T04");
  };

  it("has two working days from the request, which pause no term", () => {
    expect(evidenceTerm(lacking, "2026-09-11")).toBeUndefined();
    expect(evidenceTerm(askedFor, "2026-09-14 23:59")).toMatchObject({ dueDate: "2026-09-14", status: "running" });
    expect(evidenceTerm(askedFor, "2026-09-15 00:00")).toMatchObject({ status: "lapsed" });
    expect(evidenceTerm(brought, "2026-09-15")).toMatchObject({ status: "met" });
    const terms = (steps: readonly Step[]) => {
      const claim = claimAt(lived(...steps), law, at("2026-09-14"));
      return claim && clocksOf(claim, law, at("2026-09-14")).filter(({ id }) => id === "T12" || id === "T14");
    };
    expect(terms(askedFor)?.map(({ dueDate }) => dueDate)).toEqual(terms(lacking)?.map(({ dueDate }) => dueDate));
  });

  const rows: readonly (readonly [why: string, steps: readonly Step[], act: Step])[] = [
    ["decided once its days are over, also as improcedente", askedFor, [dismissed, "2026-09-15"]],
    [
      "decided at once when it was filed, within its days",
      [...askedFor, [{ type: "new-evidence-brought" }, "2026-09-11"]],
      [issued, "2026-09-11 12:00"],
    ],
    ["granted without asking for anything", lacking, [upheld, "2026-09-11"]],
    ["brought before anybody asked", lacking, [{ type: "new-evidence-brought" }, "2026-09-11"]],
    ["brought late, and counts", askedFor, [{ type: "new-evidence-brought" }, "2026-09-18"]],
    [
      "taken for an appeal while it is awaited",
      askedFor,
      [{ type: "recourse-reclassified", as: "appeal" }, "2026-09-11"],
    ],
    [
      "dismissed for being late, which nothing mends",
      [...resolved, notified, reconsidered("2026-09-17", { newEvidence: false })],
      [dismissed, "2026-09-18"],
    ],
  ];
  it.each(rows)("is %s", (_, steps, [what, when]) => {
    expect(apply(lived(...steps), factOn(what, when), law, at(when))).toMatchObject({ ok: true });
  });
});
