import { describe, expect, it } from "vitest";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import {
  another,
  askedFor,
  bothFiled,
  boxed,
  brought,
  dismissed,
  inRecon,
  lacking,
  observed,
  observedLate,
  read,
  reconRejected,
  reconSigned,
  refusal,
  renamed,
  upheld,
  withdrawnOn,
} from "./claim-branch-steps.ts";
import {
  accepted,
  appealed,
  customer,
  delivered,
  filed,
  heard,
  issued,
  notified,
  reconsidered,
  resolved,
  type Step,
  signed,
} from "./claim-examples.ts";

describe("the state an act leads to", () => {
  const rows: [string, string, readonly Step[], string][] = [
    ["observed", "2026-09-11 23:59", [filed, observed], "a defect that was not notified stops no clock"],
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

  it("drops the kept appeal of a reconsideration that was upheld", () => {
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

describe("refused acts", () => {
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
      "notified once",
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
      "one filed with evidence is not asked for any",
    ],
    [
      "evidence-there",
      renamed,
      [{ type: "new-evidence-asked" }, "2026-09-14"],
      "nor is an appeal whose attachments made it a reconsideration",
    ],
    ["evidence-there", brought, [{ type: "new-evidence-brought" }, "2026-09-15"], "it was brought"],
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
