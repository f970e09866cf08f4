import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { StaffRole } from "../../shared/domain/people.ts";
import type { Queue } from "../../shared/domain/work-list.ts";
import type { Outcome } from "../client.ts";
import type { DeskPage } from "../desk-paths.ts";
import { useAnswer } from "../look/asking.ts";
import { askRoles, session } from "./api.ts";

interface KnownRoles {
  readonly isOpen: boolean;
  readonly answer: Outcome<readonly StaffRole[]> | undefined;
  readonly again: () => void;
}

export const Roles = createContext<KnownRoles>({ isOpen: false, answer: undefined, again: () => {} });

/** Whether somebody is signed in, and as what. */
export function useRoles(): KnownRoles {
  return useContext(Roles);
}

/** The caller's roles, once known: none before. */
export function useOwnRoles(): readonly StaffRole[] {
  const { answer } = useRoles();
  return answer?.ok ? answer.value : [];
}

/** Asks who is signed in, and again when somebody signs in or out. */
export function useAskedRoles(): KnownRoles {
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
  | "quejas"
  | "problems"
  | "submissions"
  | "holds"
  | "calendars"
  | "retention"
  | "reports"
  | "attentions"
  | "observations"
  | "supervisors"
  | "imports"
>;

/** Who finds what in the menu, in its order. */
const menu: readonly (readonly [MenuPage, readonly StaffRole[]])[] = [
  ["inspections", ["inspector"]],
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
  ["holds", ["billing", "manager", "administrator"]],
  ["attentions", ["operator", "clerk", "analyst"]],
  ["observations", ["operator", "clerk", "analyst", "manager", "external-supervisor"]],
  ["reports", ["manager", "external-supervisor"]],
  ["supervisors", ["manager", "administrator"]],
  ["imports", ["billing", "manager", "administrator"]],
  ["calendars", ["manager", "administrator"]],
  ["retention", ["manager", "administrator"]],
];

/** The pages of the menu for these roles. */
export function menuFor(roles: readonly StaffRole[]): readonly MenuPage[] {
  return menu.filter(([, allowed]) => allowed.some((role) => roles.includes(role))).map(([page]) => page);
}

/** Whether the caller finds a page in their menu. */
export const useFindsPage = (page: MenuPage): boolean => menuFor(useOwnRoles()).includes(page);

/** Roles that begin elsewhere than at the first page of their menu. */
const firstPages: Partial<Record<StaffRole, MenuPage>> = { clerk: "work", administrator: "imports" };

/** Where these roles begin; nothing for who has none. */
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

/** What anybody else looks at: all of them. */
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

/** The work lists that are these roles' own; all of them for who leads, looks on, or has none of their own. */
export function queuesFor(roles: readonly StaffRole[]): readonly Queue[] {
  const own = new Set(roles.flatMap((role) => ownQueues[role] ?? []));
  return own.size === 0 || roles.includes("manager") ? everyQueue : [...own];
}
