import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { StaffRole } from "../../shared/domain/people.ts";
import type { Queue } from "../../shared/domain/work-list.ts";
import type { Outcome } from "../client.ts";
import type { DeskPage } from "../desk-paths.ts";
import { useAnswer } from "../look/asking.ts";
import { askRoles, session } from "./api.ts";

interface CallerRoles {
  readonly isOpen: boolean;
  readonly answer: Outcome<readonly StaffRole[]> | undefined;
  readonly again: () => void;
}

export const Roles = createContext<CallerRoles>({ isOpen: false, answer: undefined, again: () => {} });

/** Whether somebody is signed in, and with which roles. */
export function useRoles(): CallerRoles {
  return useContext(Roles);
}

/** The caller's roles; empty until they are known. */
export function useOwnRoles(): readonly StaffRole[] {
  const { answer } = useRoles();
  return answer?.ok ? answer.value : [];
}

/** Reads the caller's roles, and again when somebody signs in or out. */
export function useAskedRoles(): CallerRoles {
  const [isOpen, setIsOpen] = useState(session.isOpen);
  useEffect(() => session.onChange(() => setIsOpen(session.isOpen())), []);
  const { answer, again } = useAnswer(askRoles, String(isOpen));
  return { isOpen, answer: isOpen ? answer : undefined, again };
}

export type MenuPage = Extract<
  DeskPage,
  | "work"
  | "lateRisks"
  | "signatures"
  | "intake"
  | "inspections"
  | "hearings"
  | "quejas"
  | "problems"
  | "submissions"
  | "holds"
  | "calendars"
  | "retention"
  | "board"
  | "team"
  | "reports"
  | "callBacks"
  | "attentions"
  | "observations"
  | "supervisors"
  | "imports"
>;

/** The pages of the menu in its order, each with the roles that see it. */
const menu: readonly (readonly [MenuPage, readonly StaffRole[]])[] = [
  ["board", ["manager"]],
  ["inspections", ["inspector"]],
  ["hearings", ["conciliator"]],
  ["intake", ["operator", "clerk"]],
  [
    "work",
    ["operator", "clerk", "analyst", "conciliator", "resolver", "signer", "billing", "manager", "external-supervisor"],
  ],
  ["problems", ["operator", "clerk", "analyst", "manager"]],
  ["lateRisks", ["manager"]],
  ["signatures", ["signer", "clerk", "manager"]],
  ["quejas", ["clerk", "analyst", "manager"]],
  ["submissions", ["clerk", "manager"]],
  ["reports", ["manager", "external-supervisor"]],
  ["team", ["manager", "analyst", "administrator"]],
  ["holds", ["billing", "manager", "administrator"]],
  ["callBacks", ["operator", "clerk", "analyst"]],
  ["attentions", ["operator", "clerk", "analyst"]],
  ["observations", ["operator", "clerk", "analyst", "manager", "external-supervisor"]],
  ["supervisors", ["manager", "administrator"]],
  ["imports", ["billing", "manager", "administrator"]],
  ["calendars", ["manager", "administrator"]],
  ["retention", ["manager", "administrator"]],
];

/** The pages of the menu for these roles. */
export function menuFor(roles: readonly StaffRole[]): readonly MenuPage[] {
  return menu.filter(([, allowed]) => allowed.some((role) => roles.includes(role))).map(([page]) => page);
}

/** Whether the caller's menu has a page. */
export const useFindsPage = (page: MenuPage): boolean => menuFor(useOwnRoles()).includes(page);

/** The first page of roles that do not begin at the first page of their menu. */
const firstPages: Partial<Record<StaffRole, MenuPage>> = { clerk: "submissions", administrator: "imports" };

/**
 * The page where a caller with these roles begins; undefined without a role that has a menu. `firstPages` counts only for a
 * sole role.
 */
export function firstPageFor(roles: readonly StaffRole[]): MenuPage | undefined {
  const [only] = roles;
  return (roles.length === 1 && only && firstPages[only]) || menuFor(roles)[0];
}

/** The work lists of each role, the first one first. */
const ownQueues: Partial<Record<StaffRole, readonly Queue[]>> = {
  analyst: ["admission", "investigation", "elevation"],
  conciliator: ["conciliation"],
  resolver: ["resolution"],
  signer: ["signature", "resolution"],
  clerk: ["notification", "admission", "elevation"],
  billing: ["execution"],
};

/** Every work list, in the order of the procedure. */
export const everyQueue = [
  "admission",
  "investigation",
  "conciliation",
  "resolution",
  "signature",
  "notification",
  "elevation",
  "execution",
  "user",
  "tribunal",
] as const satisfies readonly Queue[];

/** The work lists of these roles; all of them for a manager and for roles that have none of their own. */
export function queuesFor(roles: readonly StaffRole[]): readonly Queue[] {
  const own = new Set(roles.flatMap((role) => ownQueues[role] ?? []));
  return own.size === 0 || roles.includes("manager") ? everyQueue : [...own];
}
