import { describe, expect, it } from "vitest";
import { type Accessor, accessRefusal, changedRoles, deskRoles } from "../../../../shared/domain/work/staff-access.ts";

const of = (sub: string, ...roles: Accessor["roles"]): Accessor => ({ sub, roles, openClaims: 0 });
const manager = of("manager", "manager");
const other = of("other", "manager");
const administrator = of("administrator", "administrator");
const clerk = of("clerk", "clerk");
const everybody = [manager, administrator, clerk];

describe("who may change whose access", () => {
  it.each([
    ["a manager gives a colleague another role", manager, clerk, ["clerk", "operator"], everybody],
    ["a manager makes another manager", manager, clerk, ["manager"], everybody],
    ["a manager ends the access of who owns nothing", manager, clerk, [], everybody],
    ["an administrator makes another administrator", administrator, clerk, ["clerk", "administrator"], everybody],
    ["one of two managers loses it", manager, other, ["clerk"], [...everybody, other]],
    ["an administrator takes a manager's when another stays", administrator, manager, [], [...everybody, other]],
    ["somebody new comes", manager, of("new"), ["inspector"], everybody],
    ["in an office without a manager, somebody gets another role", administrator, clerk, ["operator"], [clerk]],
  ] as const)("%s: taken", (_, by, person, after, staff) => {
    expect(accessRefusal(by, person, after, staff)).toBeUndefined();
  });

  it.each([
    ["a manager who raises themselves", manager, manager, ["manager", "administrator"], everybody, "own-access"],
    ["a manager who leaves by themselves", manager, manager, [], [...everybody, other], "own-access"],
    ["a manager who makes an administrator", manager, clerk, ["administrator"], everybody, "not-yours-to-give"],
    ["a manager who ends an administrator's", manager, administrator, [], everybody, "not-yours-to-give"],
    [
      "anybody who gives a supervisor a role",
      administrator,
      of("sunass", "external-supervisor"),
      ["clerk"],
      everybody,
      "not-yours-to-give",
    ],
    [
      "who ends the access of an owner of claims",
      manager,
      { ...clerk, openClaims: 3 },
      [],
      everybody,
      "still-owns-work",
    ],
    ["who takes the last manager's role", administrator, manager, ["clerk"], everybody, "last-manager"],
    ["who ends the last manager's access", administrator, manager, [], everybody, "last-manager"],
  ] as const)("%s: refused", (_, by, person, after, staff, refusal) => {
    expect(accessRefusal(by, person, after, staff)).toBe(refusal);
  });

  it("an owner of claims may change roles as long as one is left", () => {
    expect(accessRefusal(manager, { ...clerk, openClaims: 3 }, ["analyst"], everybody)).toBeUndefined();
  });

  it("a change is described by what it gives and takes; the supervisor's role is never given here", () => {
    expect(changedRoles(["clerk", "operator"], ["analyst", "operator"])).toEqual({
      given: ["analyst"],
      taken: ["clerk"],
    });
    expect(deskRoles).not.toContain("external-supervisor");
  });
});
