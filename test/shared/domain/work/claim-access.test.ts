import { describe, expect, it } from "vitest";
import { claimAt } from "../../../../shared/domain/case/claim.ts";
import { actionsFor, type ClaimCaller, claimantActions } from "../../../../shared/domain/work/claim-access.ts";
import type { StaffRole } from "../../../../shared/domain/work/people.ts";
import {
  accepted,
  at,
  customer,
  filed,
  frozen,
  heard,
  law,
  lived,
  notified,
  resolved,
  type Step,
} from "../case/claim-examples.ts";

const holder: ClaimCaller = { ...customer, standing: { as: "holder" } };
const user: ClaimCaller = { ...customer, standing: { as: "effective-user" } };
const simple: ClaimCaller = { ...customer, standing: { as: "representative", acts: [] } };
const special: ClaimCaller = { ...customer, standing: { as: "representative", acts: ["withdraw", "conciliate"] } };
function staff(...roles: StaffRole[]): ClaimCaller {
  return { kind: "staff", sub: "s1", roles };
}

const observed: Step[] = [
  filed,
  [{ type: "defect-observed" }, "2026-07-21"],
  [{ type: "defect-notified" }, "2026-07-21"],
];
const decided: Step[] = [...resolved, notified];

describe("the acts a state offers to a caller", () => {
  const rows: [string, ClaimCaller, string, Step[], string][] = [
    [
      "claim-extended meter-test-asked withdrawal-requested queja-filed",
      holder,
      "2026-07-20",
      [filed],
      "the holder of a new claim",
    ],
    [
      "claim-extended meter-test-asked withdrawal-requested queja-filed",
      user,
      "2026-07-20",
      [filed],
      "the effective user likewise",
    ],
    ["claim-extended meter-test-asked queja-filed", simple, "2026-07-20", [filed], "a simple power withdraws nothing"],
    [
      "meter-test-asked withdrawal-requested queja-filed",
      holder,
      "2026-07-31",
      [filed],
      "day 6: not to be widened any more",
    ],
    [
      "remedied claim-extended meter-test-asked withdrawal-requested queja-filed",
      holder,
      "2026-07-22",
      observed,
      "observed",
    ],
    ["queja-filed", holder, "2026-07-25", observed, "not remedied in time"],
    [
      "meter-test-asked withdrawal-requested queja-filed answer-offer",
      special,
      "2026-08-03",
      [filed, accepted],
      "special power",
    ],
    ["meter-test-asked queja-filed", simple, "2026-08-03", [filed, accepted], "a simple power answers no offer"],
    [
      "meter-test-asked withdrawal-requested queja-filed",
      holder,
      "2026-08-14",
      [filed, accepted, heard],
      "after the hearing",
    ],
    ["reconsideration-filed appeal-filed queja-filed", holder, "2026-08-26", decided, "notified"],
    [
      "reconsideration-filed appeal-filed queja-filed",
      simple,
      "2026-10-01",
      decided,
      "firm: a late recourse is judged",
    ],
    ["queja-filed", holder, "2026-09-14", [filed], "granted by silence"],
    [
      "defect-observed claim-accepted reclassified dismissal-proposed leak-repair-required meter-test-ordered hearing-moved appointments-given",
      staff("analyst"),
      "2026-07-31",
      [filed],
      "the analyst",
    ],
    [
      "filing-copy-sent defect-observed claim-extended meter-test-asked appointments-given withdrawal-requested queja-filed",
      staff("operator"),
      "2026-07-31",
      [filed],
      "may type in later",
    ],
    ["remedied queja-filed", staff("clerk"), "2026-07-30", observed, "what was brought in time to the counter"],
    ["inspection-reported", staff("inspector"), "2026-08-03", [filed, accepted], "the inspector"],
    ["conciliation-held", staff("conciliator"), "2026-08-14", [filed, accepted], "the day of the hearing"],
    ["checklist-overridden", staff("resolver"), "2026-08-13", [filed, accepted], "the hearing is still to be"],
    [
      "checklist-overridden resolution-issued",
      staff("resolver"),
      "2026-08-14",
      [filed, accepted, heard],
      "no agreement: to be resolved",
    ],
    ["resolution-returned", staff("resolver"), "2026-08-24", [filed, accepted, heard, frozen], "frozen"],
    [
      "resolution-returned resolution-signed",
      staff("signer"),
      "2026-08-24",
      [filed, accepted, heard, frozen],
      "to sign",
    ],
    ["", staff("billing"), "2026-09-14", [filed], "a silence is certified first"],
    [
      "executed",
      staff("billing"),
      "2026-09-15",
      [filed, [{ type: "silence-certified" }, "2026-09-14"]],
      "a silence is executed",
    ],
    ["", staff("external-supervisor"), "2026-07-20", [filed], "who only looks"],
  ];

  it.each(rows.map(([offered, caller, now, steps, why]) => [offered, why, caller, now, steps] as const))(
    "%s (%s)",
    (expected, _, caller, now, steps) => {
      const claim = claimAt(lived(...steps), law, at(now))!;
      expect(actionsFor(claim, caller, law, at(now)).join(" ")).toBe(expected);
    },
  );

  it("names the acts that record no fact", () => {
    expect(claimantActions).toEqual(["answer-offer"]);
  });
});
