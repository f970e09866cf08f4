import { clockOf, counted, date } from "../../words/format.ts";

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
  reasonHint: "Solo interno: lo leen el responsable del reclamo y la gerencia. No ponga datos de salud.",
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
  /** Of an absence whose last day is past nobody has noted that the person is back. */
  offDuty: (until: string | undefined, today: string): string => {
    if (until === undefined) return "Ausente";
    return until < today ? `Ausente: era hasta el ${date(until)}. ¿Ya volvió?` : `Ausente hasta el ${date(until)}`;
  },
  absent: "Registrar ausencia",
  /** Of somebody absent whose work may not have passed whole. */
  rest: "Pasar lo que le queda",
  absenceOf: (name: string) => `Ausencia de ${name}`,
  absenceText:
    "Deja de recibir trabajo nuevo. Sus reclamos abiertos, sus entregas y sus visitas hasta ese día pasan a otros, y cada expediente lo dice. El cliente recibe un aviso si cambia quien lo visita.",
  until: "Último día de la ausencia",
  share: "Repartirlo entre quienes están de turno",
  send: "Pasar su trabajo",
  planTitle: "Visitas que chocan con otra a la misma hora",
  planText: "Mire a quién van. Si no le parece, cambie a quién pasan o cuándo termina la ausencia.",
  sendSo: "Pasarlo así",
  clash: ({ on, from, to, atThatHour, isOther }: GivenClash): string => {
    const others = atThatHour > 0 ? `, que ya tiene ${counted(atThatHour, "visita", "visitas")} a esa hora` : "";
    const why = isOther ? " Quien eligió ya tiene otra a esa hora." : " Nadie más está libre.";
    return `${date(on)}, ${clockOf(from)}: va a ${to}${others}.${why}`;
  },
  leftTitle: "Estas visitas no pasaron",
  left: ({ on, from, why }: LeftVisit): string => `${date(on)}, ${clockOf(from)}: ${why}`,
  going: (work: GivenWork) => `Van ${given(work)}. No cierre esta página todavía.`,
  done: (work: GivenWork, until: string) => {
    const isNothing = work.claims + work.visits + work.deliveries === 0;
    const passed = isNothing ? "No tenía reclamos, visitas ni entregas que pasar." : `Pasaron ${given(work)}.`;
    return `${passed} Está ausente hasta el ${date(until)}. Cuando vuelva, anótelo con «Volvió».`;
  },
  nobody: "Nadie de turno puede hacer esto",
  nobodyElse: "Nadie más de turno puede hacer esto",
  /** «Por firmar: 5 reclamos, 1 vencido» */
  waiting: (queue: string, { total, overdue }: { readonly total: number; readonly overdue: number }): string => {
    if (total === 0) return `${queue}: nada por ahora`;
    const late = overdue > 0 && counted(overdue, "vencido", "vencidos");
    return `${queue}: ${[counted(total, "reclamo", "reclamos"), late].filter(Boolean).join(", ")}`;
  },
  giveRole: "Para que no espere, dele ese cargo a otra persona:",
  back: "Volvió",
  backToWork: "Volvió y recupera su trabajo",
  backText: (name: string) => `${name} vuelve a recibir trabajo nuevo.`,
  gaveBack: (name: string, work: GivenWork) =>
    work.claims + work.visits + work.deliveries === 0
      ? `${name} vuelve a recibir trabajo nuevo. No había trabajo que devolverle.`
      : `${name} vuelve a recibir trabajo nuevo, y recupera ${given(work)}.`,
} as const;

/** A visit that does not go where it was asked, or falls on a busy hour. */
export interface GivenClash {
  readonly claimId: string;
  readonly on: string;
  readonly from: string;
  readonly to: string;
  readonly atThatHour: number;
  readonly isOther: boolean;
}

/** A visit that stays with who is absent. */
export interface LeftVisit extends Pick<GivenClash, "claimId" | "on" | "from"> {
  readonly why: string;
}

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
