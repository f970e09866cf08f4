import { counted } from "./format.ts";

/** The words of what staff hand over to each other, and of the page of the team. */
export const handingWords = {
  note: "Nota de trabajo",
  noteHint:
    "Solo interna: no va en las copias del expediente. Quien reclama puede pedir verla. Si concilia, no la lee quien decide o firma. Lo que prueba algo agréguelo al expediente.",
  margin: "Hasta dónde puede llegar la empresa",
  proposal: "Propuesta en borrador",
  conciliationHint: "No lo lee quien decide ni quien firma.",
  to: "A quién",
  toHint: "Solo aparece quien está de turno.",
  load: (claims: number) => counted(claims, "reclamo abierto", "reclamos abiertos"),
  visitLoad: (visits: number) => counted(visits, "visita hoy", "visitas hoy"),
  /** «4 visitas ese día, 1 a esa hora» */
  loadAtVisit: ({ thatDay, atThatHour }: { readonly thatDay: number; readonly atThatHour: number }) =>
    [counted(thatDay, "visita ese día", "visitas ese día"), atThatHour > 0 && `${atThatHour} a esa hora`]
      .filter(Boolean)
      .join(", "),
  clash: (visits: number) => `Ya tiene ${counted(visits, "visita", "visitas")} a esa hora`,
  clashText: "Elija a otra persona, o dígale por qué alcanza a hacer ambas.",
  reason: "Por qué",
  reasonHint: "Solo interno: lo lee quien lo recibe.",
  visit: "Qué visita",
  delivery: (address: string, inspector: string | undefined) =>
    `En ${address}. ${inspector ? `La tiene ${inspector}.` : "No la tiene nadie."}`,
  noVisits: "No hay visitas por hacer en este reclamo.",
} as const;

export const teamWords = {
  columns: {
    name: "Persona",
    roles: "Cargo",
    duty: "Turno",
    claims: "Reclamos",
    overdue: "Vencidos",
    soon: "Por vencer",
    visits: "Visitas hoy",
    act: "Qué hacer",
  },
  onDuty: "De turno",
  offDuty: "Ausente",
  absent: "Registrar ausencia",
  absenceOf: (name: string) => `Ausencia de ${name}`,
  absenceText:
    "Deja de recibir trabajo nuevo. Sus reclamos abiertos, sus entregas y sus visitas hasta ese día pasan a otros, y cada expediente lo dice. El cliente recibe un aviso si cambia quien lo visita.",
  until: "Último día de la ausencia",
  share: "Repartirlo entre quienes están de turno",
  send: "Pasar su trabajo",
  going: (work: GivenWork) => `Van ${given(work)}. No cierres esta página todavía.`,
  done: (work: GivenWork) => `Pasaron ${given(work)}.`,
  nothing: "No tenía trabajo por pasar. Ya no recibe trabajo nuevo.",
  back: "Volvió",
  backText: (name: string) => `${name} vuelve a recibir trabajo nuevo.`,
} as const;

/** How much work passed to others. */
export interface GivenWork {
  readonly claims: number;
  readonly visits: number;
  readonly deliveries: number;
}

function given({ claims, visits, deliveries }: GivenWork): string {
  const [first, second] = [counted(claims, "reclamo", "reclamos"), counted(visits, "visita", "visitas")];
  return `${first}, ${second} y ${counted(deliveries, "entrega", "entregas")}`;
}
