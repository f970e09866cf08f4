import { describe, expect, it } from "vitest";
import { calendarDay } from "../../../shared/domain/calendar-day.ts";
import { apply, claimAt } from "../../../shared/domain/claim.ts";
import { type ClaimLaw, clocksOf } from "../../../shared/domain/claim-clocks.ts";
import { staffRoles } from "../../../shared/domain/people.ts";
import {
  accepted,
  appealed,
  at,
  customer,
  delivered,
  filed,
  heard,
  issued,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
  signed,
  type Told,
  told,
  withdrawal,
} from "./claim-examples.ts";

const observed: Step = [{ type: "defect-observed" }, "2026-07-21"];
const another = { kind: "staff", sub: "s2", roles: staffRoles } as const;
const inRecon: readonly Step[] = [...resolved, notified, reconsidered("2026-09-10")];
const reconSigned: readonly Step[] = [
  ...inRecon,
  [issued, "2026-09-17"],
  [{ type: "resolution-signed" }, "2026-09-18"],
];
const boxed: Step = [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-08-25 12:00"];
const mailed: Step = [{ type: "resolution-dispatched", channel: "email" }, "2026-08-25 12:00"];

const renamed: readonly Step[] = [
  ...resolved,
  notified,
  appealed("2026-09-10", { newEvidence: true }),
  [{ type: "recourse-reclassified", as: "reconsideration" }, "2026-09-11"],
];
const bothFiled: readonly Step[] = [...resolved, notified, appealed("2026-09-10"), reconsidered("2026-09-11")];
const reconRejected: readonly Step[] = [
  [issued, "2026-09-16"],
  [{ type: "resolution-signed" }, "2026-09-17"],
  [delivered, "2026-09-18"],
];
const dismissed: Told = {
  type: "resolution-issued",
  number: "0002-2026",
  outcome: "dismissed",
  checklist: "complete",
};
const upheld: Told = { type: "resolution-issued", number: "0002-2026", outcome: "upheld", checklist: "complete" };
/** A reconsideration that came without new evidence on Thursday 10 September. */
const lacking: readonly Step[] = [...resolved, notified, reconsidered("2026-09-10", { newEvidence: false })];
/** Told the same day: Friday 11 and Monday 14 to bring it. */
const askedFor: readonly Step[] = [...lacking, [{ type: "new-evidence-asked" }, "2026-09-10 12:00"]];
const brought: readonly Step[] = [...askedFor, [{ type: "new-evidence-brought" }, "2026-09-14 23:59"]];
function withdrawnOn(day: string): readonly Step[] {
  return [
    [withdrawal, `${day} 09:00`],
    [{ type: "withdrawal-accepted" }, day],
  ];
}
/** Told on day 34: days 35 and 36 to mend, which do not run. */
const observedLate: readonly Step[] = [
  filed,
  [{ type: "defect-observed" }, "2026-09-10"],
  [{ type: "defect-notified" }, "2026-09-10"],
];

function read(now: string, steps: readonly Step[], under: ClaimLaw = law) {
  const claim = claimAt(lived(...steps), under, at(now));
  if (!claim) throw new Error("no claim");
  return { claim, state: claim.state, since: claim.since, clocks: clocksOf(claim, under, at(now)) };
}

function due(id: string, now: string, steps: readonly Step[], under: ClaimLaw = law) {
  return read(now, steps, under).clocks.find((clock) => clock.id === id)?.dueDate;
}

function refusal(steps: readonly Step[], [what, effective]: Step) {
  const done = apply(lived(...steps), told(what, effective), law, at(effective));
  return done.ok ? done.value.state : done.error;
}

describe("where an act leads", () => {
  const rows: [string, string, readonly Step[], string][] = [
    ["observed", "2026-09-11 23:59", [filed, observed], "a defect nobody was told of stops no clock"],
    ["positive-silence", "2026-09-12 00:00", [filed, observed], "so day 35 passes in silence"],
    ["resolved", "2026-09-01 23:59", [...resolved, boxed], "in the mailbox: days 1 to 5 are 26 to 1 September"],
    ["notified", "2026-09-02", [...resolved, boxed], "the first working day after the five"],
    ["firm", "2026-09-24", [...resolved, boxed], "15 days from 2 September end on the 23rd"],
    ["in-reconsideration", "2026-09-10", [...resolved, boxed, reconsidered("2026-09-10")], "a recourse after it"],
    [
      "in-appeal",
      "2026-09-21",
      [...reconSigned, appealed("2026-09-18 11:00"), [delivered, "2026-09-21"]],
      "kept, and taken up",
    ],
    ["reconsideration-silence", "2026-10-10", [...inRecon, appealed("2026-09-11")], "granted: the kept appeal is moot"],
    [
      "in-appeal",
      "2026-09-14",
      [...inRecon, [{ type: "recourse-reclassified", as: "appeal" }, "2026-09-11"]],
      "no new evidence: it is an appeal",
    ],
    [
      "in-reconsideration",
      "2026-09-14",
      [
        ...resolved,
        notified,
        appealed("2026-09-10", { newEvidence: true }),
        [{ type: "recourse-reclassified", as: "reconsideration" }, "2026-09-11"],
      ],
      "new evidence: it is a reconsideration",
    ],
    ["in-appeal", "2026-09-19", [...renamed, ...reconRejected], "the appeal it was is taken up when that is rejected"],
    ["in-reconsideration", "2026-09-14", bothFiled, "an appeal waits while new evidence is looked at"],
    ["in-appeal", "2026-09-19", [...bothFiled, ...reconRejected], "and is taken up"],
    [
      "in-appeal",
      "2026-09-15",
      [...bothFiled, ...withdrawnOn("2026-09-14")],
      "or when the reconsideration is withdrawn",
    ],
    [
      "firm",
      "2026-09-17",
      [...bothFiled, ...withdrawnOn("2026-09-14"), ...withdrawnOn("2026-09-16")],
      "withdrawn likewise, nothing waits",
    ],
    [
      "in-reconsideration",
      "2026-09-14",
      [...resolved, notified, reconsidered("2026-09-10", { newEvidence: false })],
      "without new evidence: taken all the same, for the office to take it for what it is",
    ],
    [
      "observed",
      "2026-07-24",
      [filed, observed, [{ type: "inspection-reported", outcome: "whole" }, "2026-07-23"]],
      "a visit counts while something is to be mended",
    ],
    ["hearing-due", "2026-09-15", observedLate, "observed on day 34: not mended, it goes on"],
    ["positive-silence", "2026-09-16", observedLate, "with the days it had left"],
    [
      "positive-silence",
      "2026-09-11",
      [
        ...resolved,
        notified,
        [{ type: "queja-filed", filedOn: calendarDay("2026-09-01"), ground: "delay", by: customer }, "2026-09-01"],
        [{ type: "queja-answered", outcome: "queja-silence" }, "2026-09-10"],
      ],
      "a queja may be answered after the notice",
    ],
    [
      "positive-silence",
      "2026-08-03",
      [
        filed,
        [{ type: "queja-filed", filedOn: calendarDay("2026-07-28"), ground: "delay", by: customer }, "2026-07-28"],
        [{ type: "queja-forwarded" }, "2026-07-30"],
        [{ type: "queja-answered", outcome: "queja-silence" }, "2026-08-03"],
      ],
      "a queja for delay may end in silence",
    ],
    [
      "in-appeal",
      "2026-12-02",
      [...resolved, notified, [{ type: "executed" }, "2026-09-18"], appealed("2026-12-01")],
      "late, closed: the tribunal judges",
    ],
  ];
  it.each(rows.map(([state, now, steps, why]) => [state, now, why, steps] as const))(
    "%s on %s (%s)",
    (state, now, _, steps) => {
      expect(read(now, steps).state).toBe(state);
    },
  );

  it("leaves a reconsideration that was upheld without its kept appeal", () => {
    const granted: Step = [upheld, "2026-09-17"];
    const steps = [
      ...inRecon,
      appealed("2026-09-11"),
      granted,
      [{ type: "resolution-signed" }, "2026-09-18"],
      [delivered, "2026-09-21"],
    ];
    expect(read("2026-09-22", steps as readonly Step[]).state).toBe("reconsideration-notified");
  });

  it("meets silence before a mailbox nobody opened, if day 35 comes first", () => {
    const late: readonly Step[] = [filed, accepted, heard, [issued, "2026-09-03"], [signed[0], "2026-09-04"]];
    const left: Step = [{ type: "resolution-dispatched", channel: "mailbox" }, "2026-09-07"];
    expect(read("2026-09-16", [...late, left]).state).toBe("positive-silence");
  });
});

describe("what is refused", () => {
  const overridden: Step[0] = { ...issued, checklist: "overridden" } as Step[0];
  const agreed: readonly Step[] = [
    filed,
    accepted,
    [{ type: "conciliation-held", agreement: "total", standing: { as: "holder" } }, "2026-08-14"],
    [{ type: "executed" }, "2026-08-20"],
  ];
  const second: Step = [{ type: "checklist-overridden", by: another }, "2026-08-21"];
  const rows: [string, readonly Step[], Step, string][] = [
    ["override-not-approved", [filed, accepted, heard], [overridden, "2026-08-24"], "nobody let it go"],
    [
      "override-not-approved",
      [filed, accepted, heard, [{ type: "checklist-overridden" }, "2026-08-21"]],
      [overridden, "2026-08-24"],
      "who sends it may not let it go",
    ],
    [
      "override-not-approved",
      [
        filed,
        [{ type: "claim-accepted", by: another }, "2026-07-21"],
        heard,
        [{ type: "checklist-overridden" }, "2026-08-21"],
      ],
      [overridden, "2026-08-24"],
      "nor what another did of something else",
    ],
    ["in-resolution", [filed, accepted, heard, second], [overridden, "2026-08-24"], "another person did"],
    [
      "already-notified",
      [filed, observed, [{ type: "defect-notified" }, "2026-07-22"]],
      [{ type: "defect-notified" }, "2026-07-23"],
      "told once",
    ],
    [
      "no-leak-requirement",
      [filed, accepted],
      [{ type: "leak-verified", repaired: true }, "2026-07-30"],
      "nothing was required",
    ],
    [
      "no-meter-test",
      [filed, accepted],
      [{ type: "meter-test-reported", result: "over-registers" }, "2026-07-30"],
      "none ordered",
    ],
    [
      "already-asked",
      [filed, [{ type: "meter-test-asked", by: customer }, "2026-07-21"]],
      [{ type: "meter-test-asked" }, "2026-07-22"],
      "asked twice",
    ],
    ["same-type", [filed, accepted], [{ type: "reclassified", claimType: "F01" }, "2026-07-22"], "no change"],
    ["no-queja-pending", [filed], [{ type: "queja-forwarded" }, "2026-07-22"], "there is none"],
    ["nothing-signed", agreed, [{ type: "rectified" }, "2026-08-24"], "closed by an agreement"],
    [
      "already-certified",
      [filed, [{ type: "silence-certified" }, "2026-09-14"]],
      [{ type: "silence-certified" }, "2026-09-15"],
      "once",
    ],
    [
      "evidence-there",
      inRecon,
      [{ type: "new-evidence-asked" }, "2026-09-11"],
      "what came with evidence is not asked for any",
    ],
    [
      "evidence-there",
      renamed,
      [{ type: "new-evidence-asked" }, "2026-09-14"],
      "nor is an appeal whose papers made it a reconsideration",
    ],
    ["evidence-there", brought, [{ type: "new-evidence-brought" }, "2026-09-15"], "it came"],
    ["evidence-already-asked", askedFor, [{ type: "new-evidence-asked" }, "2026-09-15"], "once, also after its days"],
    ["evidence-awaited", askedFor, [issued, "2026-09-14"], "on the last of its two days"],
    ["evidence-never-asked", lacking, [dismissed, "2026-09-11"], "not for what nobody asked"],
    [
      "already-reconsidered",
      [...reconSigned, [delivered, "2026-09-21"], appealed("2026-09-22")],
      [{ type: "recourse-reclassified", as: "reconsideration" }, "2026-09-23"],
      "one reconsideration",
    ],
  ];
  it.each(rows.map(([error, steps, act, why]) => [error, why, steps, act] as const))(
    "%s (%s)",
    (error, _, steps, act) => {
      expect(refusal(steps, act)).toBe(error);
    },
  );
});

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

  it("answers quejas in the order they came, none lost under another", () => {
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
    const withIt: readonly Step[] = [[{ ...filed[0], testAsked: true } as Told, filed[1]]];
    expect([asked, withIt, [filed]].map((steps) => due("T10", "2026-07-22", steps, more))).toEqual([
      "2026-09-16",
      "2026-09-16",
      "2026-09-11",
    ]);
    expect(due("T10", "2026-07-22", asked)).toBe("2026-09-11");
  });

  it("names where each value stands in the law", () => {
    expect(read("2026-07-21", [filed]).clocks.map(({ id, rule }) => `${id} ${rule}`)).toContain("T10 silence.first");
  });
});

describe("a calendar that changes", () => {
  /** Calendars with more days off, from an instant on. */
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

  it("is not seen by who reads as of before", () => {
    const later = changed("2026-08-01 12:00", ["2026-09-10"], both);
    expect(due("T10", "2026-08-01 11:00", [filed], later)).toBe("2026-09-11");
  });

  it("takes no silence back", () => {
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

  it("never makes a user's term shorter than it was told", () => {
    const fewer = {
      ...law.calendars.USER,
      version: "2",
      nonWorking: law.calendars.USER.nonWorking.filter(({ name }) => name !== "Santa Rosa de Lima"),
    };
    const notifiedThen: readonly Step[] = [...resolved, notified];
    const told = due("T11", "2026-08-27", notifiedThen);
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
    expect(told).toBe("2026-09-16");
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

  it("has two working days from when it was asked for, which stop nobody's terms", () => {
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
      "decided at once when it came, within its days",
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
    expect(apply(lived(...steps), told(what, when), law, at(when))).toMatchObject({ ok: true });
  });
});
