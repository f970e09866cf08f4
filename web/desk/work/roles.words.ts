import type { StaffRole } from "../../../shared/domain/work/people.ts";

/** The roles of staff, as staff call them. */
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

/** Returns the name of a role; `role` itself if it is none of the present roles, as an old record may have. */
export function roleName(role: string): string {
  return Object.entries(roleNames).find(([each]) => each === role)?.[1] ?? role;
}
