import type { BoardNumber } from "../../../shared/domain/board/board.ts";
import type { AttendedMatter, LossCause, ResolvedResult } from "../../../shared/domain/board/office-totals.ts";
import type { TribunalResult } from "../../../shared/domain/resolution/tribunal-decision.ts";
import { counted, date, wholeNumber } from "../../words/format.ts";
import { tribunalCauseNames } from "../recourse/tribunal-causes.words.ts";

const percent = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`;

export const attendedNames: Readonly<Record<AttendedMatter, string>> = {
  contact: "Consultas",
  claim: "Reclamos",
  problem: "Solicitudes de atención",
  observation: "Libro de observaciones",
};

export const resolvedNames: Readonly<Record<ResolvedResult, string>> = {
  upheld: "Fundados: se dio la razón",
  "partly-upheld": "Fundados en parte",
  rejected: "Infundados",
  dismissed: "Improcedentes",
  concluded: "Concluidos sin decidir el fondo",
  conciliated: "Conciliados del todo",
};

export const tribunalNames: Readonly<Record<TribunalResult, string>> = {
  reversed: "Perdida: el TRASS dio la razón al usuario",
  "silence-declared": "Perdida: se notificó fuera de plazo",
  "back-to-investigation": "Anulada: faltó investigar",
  "back-to-resolution": "Anulada: hay que resolver otra vez",
  confirmed: "Ganada: el TRASS confirmó lo resuelto",
  conciliated: "Conciliada ante el TRASS",
  inadmissible: "Inadmisible",
  unstated: "Decidida sin detalle por mes",
};

/** Why an appeal was lost; the last one, before causes were noted. */
export const lossNames: Readonly<Record<LossCause, string>> = {
  ...tribunalCauseNames,
  unstated: "Sin causa anotada",
};

/** The results with which the company lost an appeal. */
export const lostResults: readonly TribunalResult[] = [
  "reversed",
  "silence-declared",
  "back-to-investigation",
  "back-to-resolution",
];

export const boardNumberNames: Readonly<Record<BoardNumber, string>> = {
  filed: "Reclamos presentados",
  resolved: "Reclamos resueltos",
  "in-term": "Reclamos resueltos en plazo",
  late: "Reclamos resueltos fuera de plazo",
  silences: "Reclamos concedidos por silencio",
  "silences-of-reconsiderations": "Reconsideraciones concedidas por silencio",
  soon: "Reclamos que se pierden pronto si no se notifican",
  ended: "Reclamos cuyo último día pasó sin que conste la notificación",
  withdrawn: "Reclamos que se retiraron",
  visits: "Reclamos con visitas en el mes",
  made: "Reclamos con visitas hechas",
  frustrated: "Reclamos con visitas frustradas",
  tribunal: "Apelaciones que decidió el TRASS",
  lost: "Apelaciones perdidas",
};

const claims = (count: number): string => counted(count, "reclamo", "reclamos");

export const boardWords = {
  asOf: (when: string) => `Cifras al ${when}; lo último tarda unos minutos en contarse.`,
  never: "Todavía no se ha contado nada.",
  before: (month: string) => `Ver ${month}`,
  empty: (month: string) => `En ${month} no hay nada que contar.`,
  nothing: "Todavía no hay nada que contar aquí.",
  table: "Ver la tabla",
  csv: "Descargar en CSV",
  cases: "Ver los casos",
  others: (kinds: number, count: number) => `Y ${counted(kinds, "tipo más", "tipos más")}: ${wholeNumber(count)}.`,
  columns: { name: "Cuáles", count: "Cuántos" },
  owed: {
    elevation: (count: number) =>
      `${counted(count, "reclamo por elevar al TRASS tiene", "reclamos por elevar al TRASS tienen")} un plazo vencido.`,
    execution: (count: number) =>
      `${counted(count, "reclamo por cumplir tiene", "reclamos por cumplir tienen")} un plazo vencido.`,
    quejas: (count: number) =>
      `${counted(count, "reclamo tiene una queja", "reclamos tienen quejas")} sin enviar: el plazo para enviarla pasó.`,
  },
  attended: {
    title: "Personas atendidas",
    sentence: (count: number, month: string) => `En ${month} se atendió a ${counted(count, "persona", "personas")}.`,
    what: "Cuenta una vez a quien trae un asunto: una consulta, un reclamo, una solicitud o una observación.",
    byMatter: "Qué trajeron",
    byChannel: "Por dónde vinieron",
    open: "Ver las consultas",
    lookingFor: "Buscando a quienes se atendió.",
    found: (count: number) => `${counted(count, "persona", "personas")}.`,
    foundSoFar: (count: number) => `${counted(count, "persona", "personas")} hasta ahora.`,
    more: "Seguir buscando",
    listColumns: { code: "Número", matter: "Qué trajo", on: "Día", channel: "Canal", about: "Sobre qué" },
    noCode: "Sin número",
    one: {
      contact: "Una consulta",
      claim: "Un reclamo",
      problem: "Una solicitud de atención",
      observation: "Una observación",
    } satisfies Record<AttendedMatter, string>,
  },
  resolved: {
    title: "Reclamos resueltos",
    sentence: (count: number, month: string) =>
      `En ${month} ${count === 1 ? "se resolvió" : "se resolvieron"} ${claims(count)}.`,
    apart: (silences: number, withdrawn: number) =>
      `No cuenta ${wholeNumber(silences)} por silencio ni ${counted(withdrawn, "que se retiró", "que se retiraron")}.`,
    byResult: "Cómo se resolvieron",
    byChannel: "Resueltos, por canal de presentación",
    byType: "Resueltos, por tipo",
  },
  time: {
    title: "Tiempo para resolver",
    sentence: (median: number, inTerm: number, of: number) =>
      `La mitad se resolvió en ${counted(median, "día hábil", "días hábiles")} o menos. En plazo: ${wholeNumber(inTerm)} de ${wholeNumber(of)} (${percent(inTerm, of)}).`,
    byDays: "Días hábiles hasta resolver",
    days: (from: number, to: number) => (from === to ? `Día ${from}` : `Del día ${from} al ${to}`),
    byTerm: "Resueltos, por plazo",
    inTerm: "En plazo",
    late: "Fuera de plazo",
  },
  silence: {
    title: "Silencio positivo",
    sentence: (count: number, month: string) =>
      count === 0
        ? `En ${month} ningún reclamo se concedió por silencio.`
        : `En ${month} ${count === 1 ? "se concedió" : "se concedieron"} ${claims(count)} por silencio.`,
    again: (count: number) => `Y ${counted(count, "reconsideración", "reconsideraciones")}.`,
    soon: (count: number, until: string) =>
      count === 0
        ? `Ningún reclamo sin notificar se pierde de hoy al ${date(until)}.`
        : `${claims(count)} sin notificar ${count === 1 ? "se pierde" : "se pierden"} de hoy al ${date(until)}.`,
    ended: (count: number) =>
      `${count === 1 ? "Otro pasó" : `Otros ${wholeNumber(count)} pasaron`} su último día sin que conste la notificación.`,
    open: "Ver las decisiones por vencer",
    counted: "Lo que no se resolvió",
    rows: {
      silences: "Concedidos por silencio",
      "silences-of-reconsiderations": "Reconsideraciones concedidas por silencio",
      withdrawn: "Se retiraron",
      soon: "Sin notificar: se pierden pronto",
      ended: "Sin notificar: pasó su último día",
    },
  },
  filed: {
    title: "Reclamos presentados",
    sentence: (count: number, month: string) =>
      `En ${month} ${count === 1 ? "se presentó" : "se presentaron"} ${claims(count)}.`,
    byChannel: "Presentados, por canal",
    byType: "Presentados, por tipo",
  },
  tribunal: {
    title: "Apelaciones",
    sentence: (count: number, lost: number, month: string) =>
      `En ${month} el TRASS decidió ${counted(count, "apelación", "apelaciones")}. La empresa perdió ${wholeNumber(lost)}.`,
    byResult: "Qué decidió",
    byCause: "Por qué se perdieron",
    first: (cause: string, count: number) => `Causa más común: ${cause} (${wholeNumber(count)}).`,
  },
  visits: {
    title: "Visitas",
    sentence: (count: number, frustrated: number, month: string) =>
      `En ${month} hubo ${counted(count, "visita", "visitas")}. Frustradas: ${wholeNumber(frustrated)} (${percent(frustrated, count)}).`,
    what: "Frustrada: no había nadie, o no dejaron entrar.",
    byOutcome: "Cómo terminaron",
    made: "Hechas",
    frustrated: "Frustradas",
  },
  back: "Volver al tablero",
  looking: (month: string) => `Buscando entre los reclamos presentados en ${month}.`,
  found: (count: number, month: string) =>
    `${counted(count, "reclamo", "reclamos")}. Se buscó entre los presentados desde ${month}.`,
  times: (count: number) => `Suman ${wholeNumber(count)}: algunos cuentan más de una vez.`,
  caseColumns: { code: "Reclamo", filedOn: "Presentado", type: "Tipo", count: "Veces" },
  more: "Seguir buscando en meses anteriores",
} as const;
