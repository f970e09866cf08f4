import { describe, expect, it } from "vitest";
import { apply, type ClaimRefusal, claimAt, isLateRecourse } from "../../../../shared/domain/case/claim.ts";
import type { DeliveryEvidence } from "../../../../shared/domain/case/claim-events.ts";
import type { ClaimState } from "../../../../shared/domain/case/claim-states.ts";
import {
  accepted,
  appealed,
  at,
  delivered,
  type Fact,
  factOn,
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
  withdrawal,
} from "./claim-examples.ts";
import {
  atTribunal,
  decided,
  end,
  held,
  inRecon,
  observed,
  reconSigned,
  remedied,
  stateAt,
  tribunal,
} from "./claim-outcomes.ts";

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

  describe("whose last day the document desk was down until past midnight", () => {
    // Notified on 26 August: day 15 is Wednesday 16 September. The outage covers it and Thursday; Friday 18 is next.
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

    it("keeps what was recorded before the outage was known, and its effect", () => {
      expect(readAt("2026-09-18", [{ type: "executed" }, "2026-09-17 00:20"]).state).toBe("closed");
    });
  });

  it("moves the user's terms by an outage of the document desk, and none of the company's", () => {
    const down = (day: string) => ({
      from: at(`${day} 10:00`),
      to: at(`${day} 10:30`),
      inForceFrom: at(`${day} 10:35`),
    });
    // Notified on Tuesday 21 July, to be remedied by Friday 24; day 35 is Friday 11 September.
    const outages = [down("2026-07-24"), down("2026-09-11")];
    const mended = (when: string, outs: typeof outages) => {
      const done = apply(
        lived(filed, ...observed),
        factOn({ type: "remedied" }, when),
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

  it("has no late recourse without a recourse", () => {
    expect(isLateRecourse(claimAt(lived(filed), law, at("2026-07-20"))!, law)).toBe(false);
  });

  it("takes a recourse made in time at the counter and typed in once the resolution was firm", () => {
    expect(end(...decided, [appealed("2026-09-16")[0], "2026-09-16", "2026-09-18"])).toBe("in-appeal");
  });

  it("throws for a filing with a `filedOn` before its own day", () => {
    const early = factOn(filing("2026-07-17"), "2026-07-20");
    expect(() => apply([], early, law, at("2026-07-20"))).toThrow("filed on 2026-07-20, not 2026-07-17");
  });

  it("throws for a history that apply did not make", () => {
    const [, acceptance] = lived(filed, accepted);
    const [first] = lived(filed);
    const executed = { ...factOn({ type: "executed" }, "2026-07-22"), recordedAt: at("2026-07-22") };
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
    const bare: Fact = { type: "resolution-notified", evidence };
    expect(end(...shipped, [bare, "2026-09-11", "2026-09-14"])).toBe("delivery-not-proved");
  });

  it("requires no second person for a delivery recorded in its term", () => {
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

  it("treats the delivery of a reconsideration's decision in the same way", () => {
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
