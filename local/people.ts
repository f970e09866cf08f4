import type { StaffRole } from "../shared/domain/work/people.ts";
import { type Pool, uuidOf } from "./resources.ts";

/** A person who may sign in. All of them are invented. */
export interface Person {
  readonly pool: Pool;
  /** The telephone or e-mail of a customer, the user name of staff: it decides the `sub`. */
  readonly identifier: string;
  readonly roles?: readonly StaffRole[];
  /** Whether their account was closed: they cannot sign in. */
  readonly isClosed?: boolean;
}

/** A person of the staff, with what the office's register of staff has of them. */
export interface StaffPerson extends Person {
  readonly roles: readonly StaffRole[];
  readonly name: string;
  readonly extension: string;
  /** The number of their identity document; only signers have one. */
  readonly document?: string | undefined;
}

const customer = (identifier: string): Person => ({ pool: "customers", identifier });
const staff = (identifier: string, role: StaffRole, extension: string, who: string): StaffPerson => ({
  pool: "staff",
  identifier,
  roles: [role],
  name: `PERSONA DE PRUEBA ${who}`,
  extension,
});

/**
 * The seeded staff. There are two analysts and two inspectors, because another person must do the work the second time.
 */
export const seededStaff = {
  operator: staff("operator", "operator", "101", "OPERADORA"),
  clerk: staff("clerk", "clerk", "102", "DE MESA DE PARTES"),
  analyst: staff("analyst", "analyst", "103", "ANALISTA UNO"),
  analista2: staff("analista2", "analyst", "104", "ANALISTA DOS"),
  inspector: staff("inspector", "inspector", "105", "INSPECTORA UNO"),
  inspector2: staff("inspector2", "inspector", "106", "INSPECTOR DOS"),
  conciliator: staff("conciliator", "conciliator", "107", "CONCILIADORA"),
  resolver: staff("resolver", "resolver", "108", "RESOLUTORA"),
  signer: { ...staff("signer", "signer", "109", "FIRMANTE"), document: "00000009" },
  billing: staff("billing", "billing", "110", "DE FACTURACIÓN"),
  manager: staff("manager", "manager", "111", "GERENTE"),
  admin: staff("admin", "administrator", "112", "ADMINISTRADORA"),
  supervisor: staff("supervisor", "external-supervisor", "113", "SUPERVISORA DE SUNASS"),
} as const satisfies Record<string, StaffPerson>;

export const seededPeople = {
  maria: customer("+51900000001"),
  jorge: customer("jorge@example.pe"),
  ...seededStaff,
} as const satisfies Record<string, Person>;
export type SeededPerson = keyof typeof seededPeople;
export type StaffName = keyof typeof seededStaff;

export function isStaffName(name: string): name is StaffName {
  return Object.hasOwn(seededStaff, name);
}

export function isSeededPerson(name: string): name is SeededPerson {
  return Object.hasOwn(seededPeople, name);
}

/** Returns a person's `sub`: a UUID that is the same in every stack, also after a reset. */
export function subOf({ pool, identifier }: Person): string {
  return uuidOf(`${pool}/${identifier}`);
}

/**
 * Returns a Peruvian mobile number as `+51…` (spaces and hyphens dropped, `51` optional) or an e-mail in lower case;
 * undefined if the text is neither.
 */
export function identifierOf(typed: string): string | undefined {
  const plain = typed.trim().toLowerCase();
  const [, telephone] = /^(?:\+?51)?(9\d{8})$/.exec(plain.replace(/[\s-]/g, "")) ?? [];
  if (telephone) return `+51${telephone}`;
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(plain) ? plain : undefined;
}
