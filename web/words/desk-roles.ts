import type { StaffRole } from "../../shared/domain/people.ts";

/** Roles of staff, as the staff call them. */
export const roleNames: Readonly<Record<StaffRole, string>> = {
  operator: "Atención al cliente",
  clerk: "Mesa de partes",
  analyst: "Analista de reclamos",
  inspector: "Inspector",
  conciliator: "Conciliador",
  resolver: "Abogado resolutor",
  signer: "Jefe que firma",
  billing: "Facturación",
  manager: "Gerencia",
  administrator: "Administración de accesos",
  "external-supervisor": "Supervisor de SUNASS",
};

/** The name of a role as an entry of a case bears it. */
export function roleName(role: string): string {
  return Object.entries(roleNames).find(([each]) => each === role)?.[1] ?? role;
}
