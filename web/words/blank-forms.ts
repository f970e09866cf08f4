import { said } from "./said.ts";
/** The titles of the forms to fill in by hand, by the name of their PDF. */
export const blankForms = {
  "formato-solicitud": "Solicitud por un problema del servicio (Formato 1)",
  "formato-reclamo": "Reclamo (Formato 2)",
  "formato-reconsideracion": "Recurso de reconsideración (Formato 8)",
  "formato-apelacion": "Recurso de apelación (Formato 9)",
} as const;

export const blankFormWords = {
  title: "Formatos para imprimir y llenar a mano",
  text: said("Son gratis. {Preséntalos|Preséntelos} en la oficina, o escaneados por la mesa de partes."),
} as const;
