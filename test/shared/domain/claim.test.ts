import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, calendarDay } from "../../../shared/domain/calendar-day.ts";
import { apply, type ClaimRefusal, claimAt, isLateRecourse, lastHearingDay } from "../../../shared/domain/claim.ts";
import {
  type Agreement,
  claimEventTypes,
  type DeliveryEvidence,
  type HearingMoveReason,
  type TribunalOutcome,
} from "../../../shared/domain/claim-events.ts";
import { type ClaimState, lapseTransitions } from "../../../shared/domain/claim-states.ts";
import type { ClaimType } from "../../../shared/domain/claim-types.ts";
import {
  accepted,
  appealed,
  at,
  customer,
  delivered,
  desk,
  filed,
  filing,
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
  signed,
  type Told,
  told,
  withdrawal,
} from "./claim-examples.ts";

function stateAt(now: string, ...steps: readonly Step[]) {
  return claimAt(lived(...steps), law, at(now))?.state;
}

/** The state after the last of these steps, at that instant; or why the last is refused. */
function end(...steps: readonly Step[]): ClaimState | ClaimRefusal {
  const [what, effective, recorded] = steps.at(-1)!;
  const done = apply(lived(...steps.slice(0, -1)), told(what, effective), law, at(recorded ?? effective));
  return done.ok ? done.value.state : done.error;
}

/** Of a type that asks for neither visit nor hearing. */
const filedPlain: Step = [filing("2026-07-20", { claimType: "F02" }), "2026-07-20"];
const observed: readonly Step[] = [
  [{ type: "defect-observed" }, "2026-07-21"],
  [{ type: "defect-notified" }, "2026-07-21"],
];
const remedied: Step = [{ type: "remedied" }, "2026-07-24"];
const decided: readonly Step[] = [...resolved, notified];
const atTribunal: readonly Step[] = [...decided, appealed("2026-09-01"), [{ type: "file-elevated" }, "2026-09-03"]];
const inRecon: readonly Step[] = [...decided, reconsidered("2026-09-01")];
const reconSigned: readonly Step[] = [
  ...inRecon,
  [issued, "2026-09-10"],
  [{ type: "resolution-signed" }, "2026-09-11"],
];

function held(agreement: Agreement): Told {
  return agreement === "total" || agreement === "partial"
    ? { type: "conciliation-held", agreement, standing: { as: "holder" } }
    : { type: "conciliation-held", agreement };
}

function tribunal(outcome: TribunalOutcome): Told {
  return outcome.startsWith("back")
    ? ({ type: "tribunal-decided", outcome, termDays: 10 } as Told)
    : ({ type: "tribunal-decided", outcome } as Told);
}

describe("what passes by itself", () => {
  const rows: [ClaimState | undefined, string, Step[], string][] = [
    [undefined, "2026-07-20 09:59", [filed], "before its filing there is no claim"],
    ["filed", "2026-07-20", [filed], "from the instant it was filed"],
    ["filed", "2026-09-11 23:59", [filed], "day 35, untouched"],
    ["positive-silence", "2026-09-12 00:00", [filed], "day 35 is over and nobody did anything"],
    ["observed", "2026-07-24 23:59", [filed, ...observed], "day 2 to remedy: 22 and 24 July"],
    ["not-filed", "2026-07-25 00:00", [filed, ...observed], "not remedied: T04"],
    ["not-filed", "2027-01-01", [filed, ...observed], "a claim deemed not filed meets no silence"],
    ["under-investigation", "2026-08-13 23:59", [filed, accepted], "the eve of the hearing"],
    ["hearing-due", "2026-08-14 00:00", [filed, accepted], "the hearing's date comes"],
    ["positive-silence", "2026-09-12 00:00", [filed, accepted], "the hearing passes first, then the silence"],
    ["resolved", "2026-09-11 23:59", [...resolved], "signed and not sent, on day 35"],
    ["positive-silence", "2026-09-12 00:00", [...resolved], "signed and never sent: nothing to confirm"],
    ["silence-to-confirm", "2026-09-12 00:00", [...resolved, sent], "a delivery is on its way"],
    ["silence-to-confirm", "2026-09-15 23:59", [...resolved, sent], "2 working days: 14 and 15 September"],
    ["positive-silence", "2026-09-16 00:00", [...resolved, sent], "nobody proved a delivery"],
    ["notified", "2026-09-16 23:59", [...decided], "day 15 of the recourse"],
    ["firm", "2026-09-17 00:00", [...decided], "no recourse: T11"],
    ["reconsideration-silence", "2026-09-30 00:00", [...inRecon], "20 days of the recourse, not one signed: T14"],
    ["reconsideration-resolved", "2026-09-29 23:59", [...reconSigned], "day 20 of it"],
    ["reconsideration-silence", "2026-09-30 00:00", [...reconSigned], "signed, never sent"],
    [
      "reconsideration-silence-to-confirm",
      "2026-09-30 00:00",
      [...reconSigned, [{ type: "resolution-dispatched", channel: "personal" }, "2026-09-14"]],
      "sent: 30 September and 1 October to prove it",
    ],
    [
      "reconsideration-silence",
      "2026-10-02 00:00",
      [...reconSigned, [{ type: "resolution-dispatched", channel: "personal" }, "2026-09-14"]],
      "and nobody did",
    ],
    ["firm", "2026-10-06 00:00", [...reconSigned, [delivered, "2026-09-14"]], "no appeal after it: T15"],
    ["elevated", "2026-10-23 23:59", [...atTribunal], "day 35 of the tribunal, 8 October skipped"],
    ["negative-silence", "2026-10-24 00:00", [...atTribunal], "the user may wait or sue: T17"],
    ["in-appeal", "2027-09-01", [...atTribunal.slice(0, -1)], "an appeal not sent up is not lost: T16"],
  ];

  it.each(rows.map(([state, now, steps, why]) => [state, now, why, steps] as const))(
    "on $1: $2",
    (state, now, _, steps) => {
      expect(stateAt(now, ...steps)).toBe(state);
    },
  );
});

describe("the acts of a claim", () => {
  const rows: [ClaimState, Step[], string][] = [
    ["under-investigation", [filed, ...observed, remedied], "a defect remedied in time"],
    [
      "in-resolution",
      [filed, [{ type: "dismissal-proposed", ground: "late" }, "2026-07-21"]],
      "a person finds it late",
    ],
    ["filed", [filed, [{ type: "claim-extended" }, "2026-07-30"]], "widened on day 5: 21, 22, 24, 27, 30 July"],
    ["filed", [filed, [{ type: "filing-copy-sent" }, "2026-07-21"]], "a copy sent changes no state"],
    [
      "under-investigation",
      [filed, accepted, [{ type: "inspection-reported", outcome: "whole" }, "2026-07-24"]],
      "visit",
    ],
    ["conciliated", [filed, accepted, [held("total"), "2026-08-14"]], "full agreement: the acta ends it"],
    ["partly-conciliated", [filed, accepted, [held("partial"), "2026-08-14"]], "partial agreement"],
    ["no-agreement", [filed, accepted, [held("none"), "2026-08-14"]], "no agreement"],
    ["absence", [filed, accepted, [held("absence"), "2026-08-14"]], "absence is never a withdrawal"],
    ["in-resolution", [filed, accepted, heard, frozen], "sent to signature"],
    ["in-resolution", [filed, accepted, [issued, "2026-08-24"]], "no hearing was held and T07 is over"],
    ["in-resolution", [filed, accepted, heard, frozen, [{ type: "resolution-returned" }, "2026-08-24"]], "returned"],
    ["resolved", [...resolved], "signed"],
    ["notified", [...decided], "notified at the counter, without being sent"],
    ["notified", [...resolved, sent, notified], "notified by delivery"],
    ["withdrawn", [filed, [withdrawal, "2026-07-21"], [{ type: "withdrawal-accepted" }, "2026-07-22"]], "withdrawn"],
    ["filed", [filed, [withdrawal, "2026-07-21"]], "a withdrawal is not one before it is accepted"],
    [
      "firm",
      [...inRecon, [withdrawal, "2026-09-02"], [{ type: "withdrawal-accepted" }, "2026-09-03"]],
      "of a recourse",
    ],
    ["elevated", [...atTribunal, [withdrawal, "2026-09-04"]], "forwarded: the tribunal decides it"],
    ["in-reconsideration", [...inRecon], "reconsideration with new evidence"],
    ["reconsideration-notified", [...reconSigned, [delivered, "2026-09-14"]], "its decision notified"],
    [
      "in-appeal",
      [...reconSigned, [delivered, "2026-09-14"], appealed("2026-09-15")],
      "an appeal after a reconsideration",
    ],
    ["in-appeal", [...decided, appealed("2026-10-01")], "a late appeal is still sent up"],
    ["in-reconsideration", [...decided, reconsidered("2026-10-01")], "a late reconsideration is judged, not refused"],
    ["tribunal-decided", [...atTribunal, [tribunal("decided"), "2026-10-01"]], "the tribunal decides"],
    ["tribunal-decided", [...atTribunal, [tribunal("decided"), "2026-12-01"]], "or decides after its silence"],
    ["under-investigation", [...atTribunal, [tribunal("back-to-investigation"), "2026-10-01"]], "nullity"],
    ["in-resolution", [...atTribunal, [tribunal("back-to-resolution"), "2026-10-01"]], "nullity of the resolution"],
    ["in-execution", [...atTribunal, [tribunal("conciliated"), "2026-10-01"]], "conciliated before the tribunal"],
    ["firm", [...atTribunal, [tribunal("inadmissible"), "2026-10-01"]], "the appeal was late"],
    ["positive-silence", [...atTribunal, [tribunal("silence-declared"), "2026-10-01"]], "silence declared"],
    ["closed", [...decided, [{ type: "executed" }, "2026-09-18"]], "a firm resolution complied with"],
    [
      "closed",
      [filed, [{ type: "silence-certified" }, "2026-09-14"], [{ type: "executed" }, "2026-09-15"]],
      "a silence complied with",
    ],
  ];

  it.each(rows.map(([state, steps, why]) => [state, why, steps] as const))("%s (%s)", (state, _, steps) => {
    expect(end(...steps)).toBe(state);
  });

  it("counts what was sent back in the order's term, and not from the filing", () => {
    const sentBack: Step[] = [...atTribunal, [tribunal("back-to-investigation"), "2026-10-01"]];
    expect([stateAt("2026-10-23 23:59", ...sentBack), stateAt("2026-10-24 00:00", ...sentBack)]).toEqual([
      "under-investigation",
      "positive-silence",
    ]);
  });

  it("lets what was sent back, decided anew, be reconsidered again", () => {
    const reconsideredAgain: Step[] = [
      ...reconSigned,
      [delivered, "2026-09-14"],
      appealed("2026-09-15"),
      [{ type: "file-elevated" }, "2026-09-16"],
      [tribunal("back-to-resolution"), "2026-10-01"],
      [issued, "2026-10-02"],
      [{ type: "resolution-signed" }, "2026-10-02"],
      [delivered, "2026-10-05"],
      reconsidered("2026-10-06"),
    ];
    expect(end(...reconsideredAgain)).toBe("in-reconsideration");
  });

  it.each([
    ["2026-09-16 23:59", false, "the last minute of day 15"],
    ["2026-09-17 00:00", true, "the first of day 16"],
  ])("a recourse of %s is late: %s (%s)", (when, late) => {
    for (const recourse of [appealed(when), reconsidered(when)]) {
      const history = lived(...decided, recourse);
      expect(isLateRecourse(claimAt(history, law, at(when))!, law)).toBe(late);
    }
  });

  describe("whose last day the desk was down until past midnight", () => {
    // Notified on 26 August: day 15 is Wednesday 16 September. Both days were down; Friday 18 is the next that was not.
    const outage = { from: at("2026-09-16 22:00"), to: at("2026-09-17 00:30"), inForceFrom: at("2026-09-17 00:40") };
    const known = { ...law, outages: [outage] };
    const readAt = (now: string, ...steps: readonly Step[]) => claimAt(lived(...decided, ...steps), known, at(now))!;

    it.each([
      ["2026-09-17 00:10", "firm", "nobody knows yet"],
      ["2026-09-17 00:40", "notified", "known: the term had not ended"],
      ["2026-09-18 23:59", "notified", "the last minute of the day it moved to"],
      ["2026-09-19 00:00", "firm", "the first after it"],
    ])("is read at %s as %s (%s)", (now, state) => {
      expect(readAt(now).state).toBe(state);
    });

    it.each([
      ["2026-09-17 00:10", false, "sent before anybody knew of it"],
      ["2026-09-18 23:59", false, "the last minute"],
      ["2026-09-19 00:00", true, "late all the same"],
    ])("a recourse of %s is late: %s (%s)", (when, late) => {
      for (const recourse of [appealed(when), reconsidered(when)]) {
        const claim = readAt("2026-09-21", recourse);
        expect([claim.history.at(-1)?.type, isLateRecourse(claim, known)]).toEqual([recourse[0].type, late]);
      }
    });

    it("keeps what was recorded before it was known, and what that made of the claim", () => {
      expect(readAt("2026-09-18", [{ type: "executed" }, "2026-09-17 00:20"]).state).toBe("closed");
    });
  });

  it("moves the user's terms where the desk was down, and none of the company's", () => {
    const down = (day: string) => ({
      from: at(`${day} 10:00`),
      to: at(`${day} 10:30`),
      inForceFrom: at(`${day} 10:35`),
    });
    // Told on Tuesday 21 July, to be mended by Friday 24; day 35 is Friday 11 September.
    const outages = [down("2026-07-24"), down("2026-09-11")];
    const mended = (when: string, outs: typeof outages) => {
      const done = apply(
        lived(filed, ...observed),
        told({ type: "remedied" }, when),
        { ...law, outages: outs },
        at(when),
      );
      return done.ok ? done.value.state : done.error;
    };
    expect(mended("2026-07-27 23:59", outages)).toBe("under-investigation");
    expect(mended("2026-07-28 00:00", outages)).toBe("too-late");
    expect(mended("2026-07-27 23:59", [])).toBe("too-late");
    const silent = (now: string) => claimAt(lived(filed), { ...law, outages }, at(now))?.state;
    expect([silent("2026-09-11 23:59"), silent("2026-09-12 00:00")]).toEqual(["filed", "positive-silence"]);
  });

  it("has no late recourse where there is none", () => {
    expect(isLateRecourse(claimAt(lived(filed), law, at("2026-07-20"))!, law)).toBe(false);
  });

  it("takes a recourse made in time at the counter and typed in once the resolution was firm", () => {
    expect(end(...decided, [appealed("2026-09-16")[0], "2026-09-16", "2026-09-18"])).toBe("in-appeal");
  });

  it("throws for a filing that bears a day before its own", () => {
    const early = told(filing("2026-07-17"), "2026-07-20");
    expect(() => apply([], early, law, at("2026-07-20"))).toThrow("filed on 2026-07-20, not 2026-07-17");
  });

  it("throws for a history it did not make", () => {
    const [, acceptance] = lived(filed, accepted);
    const [first] = lived(filed);
    const executed = { ...told({ type: "executed" }, "2026-07-22"), recordedAt: at("2026-07-22") };
    expect(() => claimAt([acceptance!], law, at("2026-08-01"))).toThrow("a history without a filing");
    expect(() => claimAt([first!, executed], law, at("2026-08-01"))).toThrow("executed in a history");
  });
});

describe("evidence that arrives late", () => {
  const shipped = [...resolved, sent];
  const days: readonly (readonly [number, string])[] = [
    [34, "2026-09-10"],
    [35, "2026-09-11"],
    [36, "2026-09-14"],
    [37, "2026-09-15"],
    [38, "2026-09-16"],
    [39, "2026-09-17"],
    [40, "2026-09-18"],
  ];
  /** Made on day 34, 35 and 36; recorded on each of days 34 to 40. */
  const outcomes: Record<string, (ClaimState | ClaimRefusal)[]> = {
    34: ["notified", "notified", "notified", "notified", ...Array(3).fill("positive-silence")],
    35: ["not-happened-yet", "notified", "notified", "notified", ...Array(3).fill("positive-silence")],
    36: ["not-happened-yet", "not-happened-yet", "too-late", "too-late", ...Array(3).fill("positive-silence")],
  };
  const rows = days
    .slice(0, 3)
    .flatMap(([made, madeOn]) =>
      days.map(
        ([recorded, recordedOn], index) => [made, recorded, outcomes[made]![index]!, madeOn, recordedOn] as const,
      ),
    );

  it.each(rows)("made on day %i, recorded on day %i: %s", (_made, _recorded, outcome, madeOn, recordedOn) => {
    expect(end(...shipped, [delivered, madeOn, recordedOn])).toBe(outcome);
  });

  it.each([
    ["2026-09-12T04:59:59.999Z", "notified", "23:59:59.999 in Lima of day 35"],
    ["2026-09-12T05:00:00.000Z", "too-late", "a millisecond later is day 36"],
  ])("acknowledged at %s, recorded on day 36: %s (%s)", (acknowledged, outcome) => {
    expect(end(...shipped, [delivered, acknowledged, "2026-09-14"])).toBe(outcome);
  });

  it.each([
    ["2026-09-12T04:59:59.999Z", "notified", "the last millisecond of day 35"],
    ["2026-09-12T05:00:00.000Z", "positive-silence", "the first of the silence"],
  ])("acknowledged and recorded at %s without a delivery on its way: %s (%s)", (when, outcome) => {
    expect(end(...resolved, [delivered, when])).toBe(outcome);
  });

  it.each([
    [["photo", "device-time"], "no second person"],
    [["photo", "second-person"], "no device's time"],
    [[], "nothing"],
  ] satisfies [DeliveryEvidence[], string][])("refuses %s (%s)", (evidence, _) => {
    const bare: Told = { type: "resolution-notified", evidence };
    expect(end(...shipped, [bare, "2026-09-11", "2026-09-14"])).toBe("delivery-not-proved");
  });

  it("asks no second person of a delivery recorded in its term", () => {
    expect(end(...shipped, [{ type: "resolution-notified", evidence: [] }, "2026-09-10", "2026-09-11"])).toBe(
      "notified",
    );
  });

  it("lets no delivery be sent once day 35 is over", () => {
    expect(end(...resolved, [{ type: "resolution-dispatched", channel: "personal" }, "2026-09-11", "2026-09-14"])).toBe(
      "positive-silence",
    );
  });

  it("counts a delivery recorded late from its own day: the recourse may be over by then", () => {
    const slow: Step[] = [...reconSigned, [delivered, "2026-09-14", "2026-09-29"]];
    expect(stateAt("2026-10-05 23:59", ...slow)).toBe("reconsideration-notified");
    expect(stateAt("2026-10-06 00:00", ...slow)).toBe("firm");
  });

  it("takes the delivery of a reconsideration's decision in the same way", () => {
    const onItsWay: Step[] = [...reconSigned, [{ type: "resolution-dispatched", channel: "personal" }, "2026-09-14"]];
    expect(end(...onItsWay, [delivered, "2026-09-29", "2026-10-01"])).toBe("reconsideration-notified");
    expect(end(...onItsWay, [delivered, "2026-09-30", "2026-10-01"])).toBe("too-late");
    expect(end(...onItsWay, [delivered, "2026-09-29", "2026-10-02"])).toBe("positive-silence");
  });

  it.each([
    ["2026-07-24", "2026-07-30", "under-investigation", "remedied on its last day, typed in later"],
    ["2026-07-25", "2026-07-30", "too-late", "remedied a day late"],
    ["2026-07-24", "2026-09-30", "positive-silence", "typed in when the resumed term was over too"],
  ])("a remedy of %s recorded on %s: %s (%s)", (made, recorded, outcome) => {
    expect(end(filed, ...observed, [{ type: "remedied" }, made, recorded])).toBe(outcome);
  });
});

describe("refusals", () => {
  const simple = { as: "representative", acts: [] } as const;
  const power = (...acts: ("withdraw" | "conciliate")[]) => ({ as: "representative", acts }) as const;
  const agreedBy = (...acts: ("withdraw" | "conciliate")[]): Step => [
    { type: "conciliation-held", agreement: "partial", standing: power(...acts) },
    "2026-08-14",
  ];
  const widened = (times: number): Step[] => Array(times).fill([{ type: "claim-extended" }, "2026-07-21"]);
  const sentBack: readonly Step[] = [...atTribunal, [tribunal("back-to-investigation"), "2026-10-01"]];
  const labelled = (claimType: ClaimType, when: string): Step => [{ type: "reclassified", claimType }, when];
  const system = { kind: "system", name: "notices" } as const;

  const accepting: [ClaimState, Step[], string][] = [
    ["partly-conciliated", [filed, accepted, agreedBy("conciliate")], "a power that names the act"],
    [
      "under-investigation",
      [filed, [{ type: "claim-accepted", by: { ...desk, roles: ["billing", "analyst"] } }, "2026-07-21"]],
      "one of several roles",
    ],
    ["filed", [filed, [{ type: "filing-copy-sent", by: system }, "2026-07-21"]], "a function of ours"],
    ["resolved", [...resolved, [{ type: "rectified" }, "2026-08-26"]], "a material error of what was signed"],
    ["filed", [filed, ...widened(10)], "widened as often as anybody needs"],
    [
      "under-investigation",
      [filed, accepted, moved("2026-08-20", "2026-07-30"), moved("2026-08-24", "2026-07-31", "calendar")],
      "moved again, as its day was taken away",
    ],
    [
      "under-investigation",
      [filed, accepted, moved("2026-08-20", "2026-07-30", "calendar"), moved("2026-08-24", "2026-07-31")],
      "moved once, after its day was taken away",
    ],
    ["in-resolution", [filed, accepted, moved("2026-08-27", "2026-07-30"), [issued, "2026-08-28"]], "its day is over"],
    ["in-resolution", [filedPlain, [{ type: "claim-accepted" }, "2026-07-21"], [issued, "2026-07-22"]], "without one"],
    [
      "in-resolution",
      [...sentBack, moved("2026-10-13", "2026-10-02"), [issued, "2026-10-14"]],
      "of what was sent back: its own day alone",
    ],
    [
      "under-investigation",
      [filed, accepted, labelled("F02", "2026-07-21"), labelled("F01", "2026-07-22")],
      "labelled as it was filed, after another label",
    ],
    ["notified", [...resolved, [{ type: "resolution-notified", evidence: [] }, "2026-08-26", "2026-08-27"]], "at once"],
    [
      "notified",
      [...resolved, [{ type: "resolution-notified", evidence: ["knowledge-shown"] }, "2026-08-26", "2026-08-31"]],
      "who acts on it knows it (LPAG 27)",
    ],
  ];
  it.each(accepting.map(([state, steps, why]) => [state, why, steps] as const))(
    "none, but %s (%s)",
    (state, _, steps) => {
      expect(end(...steps)).toBe(state);
    },
  );

  const rows: [ClaimRefusal, Step[], string][] = [
    ["before-its-cause", [filed, [{ type: "claim-accepted" }, "2026-07-17", "2026-07-21"]], "accepted before it"],
    [
      "before-its-cause",
      [...inRecon, [issued, "2026-09-10"], [{ type: "resolution-signed" }, "2026-09-09", "2026-09-11"]],
      "signed before it was sent to signature",
    ],
    [
      "silence-to-confirm",
      [
        ...reconSigned,
        [{ type: "resolution-dispatched", channel: "personal" }, "2026-09-14"],
        [withdrawal, "2026-09-30"],
      ],
      "nor of a reconsideration",
    ],
    [
      "no-new-evidence",
      [...decided, appealed("2026-08-27"), [{ type: "recourse-reclassified", as: "reconsideration" }, "2026-08-28"]],
      "an appeal without papers is no reconsideration",
    ],
    ["special-power-needed", [filed, accepted, agreedBy("withdraw")], "a power that names another act"],
    [
      "special-power-needed",
      [filed, [{ ...withdrawal, standing: power("conciliate") } as Told, "2026-07-21"]],
      "nor does that of a hearing withdraw",
    ],
    ["not-your-role", [filed, [{ type: "claim-accepted", by: system }, "2026-07-21"]], "no function accepts"],
    ["too-many-extensions", [filed, ...widened(11)], "once more than anybody needs"],
    ["hearing-pending", [filed, accepted, moved("2026-08-27", "2026-07-30"), [issued, "2026-08-27"]], "on its new day"],
    [
      "hearing-pending",
      [...sentBack, moved("2026-10-13", "2026-10-02"), [issued, "2026-10-13"]],
      "on that of an order",
    ],
    ["hearing-too-late", [...sentBack, moved("2026-10-19", "2026-10-02")], "after the term of the order"],
    ["no-meter-claimed", [filed, labelled("F02", "2026-07-21"), [{ type: "meter-test-asked" }, "2026-07-21"]], "label"],
    ["same-type", [filed, labelled("F02", "2026-07-21"), labelled("F02", "2026-07-22")], "as it is labelled already"],
    [
      "delivery-not-proved",
      [...resolved, [{ type: "resolution-notified", evidence: [] }, "2026-08-26", "2026-08-28"]],
      "two working days later it must be proved",
    ],
    ["not-in-this-state", [[{ type: "claim-accepted" }, "2026-07-20"]], "nothing was filed"],
    ["not-in-this-state", [filed, filed], "filed twice"],
    ["not-in-this-state", [filed, signed], "no draft at all"],
    ["not-in-this-state", [filed, [delivered, "2026-07-22"]], "nothing to notify"],
    ["positive-silence", [filed, [{ type: "claim-accepted" }, "2026-09-14"]], "accepted after the silence"],
    [
      "positive-silence",
      [filed, accepted, heard, frozen, [{ type: "resolution-signed" }, "2026-09-14"]],
      "signed late",
    ],
    ["positive-silence", [...inRecon, [issued, "2026-09-30"]], "the reconsideration was granted by silence"],
    ["silence-to-confirm", [...resolved, sent, [withdrawal, "2026-09-14"]], "only a delivery is taken"],
    ["claim-over", [filed, ...observed, [{ type: "claim-accepted" }, "2026-07-30"]], "deemed not filed"],
    ["claim-over", [...decided, [{ type: "executed" }, "2026-09-18"], [withdrawal, "2026-09-18"]], "closed"],
    ["not-your-role", [filed, [{ type: "claim-accepted", by: customer }, "2026-07-21"]], "a customer accepts"],
    [
      "not-your-role",
      [filed, [{ type: "claim-accepted", by: { ...desk, roles: ["billing"] } }, "2026-07-21"]],
      "billing",
    ],
    ["not-happened-yet", [filed, [{ type: "claim-accepted" }, "2026-07-22", "2026-07-21"]], "of tomorrow"],
    ["clock-behind", [filed, accepted, [withdrawal, "2026-07-20 11:00"]], "recorded before the acceptance"],
    ["before-its-cause", [...resolved, [delivered, "2026-08-24", "2026-08-26"]], "notified before it was signed"],
    ["before-its-cause", [filed, [withdrawal, "2026-07-17", "2026-07-21"]], "withdrawn before it was filed"],
    [
      "not-in-this-state",
      [filed, ...observed, remedied, [{ type: "defect-observed" }, "2026-07-30"]],
      "observed twice",
    ],
    ["not-in-this-state", [filed, accepted, [{ type: "defect-observed" }, "2026-07-30"]], "a defect noticed later"],
    ["too-late", [filed, [{ type: "claim-extended" }, "2026-07-31"]], "widened on day 6"],
    ["hearing-pending", [filed, accepted, [issued, "2026-08-13"]], "the hearing has not been"],
    ["hearing-pending", [filed, accepted, [issued, "2026-08-21"]], "nor is T07 over"],
    [
      "hearing-already-moved",
      [filed, accepted, moved("2026-08-20", "2026-07-30"), moved("2026-08-21", "2026-07-31")],
      "moved twice",
    ],
    ["hearing-too-late", [filed, accepted, moved("2026-08-28", "2026-07-30")], "moved to day 25"],
    ["nothing-to-sign", [filed, [{ type: "dismissal-proposed", ground: "late" }, "2026-07-21"], signed], "no draft"],
    [
      "nothing-to-sign",
      [filed, accepted, heard, frozen, [{ type: "resolution-returned" }, "2026-08-24"], signed],
      "it was returned",
    ],
    ["draft-already-frozen", [filed, accepted, heard, frozen, [issued, "2026-08-25"]], "a second number"],
    ["special-power-needed", [filed, [{ ...withdrawal, standing: simple } as Told, "2026-07-21"]], "a simple power"],
    [
      "special-power-needed",
      [filed, accepted, [{ type: "conciliation-held", agreement: "total", standing: simple }, "2026-08-14"]],
      "a simple power settles nothing",
    ],
    ["no-withdrawal-requested", [filed, [{ type: "withdrawal-accepted" }, "2026-07-22"]], "nobody asked"],
    [
      "no-withdrawal-requested",
      [
        ...resolved,
        [withdrawal, "2026-08-25"],
        notified,
        appealed("2026-08-27"),
        [{ type: "withdrawal-accepted" }, "2026-08-28"],
      ],
      "asked of the claim, not of the appeal",
    ],
    [
      "no-new-evidence",
      [...decided, appealed("2026-08-27"), reconsidered("2026-08-28", { newEvidence: false })],
      "an appeal waits, and nothing new",
    ],
    ["not-certified-yet", [filed, [{ type: "executed" }, "2026-09-14"]], "silence is told before it is executed"],
    [
      "already-reconsidered",
      [...reconSigned, [delivered, "2026-09-14"], reconsidered("2026-10-06")],
      "a reconsideration of a reconsideration",
    ],
    [
      "no-recourse-left",
      [...atTribunal, [tribunal("inadmissible"), "2026-10-01"], appealed("2026-10-02")],
      "an appeal of what the tribunal refused",
    ],
  ];

  function moved(hearingOn: string, when: string, reason: HearingMoveReason = "leak-repair"): Step {
    return [{ type: "hearing-moved", hearingOn: calendarDay(hearingOn), reason }, when];
  }

  it.each(rows.map(([refusal, steps, why]) => [refusal, why, steps] as const))("%s (%s)", (refusal, _, steps) => {
    expect(end(...steps)).toBe(refusal);
  });

  it.each<[string, string, readonly Step[], string]>([
    ["2026-08-27", "2026-07-21", [filed, accepted], "day 24 of the claim"],
    ["2026-10-16", "2026-10-01", sentBack, "day 10 of an order to decide in 10"],
  ])("moves a hearing until %s (%#)", (day, now, steps) => {
    expect(lastHearingDay(claimAt(lived(...steps), law, at(now))!, law)).toBe(day);
  });

  it("lets a representative with the power withdraw, and a hearing move once to day 24", () => {
    const special = { as: "representative", acts: ["withdraw"] } as const;
    expect(end(filed, [{ ...withdrawal, standing: special } as Told, "2026-07-21"])).toBe("filed");
    expect(stateAt("2026-08-26 23:59", filed, accepted, moved("2026-08-27", "2026-07-30"))).toBe("under-investigation");
  });
});

describe("properties", () => {
  const life: readonly Step[] = [
    filed,
    ...observed,
    remedied,
    [{ type: "meter-test-asked", by: customer }, "2026-07-24 11:00"],
    [{ type: "meter-test-ordered", testOn: calendarDay("2026-08-05") }, "2026-07-27"],
    [{ type: "meter-test-notified" }, "2026-07-30"],
    [{ type: "leak-repair-required" }, "2026-07-30 11:00"],
    [{ type: "meter-test-reported", result: "within-tolerance" }, "2026-08-07"],
    [{ type: "leak-verified", repaired: true }, "2026-08-13"],
    heard,
    frozen,
    signed,
    sent,
    [delivered, "2026-09-03", "2026-09-04"],
    reconsidered("2026-09-10"),
    [issued, "2026-09-17"],
    [{ type: "resolution-signed" }, "2026-09-18"],
    [delivered, "2026-09-21"],
    appealed("2026-09-22"),
    [{ type: "queja-filed", filedOn: calendarDay("2026-09-23"), ground: "not-elevated" }, "2026-09-23"],
    [{ type: "queja-forwarded" }, "2026-09-24"],
    [{ type: "file-elevated" }, "2026-09-24 11:00"],
    [{ type: "queja-answered", outcome: "queja-rejected" }, "2026-09-29"],
    [tribunal("decided"), "2026-12-01"],
    [{ type: "executed" }, "2026-12-03"],
  ];
  const whole = lived(...life);
  const prefix = fc.integer({ min: 1, max: whole.length }).map((length) => whole.slice(0, length));
  const instant = fc.integer({ min: 0, max: 200 }).map((days) => at(addDays(calendarDay("2026-07-18"), days)));

  it("no event recorded later changes what was read before", () => {
    fc.assert(
      fc.property(prefix, instant, (history, now) => {
        const known = whole.filter(({ recordedAt }) => recordedAt <= now);
        const read = claimAt(known, law, now);
        expect(claimAt(whole, law, now)).toEqual(read);
        if (history.length >= known.length) expect(claimAt(history, law, now)).toEqual(read);
      }),
    );
  });

  it("a later reading without events only goes on along what lapses", () => {
    const onward = (from: ClaimState): ClaimState[] => [
      from,
      ...lapseTransitions().flatMap((row) => (row.from.includes(from) ? onward(row.to) : [])),
    ];
    fc.assert(
      fc.property(prefix, fc.nat(400), fc.nat(400), (history, first, more) => {
        const last = history.at(-1)!.recordedAt.slice(0, 10);
        const [now, later] = [first, first + more].map((days) => at(addDays(calendarDay(last), days + 1)));
        expect(onward(claimAt(history, law, now!)!.state)).toContain(claimAt(history, law, later!)!.state);
      }),
    );
  });

  it("what is applied is what is read afterwards", () => {
    fc.assert(
      fc.property(prefix, (history) => {
        const { recordedAt, ...fact } = history.at(-1)!;
        const done = apply(history.slice(0, -1), fact, law, recordedAt);
        expect(done.ok && done.value).toEqual(claimAt(history, law, recordedAt));
      }),
    );
  });

  it("lives through most of what may happen", () => {
    expect(new Set(whole.map(({ type }) => type)).size).toBeGreaterThan(claimEventTypes.length / 2);
  });
});
