import { createHash } from "node:crypto";
import type { StaffRole } from "../shared/domain/people.ts";
import type { Pool } from "./resources.ts";

/** Who may sign in. Invented, all of them. */
export interface Person {
  readonly pool: Pool;
  /** The telephone or e-mail of a customer, the user name of staff: it decides the `sub`. */
  readonly identifier: string;
  readonly roles?: readonly StaffRole[];
}

const customer = (identifier: string): Person => ({ pool: "customers", identifier });
const staff = (role: StaffRole): Person => ({ pool: "staff", identifier: role, roles: [role] });

export const seededPeople = {
  maria: customer("+51900000001"),
  jorge: customer("jorge@example.pe"),
  operator: staff("operator"),
  clerk: staff("clerk"),
  analyst: staff("analyst"),
  inspector: staff("inspector"),
  conciliator: staff("conciliator"),
  resolver: staff("resolver"),
  signer: staff("signer"),
  billing: staff("billing"),
  manager: staff("manager"),
  admin: { pool: "staff", identifier: "admin", roles: ["administrator"] },
} as const satisfies Record<string, Person>;
export type SeededPerson = keyof typeof seededPeople;

export function isSeededPerson(name: string): name is SeededPerson {
  return name in seededPeople;
}

/** A person's `sub`: a UUID that is the same in every stack, also after a reset. */
export function subOf({ pool, identifier }: Person): string {
  const hex = createHash("sha256").update(`${pool}/${identifier}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A telephone of Peru as `+51…` or an e-mail in small letters; nothing if it is neither. */
export function identifierOf(typed: string): string | undefined {
  const plain = typed.trim().toLowerCase();
  const [, telephone] = /^(?:\+?51)?(9\d{8})$/.exec(plain.replace(/[\s-]/g, "")) ?? [];
  if (telephone) return `+51${telephone}`;
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(plain) ? plain : undefined;
}
