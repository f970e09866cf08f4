import { describe, expect, it } from "vitest";
import { awaitedOf, type OpenMatters } from "../../../../shared/domain/case/awaits-claimant.ts";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import { calendarDay } from "../../../../shared/domain/term/calendar-day.ts";
import {
  accepted,
  appealed,
  at,
  type Fact,
  filed,
  filing,
  heard,
  law,
  lived,
  notified,
  reconsidered,
  resolved,
  type Step,
  sent,
  withdrawal,
} from "./claim-examples.ts";

const day = calendarDay;
const filedF01: Step = [filing("2026-07-20", { hearingOn: day("2026-08-14") }), "2026-07-20"];
const power: Step = [
  filing("2026-07-20", { hearingOn: day("2026-08-14"), standing: { as: "representative", acts: ["withdraw"] } }),
  "2026-07-20",
];
const observed: readonly Step[] = [
  [{ type: "defect-observed" }, "2026-07-22"],
  [{ type: "defect-notified" }, "2026-07-22"],
];
const byMail: Step = [{ type: "resolution-dispatched", channel: "email" }, "2026-08-25 12:00"];
const leak: Fact = { type: "leak-repair-required" };
const elevated: readonly Step[] = [
  ...resolved,
  sent,
  notified,
  appealed("2026-09-01"),
  [{ type: "file-elevated" }, "2026-09-03"],
];
const decided: Step = [{ type: "tribunal-decided", outcome: "decided" }, "2026-09-10"];

/** The awaited acts, each with its day; rights in brackets. */
function named(now: string, steps: readonly Step[], matters: OpenMatters = {}): readonly string[] {
  const claim = claimAt(lived(...steps), law, at(now));
  if (!claim) throw new Error("nothing filed");
  return awaitedOf(claim, law, at(now), matters).map(({ act, asked, on, until }) => {
    const said = [act, on ?? until].filter(Boolean).join(" ");
    return asked ? said : `(${said})`;
  });
}

const offer = { "answer-offer": [{ about: "o1", until: day("2026-08-12") }] };
const visit = { "receive-visit": [{ about: "v1", on: day("2026-07-24") }] };
const notice = { "acknowledge-notice": [{ about: "k1", until: day("2026-08-27") }] };
const proof = { "prove-standing": [{}] };
const file = { "send-file": [{ about: "p1", since: at("2026-07-20 10:05") }] };

describe("what a claim awaits from its claimant", () => {
  it.each<[string, string, readonly Step[], OpenMatters, readonly string[]]>([
    [
      "filed: its days, and what may be added",
      "2026-07-20",
      [filed],
      visit,
      ["receive-visit 2026-07-24", "attend-hearing 2026-08-14", "(claim-extended 2026-07-30)"],
    ],
    [
      "the day of the visit",
      "2026-07-24",
      [filed, accepted],
      visit,
      ["receive-visit 2026-07-24", "attend-hearing 2026-08-14", "(claim-extended 2026-07-30)"],
    ],
    [
      "the day after, whether it was made or not",
      "2026-07-31",
      [filed, accepted],
      visit,
      ["attend-hearing 2026-08-14"],
    ],
    [
      "observed",
      "2026-07-22",
      [filedF01, ...observed],
      {},
      ["remedied 2026-07-27", "attend-hearing 2026-08-14", "(claim-extended 2026-07-30)"],
    ],
    [
      "observed, and not notified: it may be remedied all the same",
      "2026-07-22",
      [filedF01, ...observed.slice(0, 1)],
      {},
      ["remedied", "attend-hearing 2026-08-14", "(claim-extended 2026-07-30)"],
    ],
    [
      "with an offer",
      "2026-08-10",
      [filedF01, accepted],
      offer,
      ["answer-offer 2026-08-12", "attend-hearing 2026-08-14"],
    ],
    ["with an offer whose day is over", "2026-08-13", [filedF01, accepted], offer, ["attend-hearing 2026-08-14"]],
    [
      "with an offer that who acts has no power to answer",
      "2026-08-10",
      [power, accepted],
      offer,
      ["attend-hearing 2026-08-14"],
    ],
    ["the day of the hearing", "2026-08-14", [filedF01, accepted], {}, ["attend-hearing 2026-08-14"]],
    ["the day after it, though nobody held it", "2026-08-15", [filedF01, accepted], {}, []],
    [
      "a file that is on its way",
      "2026-07-20 10:04",
      [filedF01],
      file,
      ["attend-hearing 2026-08-14", "(claim-extended 2026-07-30)"],
    ],
    [
      "a file that was never uploaded",
      "2026-07-20 10:05",
      [filedF01],
      file,
      ["send-file", "attend-hearing 2026-08-14", "(claim-extended 2026-07-30)"],
    ],
    ["a proof asked for", "2026-08-03", [filedF01, accepted], proof, ["prove-standing", "attend-hearing 2026-08-14"]],
    ["a proof nobody needs any more", "2026-08-27", resolved, proof, []],
    [
      "a leak to repair",
      "2026-08-03",
      [filedF01, accepted, [leak, "2026-08-03"]],
      {},
      ["attend-hearing 2026-08-14", "repair-leak 2026-08-18"],
    ],
    [
      "a leak that was repaired",
      "2026-08-05",
      [filedF01, accepted, [leak, "2026-08-03"], [{ type: "leak-verified", repaired: true }, "2026-08-05"]],
      {},
      ["attend-hearing 2026-08-14"],
    ],
    [
      "another leak after it was repaired",
      "2026-08-06",
      [
        filedF01,
        accepted,
        [leak, "2026-08-03"],
        [{ type: "leak-verified", repaired: true }, "2026-08-05"],
        [leak, "2026-08-06"],
      ],
      {},
      ["attend-hearing 2026-08-14", "repair-leak 2026-08-21"],
    ],
    [
      "a meter test to see",
      "2026-08-04",
      [filedF01, accepted, [{ type: "meter-test-ordered", testOn: day("2026-08-06") }, "2026-08-03"]],
      {},
      ["attend-hearing 2026-08-14", "(attend-meter-test 2026-08-06)"],
    ],
    [
      "another meter test after the result of the first",
      "2026-08-07",
      [
        filedF01,
        accepted,
        [{ type: "meter-test-ordered", testOn: day("2026-08-06") }, "2026-08-03"],
        [{ type: "meter-test-reported", result: "within-tolerance" }, "2026-08-06"],
        [{ type: "meter-test-ordered", testOn: day("2026-08-11") }, "2026-08-07"],
      ],
      {},
      ["attend-hearing 2026-08-14", "(attend-meter-test 2026-08-11)"],
    ],
    [
      "with a file that was never uploaded, the day of the hearing",
      "2026-08-14",
      [filedF01, accepted],
      file,
      ["attend-hearing 2026-08-14", "send-file"],
    ],
    ["heard: nothing", "2026-08-17", [filed, accepted, heard], {}, []],
    ["decided, sent to be confirmed", "2026-08-26", [...resolved, byMail], notice, ["acknowledge-notice 2026-08-27"]],
    ["decided, the day to confirm it over: it is taken to them", "2026-08-28", [...resolved, byMail], notice, []],
    [
      "notified",
      "2026-08-27",
      [...resolved, sent, notified],
      {},
      ["appeal-filed 2026-09-16", "reconsideration-filed 2026-09-16"],
    ],
    [
      "the last day of a recourse",
      "2026-09-16",
      [...resolved, sent, notified],
      {},
      ["appeal-filed 2026-09-16", "reconsideration-filed 2026-09-16"],
    ],
    ["firm: a late one is nothing that waits", "2026-09-17", [...resolved, sent, notified], {}, []],
    [
      "reconsidered without evidence",
      "2026-09-02",
      [...resolved, sent, notified, reconsidered("2026-09-01", { newEvidence: false })],
      {},
      ["new-evidence-brought"],
    ],
    [
      "evidence asked for",
      "2026-09-03",
      [
        ...resolved,
        sent,
        notified,
        reconsidered("2026-09-01", { newEvidence: false }),
        [{ type: "new-evidence-asked" }, "2026-09-02"],
      ],
      {},
      ["new-evidence-brought 2026-09-04"],
    ],
    [
      "appealed: the company may still be asked",
      "2026-09-02",
      [...resolved, sent, notified, appealed("2026-09-01")],
      {},
      ["(reconsideration-filed 2026-09-16)"],
    ],
    ["with the tribunal", "2026-09-04", elevated, {}, []],
    ["the tribunal silent: sue or wait", "2026-10-26", elevated, {}, ["(go-to-court)"]],
    ["decided by the tribunal", "2026-09-11", [...elevated, decided], {}, ["(go-to-court 2026-12-10)"]],
    [
      "and carried out",
      "2026-09-15",
      [...elevated, decided, [{ type: "executed" }, "2026-09-14"]],
      {},
      ["(go-to-court 2026-12-10)"],
    ],
    ["granted by silence", "2026-09-14", [filed, accepted], visit, []],
    [
      "withdrawn",
      "2026-07-23",
      [filed, [withdrawal, "2026-07-21"], [{ type: "withdrawal-accepted" }, "2026-07-22"]],
      visit,
      [],
    ],
  ])("%s", (_, now, steps, matters, expected) => {
    expect(named(now, steps, matters)).toEqual(expected);
  });
});
