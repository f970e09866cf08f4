/** Roles of staff. One person may hold several; a case shows who did what. */
export const staffRoles = [
  "operator",
  "clerk",
  "analyst",
  "inspector",
  "conciliator",
  "resolver",
  "signer",
  "billing",
  "manager",
  "administrator",
  "external-supervisor",
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A caller, as identified by their token, never by the content of a request. */
export type Anyone = { readonly kind: "anyone" };
export type Customer = { readonly kind: "customer"; readonly sub: string };
/**
 * Somebody without an account. `sub` stands for the draft on their device that their files belong to, not for a person.
 */
export type Guest = { readonly kind: "guest"; readonly sub: string };
export type Staff = { readonly kind: "staff"; readonly sub: string; readonly roles: readonly StaffRole[] };
/** A function of the system that records what nobody signed in for, by its name. */
export type System = { readonly kind: "system"; readonly name: string };
