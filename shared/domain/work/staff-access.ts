import { type StaffRole, staffRoles } from "./people.ts";

/** The roles that are given on the desk: an external supervisor gets access by a letter and for a time. */
export const deskRoles = staffRoles.filter(
  (role): role is Exclude<StaffRole, "external-supervisor"> => role !== "external-supervisor",
);

/** A member of staff as far as their access goes. */
export interface Accessor {
  readonly sub: string;
  readonly roles: readonly StaffRole[];
  /** How many open claims they own. */
  readonly openClaims: number;
}

export type AccessRefusal = "own-access" | "not-yours-to-give" | "last-manager" | "still-owns-work";

const differing = (before: readonly StaffRole[], after: readonly StaffRole[]): readonly StaffRole[] =>
  staffRoles.filter((role) => before.includes(role) !== after.includes(role));

/** Returns the roles that a change gives and the roles that it takes, each list in the order of `staffRoles`. */
export function changedRoles(
  before: readonly StaffRole[],
  after: readonly StaffRole[],
): { readonly given: readonly StaffRole[]; readonly taken: readonly StaffRole[] } {
  const changed = differing(before, after);
  return {
    given: changed.filter((role) => after.includes(role)),
    taken: changed.filter((role) => before.includes(role)),
  };
}

/**
 * Returns the first reason why `by` may not change a person's roles to `after`; undefined if there is none.
 * `own-access` if `by` is the person. `not-yours-to-give` if the roles before or after include `external-supervisor`,
 * or if `administrator` is given or taken and `by` is no administrator. `still-owns-work` if `after` is empty and the
 * person owns open claims. `last-manager` if the only manager would lose the role.
 * @param staff everybody in the register, the person too unless they are new
 */
export function accessRefusal(
  by: Pick<Accessor, "sub" | "roles">,
  person: Accessor,
  after: readonly StaffRole[],
  staff: readonly Accessor[],
): AccessRefusal | undefined {
  if (by.sub === person.sub) return "own-access";
  const changed = differing(person.roles, after);
  const isForeign = [...person.roles, ...after].includes("external-supervisor");
  if (isForeign || (changed.includes("administrator") && !by.roles.includes("administrator")))
    return "not-yours-to-give";
  if (after.length === 0 && person.openClaims > 0) return "still-owns-work";
  const isManaged = [...staff.filter(({ sub }) => sub !== person.sub), { roles: after }].some(({ roles }) =>
    roles.includes("manager"),
  );
  return isManaged || !changed.includes("manager") ? undefined : "last-manager";
}
