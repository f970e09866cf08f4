import type { AttentionMatter, CountedContact } from "../../../shared/domain/counter/attention.ts";
import type { FigureGroup } from "../../../shared/domain/register/indicators.ts";
import type { ObservationState } from "../../../shared/domain/register/observation.ts";
import type { OfficeChannel } from "../../../shared/domain/term/office-hours.ts";

export const reportWords = {
  month: "Mes",
  show: "Ver el mes",
  registers: "Registros del mes",
  registersLede:
    "Reclamos, solicitudes de atención y libro de observaciones. El libro de Excel es para leer; los CSV, para cargar en otro sistema: al abrirlos en Excel se pierden los ceros de la izquierda.",
  never: "Los registros de este mes aún no se han generado.",
  neverToSupervisor: "Los registros de este mes aún no se han generado. Pídalos a la gerencia.",
  build: "Generar los registros",
  buildAgain: "Generar otra vez, a hoy",
  reading: (done: number, of: number) => `Leyendo reclamos: ${done} de ${of}`,
  asOf: (when: string) => `Como estaban el ${when}`,
  fileColumns: { file: "Archivo", rows: "Filas", download: "Descargar" },
  download: "Descargar",
  indicators: "Indicadores",
  indicatorsLede: "De lo presentado en el mes. Cada cifra se abre a los casos que cuenta.",
  notConfirmed: "El número de conexiones es de prueba: la empresa todavía no lo confirmó.",
  columns: { name: "Indicador", value: "Valor", counted: "Cuenta", of: "De" },
  noValue: "Sin casos",
  connections: (count: string) => `${count} conexiones`,
  casesOf: (name: string) => `Casos de «${name}»`,
  casesTotal: "Suman",
  caseColumns: { code: "Caso", weight: "Aporta" },
  noCases: "Ningún caso.",
  back: "Volver a los indicadores",
  more: "Ver más",
  sample: "Muestra de expedientes",
  sampleLede: "Con la misma semilla sale la misma muestra, y ningún expediente tiene más posibilidades que otro.",
  size: "Cuántos expedientes",
  seed: "Semilla del sorteo",
  seedHint: "Cualquier texto, por ejemplo el número del oficio.",
  draw: "Sortear",
  drawn: (count: number, of: number) => `${count} de ${of} reclamos del mes`,
  sampleColumns: { code: "Reclamo", filedOn: "Presentado", type: "Tipo" },
  also: "También",
} as const;

export const figureGroupNames: Readonly<Record<FigureGroup, string>> = {
  density: "Cuántos reclamos",
  time: "Plazos",
  result: "Resultados",
  appeal: "Apelaciones",
  work: "Trabajo de campo",
  observations: "Libro de observaciones",
};

export const channelLabels: Readonly<Record<OfficeChannel, string>> = {
  counter: "En la oficina",
  telephone: "Por teléfono",
  web: "Por la web",
  "document-desk": "Por mesa de partes",
};

const { counter, telephone, web } = channelLabels;
/** The channels of a contact that staff enter. */
export const enteredChannels = { telephone, counter, web } as const;

export const contactNames: Readonly<Record<CountedContact, string>> = {
  attention: "Atenciones registradas",
  "receipt-look-up": "Consultas de recibo",
  "claim-look-up": "Consultas de reclamo",
};

export const matterNames: Readonly<Record<AttentionMatter, string>> = {
  receipt: "Preguntó por su recibo",
  "how-to-claim": "Preguntó cómo reclamar",
  "claim-state": "Preguntó por su reclamo",
  "service-problem": "Contó un problema del servicio",
  payment: "Preguntó por un pago",
  other: "Otra cosa",
};

export const attentionWords = {
  month: "Atenciones del mes",
  countColumns: { channel: "Canal", what: "Qué", count: "Cuántas" },
  listColumns: { at: "Cuándo", channel: "Canal", matter: "Qué quería", claim: "Reclamo" },
  empty: "No hay atenciones en este mes.",
  noClaim: "—",
} as const;

export const observationStateNames: Readonly<Record<ObservationState, string>> = {
  waiting: "Por responder",
  overdue: "Venció sin respuesta",
  answered: "Respondida",
  "answered-late": "Respondida fuera de plazo",
};

export const observationWords = {
  lede: "Una observación no es un reclamo ni una queja. Se responde en su propio plazo.",
  enter: "Anotar una observación",
  channel: "Por dónde vino",
  name: "Nombre de la persona",
  text: "Qué observa",
  send: "Anotar en el libro",
  done: (number: string, until: string) => `Anotada con el número ${number}. Se responde hasta el ${until}.`,
  waiting: "Por responder",
  filed: "Las que llegan como documento se responden en Documentos.",
  none: "No hay observaciones por responder.",
  until: "Se responde hasta el",
  wasUntil: "Había plazo hasta el",
  answer: "Respuesta",
  sendAnswer: "Responder",
  answered: "Respuesta registrada.",
  ofMonth: "Observaciones de un mes",
  noneOfMonth: "No hay observaciones en este mes.",
} as const;

export const supervisorWords = {
  lede: "Quien supervisa desde fuera de la empresa solo mira, entre dos días, y cada cosa que pide queda anotada.",
  none: "Nadie tiene acceso de supervisión.",
  inForce: "Vigente",
  over: "No vigente",
  access: (from: string, until: string) => `Del ${from} al ${until}`,
  give: "Dar acceso",
  sub: "Identificador de la persona (sub)",
  name: "Nombre",
  letter: "Oficio que lo pide",
  from: "Desde",
  until: "Hasta",
  mostDays: (days: number) => `Como máximo ${days} días. Para cortar un acceso, da otro que ya terminó.`,
  send: "Dar acceso",
  done: "Acceso registrado.",
  reads: "Lo que pidió ver",
  readColumns: { at: "Cuándo", name: "Quién", route: "Qué pidió", asked: "De qué" },
  noReads: "Nadie pidió ver nada este mes.",
} as const;
