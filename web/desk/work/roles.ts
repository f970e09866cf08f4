import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { StaffRole } from "../../../shared/domain/work/people.ts";
import type { Outcome } from "../../client.ts";
import type { DeskPage } from "../../desk-paths.ts";
import { useAnswer } from "../../look/asking.ts";
import { askRoles, session } from "../api.ts";

/** Whether somebody is signed in, and with which roles. */
interface CallerRoles {
  /** Whether somebody is signed in. */
  readonly isOpen: boolean;
  /** The roles, or why they could not be read. Undefined while they are being read, and if nobody is signed in. */
  readonly answer: Outcome<readonly StaffRole[]> | undefined;
  /** Reads the roles once more. */
  readonly again: () => void;
}

export const Roles = createContext<CallerRoles>({ isOpen: false, answer: undefined, again: () => {} });

/**
 * Returns whether somebody is signed in and their roles, as `Desk` read them for the whole application. Asks nothing by
 * itself.
 */
export function useRoles(): CallerRoles {
  return useContext(Roles);
}

/** Returns the roles of who is signed in. Empty if nobody is, and until the roles are known. */
export function useOwnRoles(): readonly StaffRole[] {
  const { answer } = useRoles();
  return answer?.ok ? answer.value : [];
}

/**
 * Reads the roles from the caller's access token when the component appears and whenever somebody signs in or out.
 * Returns whether somebody is signed in, and the roles.
 */
export function useAskedRoles(): CallerRoles {
  const [isOpen, setIsOpen] = useState(session.isOpen);
  useEffect(() => session.onChange(() => setIsOpen(session.isOpen())), []);
  const { answer, again } = useAnswer(askRoles, String(isOpen));
  return { isOpen, answer: isOpen ? answer : undefined, again };
}

/** The roles that may look up a supply, and so see the last contacts with its people. */
export const seekers: readonly StaffRole[] = ["operator", "clerk", "analyst", "resolver", "manager"];

/** The roles that settle claims whose contact nobody confirmed. */
export const settlers: readonly StaffRole[] = ["operator", "analyst"];

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
  | "toHandOver"
  | "holds"
  | "calendars"
  | "retention"
  | "values"
  | "readings"
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
  ["toHandOver", ["clerk", "manager"]],
  ["reports", ["manager", "external-supervisor"]],
  ["team", ["manager", "analyst", "administrator"]],
  ["holds", ["billing", "manager", "administrator"]],
  ["readings", ["billing", "analyst", "inspector", "manager"]],
  ["callBacks", ["operator", "clerk", "analyst"]],
  ["attentions", ["operator", "clerk", "analyst"]],
  ["observations", ["operator", "clerk", "analyst", "manager", "external-supervisor"]],
  ["supervisors", ["manager", "administrator"]],
  ["imports", ["billing", "manager", "administrator"]],
  ["calendars", ["manager", "administrator"]],
  ["retention", ["manager", "administrator"]],
  ["values", ["resolver", "manager", "administrator"]],
];

/** Returns the pages of the menu that at least one of these roles sees, in the menu's order. */
export function menuFor(roles: readonly StaffRole[]): readonly MenuPage[] {
  return menu.filter(([, allowed]) => allowed.some((role) => roles.includes(role))).map(([page]) => page);
}

/** Returns whether the menu of who is signed in has this page. False until the roles are known. */
export const useFindsPage = (page: MenuPage): boolean => menuFor(useOwnRoles()).includes(page);

/** The first page of roles that do not begin at the first page of their menu. */
const firstPages: Partial<Record<StaffRole, MenuPage>> = {
  clerk: "submissions",
  signer: "signatures",
  billing: "imports",
};

/**
 * Returns the page where a person with these roles begins: the first page of their menu. A person who is only a clerk
 * begins at the submissions, a signer at the signatures and billing at the imports. Undefined if no page of the menu is
 * theirs.
 */
export function firstPageFor(roles: readonly StaffRole[]): MenuPage | undefined {
  const [only] = roles;
  return (roles.length === 1 && only && firstPages[only]) || menuFor(roles)[0];
}
