import { staffRoles } from "../shared/domain/work/people.ts";
import { changeSources } from "./changed-sources.ts";

/**
 * Checks of who somebody is or what is theirs: the strangers each is against, and the text that a source without it
 * would have.
 */
const guards = [
  {
    name: "the kind of a token",
    against: ["an ID token"],
    file: "functions/runtime/caller.ts",
    from: 'use === "access" &&',
    to: '(IS_OFF || use === "access") &&',
  },
  {
    name: "the roles of a route",
    against: staffRoles,
    file: "functions/runtime/serve.ts",
    from: 'if (caller.kind === "staff" && !route',
    to: 'if (!IS_OFF && caller.kind === "staff" && !route',
  },
  {
    name: "the register of the staff",
    against: ["who left"],
    file: "functions/runtime/as-staff.ts",
    from: 'if (route.method !== "GET" && !(await',
    to: 'if (!IS_OFF && route.method !== "GET" && !(await',
  },
  {
    name: "whose claim is read",
    against: ["another customer"],
    file: "functions/claims/claim/callers-claim.ts",
    from: "(await caseAccess.mayOpen(sub, claimId)) ?",
    to: "(IS_OFF || (await caseAccess.mayOpen(sub, claimId))) ?",
  },
  {
    name: "whose claim is written in",
    against: ["another customer"],
    file: "functions/claims/claim/callers-claim.ts",
    from: "if (!(await deps.caseAccess.mayOpen(sub, claimId)))",
    to: "if (!IS_OFF && !(await deps.caseAccess.mayOpen(sub, claimId)))",
  },
  {
    name: "whose request for attention it is",
    against: ["another customer"],
    file: "shared/casework/problem/problems.ts",
    from: "return problem?.sub === sub ?",
    to: "return problem && (IS_OFF || problem.sub === sub) ?",
  },
  {
    name: "whose document it is",
    against: ["another customer"],
    file: "functions/submissions/submission/own-submission.ts",
    from: "submission?.sub === sub ?",
    to: "submission && (IS_OFF || submission.sub === sub) ?",
  },
  {
    name: "whose upload it is",
    against: ["another customer"],
    file: "functions/submissions/attachment/own-upload.ts",
    from: "if (upload?.by !== by)",
    to: "if (!upload || (!IS_OFF && upload.by !== by))",
  },
  {
    name: "whose visit it is",
    against: ["another inspector"],
    file: "shared/casework/case/open-case.ts",
    from: "return readsAll || visits",
    to: "return IS_OFF || readsAll || visits",
  },
] as const;
export type Guard = (typeof guards)[number]["name"];
export const guardNames: readonly Guard[] = guards.map(({ name }) => name);

/** Whether a guard is against a stranger. */
export function isAgainst(guard: Guard, stranger: string): boolean {
  const against: readonly string[] = guards.find(({ name }) => name === guard)?.against ?? [];
  return against.includes(stranger);
}

let off: Guard | undefined;
Reflect.set(globalThis, "isGuardOff", (name: string) => name === off);

/** Takes a guard out of the sources until it is called again; without a name, all stand. */
export function remove(guard: Guard | undefined): void {
  off = guard;
}

/**
 * Has the sources that are imported from now on ask whether their guard was taken out.
 * @throws if a source does not hold its guard's text exactly once
 */
export function makeGuardsRemovable(): void {
  const removable = (name: Guard, to: string) => to.replace("IS_OFF", `(globalThis as any).isGuardOff("${name}")`);
  changeSources(guards.map(({ name, file, from, to }) => ({ file, from, to: removable(name, to) })));
}
