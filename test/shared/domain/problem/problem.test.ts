import { describe, expect, it } from "vitest";
import type { MaxTime } from "../../../../shared/domain/case/claim-types.ts";
import {
  type ProblemEntry,
  problemActionsFor,
  problemStateAt,
  solveBy,
} from "../../../../shared/domain/problem/problem.ts";
import { calendars } from "../../../../tenants/eps-moquegua/calendars.ts";

const filedAt = "2026-11-23T23:30:15.000Z";

describe("the longest time to solve a problem", () => {
  it.each<readonly [string, MaxTime, string]>([
    ["hours run by the clock", { unit: "hours", amount: 4 }, "2026-11-24T03:30:15.000Z"],
    ["over a night", { unit: "hours", amount: 48 }, "2026-11-25T23:30:15.000Z"],
    ["not past midnight", { unit: "hours", amount: 0 }, "2026-11-23T23:30:15.000Z"],
    [
      "calendar days end with their last, in Lima",
      { unit: "days", amount: 1, kind: "calendar" },
      "2026-11-25T05:00:00.000Z",
    ],
    ["a weekend counts among calendar days", { unit: "days", amount: 6, kind: "calendar" }, "2026-11-30T05:00:00.000Z"],
    // Tuesday 24 to Friday 27 are four; Monday 30 is the fifth.
    ["and not among working days", { unit: "days", amount: 5, kind: "working" }, "2026-12-01T05:00:00.000Z"],
  ])("%s", (_, time, until) => {
    expect(solveBy(filedAt, time, calendars.COMPANY)).toBe(until);
  });

  it("crosses a month and a year", () => {
    expect(solveBy("2026-12-31T20:00:00.000Z", { unit: "hours", amount: 24 }, calendars.COMPANY)).toBe(
      "2027-01-01T20:00:00.000Z",
    );
  });
});

const maria = { kind: "customer", sub: "maria" } as const;
const clerk = { kind: "staff", sub: "s1", roles: ["clerk"] } as const;
const operator = { kind: "staff", sub: "s2", roles: ["operator"] } as const;
const received: ProblemEntry = { type: "received", at: filedAt, by: maria };
const tried: ProblemEntry = { type: "attended", at: filedAt, by: clerk, solved: false, text: "Se fue a ver." };
const solved: ProblemEntry = { type: "attended", at: filedAt, by: clerk, solved: true, text: "Se destapó." };
const disputed: ProblemEntry = { type: "disputed", at: filedAt, by: maria, text: "Sigue igual." };
const claimed: ProblemEntry = { type: "claimed", at: filedAt, by: maria, claimId: "c1" };
const until = "2026-11-25T05:00:00.000Z";
const inTime = "2026-11-25T04:59:59.999Z";

describe("a request for attention", () => {
  it.each<readonly [string, readonly ProblemEntry[], string, string]>([
    ["waits in its time", [received], inTime, "received"],
    ["is not solved at the first instant after it", [received], until, "not-solved"],
    ["nor by an attention that solved nothing", [received, tried], until, "not-solved"],
    ["is solved, also late", [received, tried, solved], until, "solved"],
    ["is not, when whoever asked says so", [received, solved, disputed], inTime, "not-solved"],
    ["still is not after another try", [received, solved, disputed, tried], inTime, "not-solved"],
    ["is solved at last", [received, solved, disputed, solved], inTime, "solved"],
    ["became a claim", [received, disputed, claimed], until, "claimed"],
  ])("%s", (_, entries, now, state) => {
    expect(problemStateAt(entries, until, now)).toBe(state);
  });

  it("never lapses without a time", () => {
    expect(problemStateAt([received], undefined, "2036-01-01T00:00:00.000Z")).toBe("received");
  });

  it.each([
    ["the applicant waits while the time runs", "received", until, maria, []],
    ["claims once it is over", "not-solved", until, maria, ["claim"]],
    ["claims without a time once a solution was none", "not-solved", undefined, maria, ["claim"]],
    ["waits without a time while nobody attended it", "received", undefined, maria, []],
    ["says that a solution is none", "solved", until, maria, ["dispute"]],
    ["staff attend it", "received", until, clerk, ["attend"]],
    ["and say for them that a solution is none", "solved", until, clerk, ["dispute"]],
    ["but not an analyst", "solved", until, { ...clerk, roles: ["analyst"] }, []],
    ["an operator makes it a claim without a time", "received", undefined, operator, ["attend", "promote"]],
    ["but not while one runs", "received", until, operator, ["attend"]],
    ["and once it is over", "not-solved", until, operator, ["attend", "promote"]],
    ["nobody does anything with what is a claim", "claimed", until, operator, []],
  ] as const)("%s", (_, state, limit, caller, actions) => {
    expect(problemActionsFor(state, limit, caller)).toEqual(actions);
  });
});
