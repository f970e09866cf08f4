import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply, type ClaimRefusal, claimAt, lastHearingDay } from "../../../../shared/domain/case/claim.ts";
import { claimEventTypes, type HearingMoveReason } from "../../../../shared/domain/case/claim-events.ts";
import type { ClaimState } from "../../../../shared/domain/case/claim-states.ts";
import { lapseTransitions } from "../../../../shared/domain/case/claim-transitions.ts";
import type { ClaimType } from "../../../../shared/domain/case/claim-types.ts";
import { addDays, calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import {
  accepted,
  appealed,
  at,
  customer,
  delivered,
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
  signed,
  staff,
  withdrawal,
} from "./claim-examples.ts";
import {
  atTribunal,
  decided,
  end,
  filedPlain,
  inRecon,
  observed,
  reconSigned,
  remedied,
  stateAt,
  tribunal,
} from "./claim-outcomes.ts";

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
      [filed, [{ type: "claim-accepted", by: { ...staff, roles: ["billing", "analyst"] } }, "2026-07-21"]],
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
      [...resolved, [{ type: "resolution-notified", evidence: ["tacit-notification"] }, "2026-08-26", "2026-08-31"]],
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
      "an appeal without attachments is no reconsideration",
    ],
    ["special-power-needed", [filed, accepted, agreedBy("withdraw")], "a power that names another act"],
    [
      "special-power-needed",
      [filed, [{ ...withdrawal, standing: power("conciliate") } as Fact, "2026-07-21"]],
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
      [filed, [{ type: "claim-accepted", by: { ...staff, roles: ["billing"] } }, "2026-07-21"]],
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
    ["special-power-needed", [filed, [{ ...withdrawal, standing: simple } as Fact, "2026-07-21"]], "a simple power"],
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
    ["not-certified-yet", [filed, [{ type: "executed" }, "2026-09-14"]], "silence is certified before it is executed"],
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
    expect(end(filed, [{ ...withdrawal, standing: special } as Fact, "2026-07-21"])).toBe("filed");
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

  it("a later reading without events differs only by lapses", () => {
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

  it("apply returns what claimAt reads afterwards", () => {
    fc.assert(
      fc.property(prefix, (history) => {
        const { recordedAt, ...fact } = history.at(-1)!;
        const done = apply(history.slice(0, -1), fact, law, recordedAt);
        expect(done.ok && done.value).toEqual(claimAt(history, law, recordedAt));
      }),
    );
  });

  it("random histories reach most transitions", () => {
    expect(new Set(whole.map(({ type }) => type)).size).toBeGreaterThan(claimEventTypes.length / 2);
  });
});
