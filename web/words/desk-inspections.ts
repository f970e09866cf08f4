import type { BoxState, ConnectionFinding, PremisesType, SealState } from "../../shared/domain/inspection.ts";
import type { Category } from "../../shared/domain/tariff.ts";
import { categoryNames } from "./categories.ts";
import { counted } from "./format.ts";

export const sealNames = {
  intact: "Intactos",
  broken: "Rotos",
  none: "No tiene",
} as const satisfies Record<SealState, string>;

export const boxNames = {
  good: "En buen estado",
  damaged: "Dañada",
  none: "No tiene",
} as const satisfies Record<BoxState, string>;

export const connectionNames = {
  open: "Abierta",
  closed: "Cerrada",
} as const satisfies Record<ConnectionFinding, string>;

export const premisesNames = {
  "one-family": "Unifamiliar",
  "several-families": "Multifamiliar",
  mixed: "Mixto, vivienda y negocio",
  commercial: "Comercial",
} as const satisfies Record<PremisesType, string>;

/** The work in the street: the phone has it, and sends it when it can. */
export const fieldWords = {
  signedOut: "No has ingresado",
  signedOutText: "Puedes seguir con las visitas de hoy. Lo que registres se guarda aquí y se envía cuando ingreses.",
  signIn: "Ingresar a la mesa",
  full: "El teléfono está lleno",
  fullText: "Lo último que escribiste no se guardó; lo anterior sí. Borra fotos o aplicaciones y escríbelo otra vez.",
} as const;

/** What an inspector must know at the door. */
export const houseWords = {
  claim: "Reclamo",
  meter: "Medidor registrado",
  noMeter: "Sin medidor",
  readings: "Últimas lecturas",
  noReadings: "No hay lecturas",
  see: "Qué revisar",
  inside: "Por fuera y por dentro",
  outside: "Por fuera",
  grounds: "Qué dice el usuario",
} as const;

export const agendaWords = {
  day: "Día",
  show: "Ver ese día",
  empty: "No tienes visitas este día.",
  kept: (hour: string, received: number) =>
    `Es lo que guardó este teléfono a ${hour}${received > 0 ? `. El sistema ya tiene ${counted(received, "acta", "actas")}` : ""}`,
  full: "El teléfono está lleno",
  fullText:
    "No pudimos guardar las visitas: sin señal no las verás. Borra fotos o aplicaciones y abre esta página otra vez.",
  hours: (from: string, to: string) => `De ${from} a ${to}`,
  late: "Fuera del plazo previsto",
  call: (number: string) => `Llamar al ${number}`,
  noTelephone: "Sin teléfono",
  start: "Empezar inspección",
  goOn: "Seguir con el acta",
  reported: "Acta recibida",
  unsent: "Acta por enviar",
  refused: "Corregir el acta",
  alsoFor: (codes: readonly string[]) =>
    `Esta visita sirve también para ${codes.join(", ")}. Haz una sola acta: llega a todos.`,
  supply: (code: string) => `Suministro ${code}`,
  count: (count: number) => counted(count, "visita", "visitas"),
} as const;

export const reportWords = {
  back: "Mis inspecciones",
  kept: "Lo que escribes se guarda en este teléfono hasta que el sistema lo reciba.",
  seenByUser: "Lo verá el usuario.",
  inside: "Solo interno.",
  choose: "Elige una opción.",
  yesNo: { yes: "Sí", no: "No" },
  outcome: "¿Cómo fue la visita?",
  outcomes: {
    whole: "Se inspeccionó por dentro y por fuera",
    partial: "Por fuera, y una parte por dentro",
    absent: "No había nadie",
    opposed: "No dejaron entrar",
  },
  startedAt: "Empezó",
  phoneTime: "Sin señal: es la hora que calcula este teléfono. Corrígela si no es la correcta.",
  endedAt: "Terminó",
  endedAtHint: "Si no lo anotas, queda en el acta una línea para escribirlo a mano.",
  attended: "Quién atendió",
  name: "Nombre",
  relation: "Qué es del titular",
  unsigned: "Si no firma el acta, por qué",
  external: "Por fuera",
  externalHint: "Lo que dejes sin marcar queda en el acta para llenarlo a mano.",
  meterNumber: "Número del medidor",
  reading: "Lectura del medidor, en m³",
  meterWorks: "¿El medidor funciona?",
  seals: "¿Cómo están los precintos del medidor?",
  box: "¿Cómo está la caja?",
  leakAtBox: "¿Hay fuga en la caja?",
  connection: "¿Cómo está la conexión?",
  premisesType: "¿Qué tipo de predio es?",
  premises: "Cómo es el predio por fuera",
  neighbours: "Suministros vecinos",
  neighboursHint: "El número de suministro o de medidor de los predios de al lado.",
  internal: "Por dentro",
  internalHint: "Solo si se inspeccionó por dentro.",
  occupants: "Cuántas personas viven",
  useUnits: "Viviendas y locales, por clase",
  useUnitClass: (category: Category) => `Clase ${categoryNames[category]}`,
  occupied: "Ocupadas",
  vacant: "Sin ocupar",
  points: "Puntos de agua",
  pointNames: {
    toilet: "Inodoros",
    washbasin: "Lavatorios",
    shower: "Duchas",
    tap: "Caños y lavaderos",
    tank: "Tanques",
    cistern: "Cisternas",
    other: "Otros",
  },
  pointCount: "Hay",
  pointDamaged: "Mal estado",
  pointLeaking: "Con fuga",
  tooMany: "No puede haber más en mal estado, o con fuga, de los que hay.",
  leakTest: "Prueba de fuga",
  leakTestHint: "Con todos los puntos cerrados. Déjala vacía si no se hizo.",
  before: "Lectura antes",
  after: "Lectura después",
  minutes: "Minutos",
  leak: "¿Hay fuga dentro?",
  leaks: { none: "No hay", visible: "Hay, visible", "non-visible": "Hay, no visible" },
  remedy: "Qué te entregaron para corregir el reclamo",
  remedyHint: "Solo si el reclamo está observado y te dieron un poder u otra prueba. Tómale foto y agrégala abajo.",
  observations: "Observaciones",
  photos: "Fotos",
  photosHint: "Hasta 10, con el croquis si hiciste uno. Se achican y se guardan en este teléfono hasta enviarlas.",
  photoList: "Fotos del acta",
  photoKept: "Guardada en este teléfono",
  photoFull: "Puedes agregar hasta 10 fotos.",
  photoFailed: "No pudimos guardar la foto en este teléfono. Libera espacio y vuelve a tomarla.",
  remove: "Quitar",
  send: "Enviar el acta",
  sentTitle: "El acta llegó",
  sentText: "El sistema ya la tiene. Puedes seguir con la próxima visita.",
  unsentTitle: "El acta quedó por enviar",
  unsentText: "No hay señal o el sistema no responde. Está guardada en este teléfono y se enviará sola. No la borres.",
  signIn: "Ingresa otra vez para enviar lo pendiente",
  premisesMissing: "Describe el predio.",
  discard: "Borrar del teléfono",
  discardTitle: "¿Borrar esta acta del teléfono?",
  discardText: "El sistema no la tiene. Se borra lo que escribiste y las fotos, y no se puede recuperar.",
  discardNo: "No, conservarla",
  next: "Ver mis inspecciones",
} as const;
