import type { StaffRole } from "../shared/domain/people.ts";
import { type Pool, uuidOf } from "./resources.ts";

/** Who may sign in. Invented, all of them. */
export interface Person {
  readonly pool: Pool;
  /** The telephone or e-mail of a customer, the user name of staff: it decides the `sub`. */
  readonly identifier: string;
  readonly roles?: readonly StaffRole[];
}

/** One of the staff, as the office's register has them too. */
export interface StaffPerson extends Person {
  readonly roles: readonly StaffRole[];
  readonly name: string;
  readonly extension: string;
  /** The number of their document of identity, where they sign. */
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

/** Two of those whom a rule may ask for: who inspects or answers a claim must be another the second time. */
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

/** A person's `sub`: a UUID that is the same in every stack, also after a reset. */
export function subOf({ pool, identifier }: Person): string {
  return uuidOf(`${pool}/${identifier}`);
}

/** A telephone of Peru as `+51…` or an e-mail in small letters; nothing if it is neither. */
export function identifierOf(typed: string): string | undefined {
  const plain = typed.trim().toLowerCase();
  const [, telephone] = /^(?:\+?51)?(9\d{8})$/.exec(plain.replace(/[\s-]/g, "")) ?? [];
  if (telephone) return `+51${telephone}`;
  return /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(plain) ? plain : undefined;
}
