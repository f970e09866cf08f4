import type { AnswerOf } from "../../../shared/contract/route.ts";
import type { Routes } from "../../../shared/contract/routes.ts";
import { groupedTelephone, plainTelephone } from "../../../shared/domain/counter/telephone.ts";
import { categoryNames } from "../../words/categories.ts";
import { counted, cubicMetres, date, dateWithWeekday, instant, monthAndYear, soles } from "../../words/format.ts";

type Supply = AnswerOf<Routes["searchSupplies"]>;

export const searchWords = {
  title: "Buscar el suministro",
  another: "Atender a otra persona",
  supplyCode: "Código de suministro",
  documentNumber: "DNI del titular",
  receiptNumber: "O número de recibo",
  total: "y su total",
  proofHint: "Con ese dato ve los montos y los asuntos. Sin él, igual se orienta y se toma el reclamo.",
  action: "Buscar",
  /** Once another code is typed than that of the supply found. */
  other: "Cambió el código: busque ese suministro para atenderlo.",
  holder: {
    matches: "● El documento coincide con el del titular.",
    "does-not-match": "■ El documento no coincide con el del titular.",
    "not-on-record": "○ No tenemos el documento del titular. Pida un número de recibo y su total.",
  },
  receiptMatches: "● El recibo y su total coinciden.",
  receiptDiffers: "■ Ese número de recibo y ese total no coinciden con este suministro.",
  /** Of a supply that neither receipts nor register have. */
  unknown: "Ese suministro no está en nuestros registros. Léale el código otra vez.",
  unknownText:
    "Si es el suyo, tome el reclamo o la solicitud como se lo dicte: vale desde ahora. La oficina busca el suministro después.",
  unbilled: "Este suministro está en el padrón y todavía no tiene recibos. El reclamo se toma igual.",
} as const;

const connectionNames = { ACTIVO: "activo", CORTADO: "cortado", CERRADO: "cerrado" } as const;

/**
 * Returns what a supply is today: «Categoría doméstica, 1 vivienda o local, según el dato del 3 de noviembre de 2026.
 * Agua: activo. Desagüe: cortado.» A service without a state is left out.
 */
export function supplyTodayWords({ category, useUnits, asOf, water, sewer }: NonNullable<Supply["today"]>): string {
  const units = counted(useUnits, "vivienda o local", "viviendas o locales");
  const service = (name: string, state: typeof water) => (state ? ` ${name}: ${connectionNames[state]}.` : "");
  return `Categoría ${categoryNames[category]}, ${units}, según el dato del ${date(asOf)}.${service("Agua", water)}${service("Desagüe", sewer)}`;
}

/** A month to read aloud: «octubre de 2026, 62 m³, S/ 223.61». */
const monthSaid = ({ period, m3, amount }: Supply["receipts"][number]): string =>
  m3 === undefined || amount === undefined
    ? monthAndYear(period)
    : `${monthAndYear(period)}, ${cubicMetres(m3)}, ${soles(amount)}`;

/** What is between «» is read aloud. */
export const intakeWords = {
  title: "Registrar un reclamo",
  draft: "Borrador. Todavía no se ha registrado el reclamo.",
  aloud: "Lea en voz alta lo que está entre «».",
  channel: "¿Cómo llegó?",
  channels: { telephone: "Por teléfono", counter: "En la oficina" },
  receipt: "«¿Qué recibos reclama?»",
  older: "Meses anteriores",
  /** A receipt that is not among those listed, typed as the caller reads it. */
  otherReceipt: "Otro recibo, que no está en la lista",
  noReceipts: "No tenemos recibos de este suministro: escriba el que le lea. Si no lo tiene, basta el suministro.",
  typedReceipt: "«¿Qué número tiene su recibo?»",
  typedMonth: "«¿De qué mes es?» (como 10/2026)",
  asWritten: "Ese recibo no está en nuestros registros: se toma como lo dicta y no queda retenido hasta encontrarlo.",
  receiptOption: ({ period, m3, amount }: Supply["receipts"][number]) =>
    m3 === undefined || amount === undefined
      ? monthAndYear(period)
      : `${monthAndYear(period)}: ${cubicMetres(m3)}, ${soles(amount)}`,
  reason: "«¿Qué pasó con su recibo?»",
  grounds: "«Cuénteme qué pasó y desde cuándo.»",
  request: "«¿Qué quiere que hagamos?»",
  leakCheck: "«¿Revisó si hay fugas?»",
  leakChecks: {
    "none-found": "Sí, y no hay",
    "found-and-repaired": "Sí, había y ya la arregló",
    "not-yet": "Todavía no",
    "not-known": "No sabe cómo",
  },
  meterReading: "«¿Qué marca su medidor?»",
  meterTest: "«¿Quiere que se pruebe su medidor? Si no marca de más, paga usted.»",
  meterTestCost: "«¿Acepta pagar la prueba si el medidor no marca de más?»",
  visit: "«¿Cuándo lo visitamos?»",
  visits: { morning: "Por la mañana", afternoon: "Por la tarde", any: "A cualquier hora" },
  yesNo: { yes: "Sí", no: "No" },
  standing: "«¿El recibo está a su nombre?»",
  standings: {
    holder: "Titular",
    "effective-user": "Vive ahí y usa el servicio",
    owner: "Propietario",
    representative: "Representante",
  },
  power: "«¿Qué le permite hacer su poder?»",
  powers: { conciliate: "Conciliar", withdraw: "Desistir", collect: "Cobrar" },
  kind: "«¿Qué documento tiene?»",
  number: "«¿Su número?»",
  givenNames: "«¿Nombres?»",
  paternalSurname: "«¿Apellido paterno?»",
  maternalSurname: "«¿Apellido materno?»",
  companyName: "«¿Por qué empresa reclama?» (si es por una)",
  address: "«¿A qué dirección le escribimos?»",
  telephone: "«¿Su teléfono?»",
  email: "«¿Tiene correo?»",
  notifyByEmail: "«¿Le notificamos la decisión por correo o en papel?» ¿Por correo?",
  hearing: "«¿Cómo quiere la reunión?»",
  hearingTelephone: "«¿Lo llamamos a otro número?»",
  readBack: "Leerle lo anotado",
  readBackTitle: "Léale lo que anotó",
  change: "Corregir algo",
  findings: "Dígale esto antes de registrarlo. Nada de esto lo impide.",
  said: {
    who: (name: string, company: string | undefined, standing: string, document: string | undefined) =>
      `Usted es ${name}${company ? `, por ${company}` : ""}, ${standing.toLowerCase()}${document ? `, ${document}.` : ". No dio su documento: se le va a pedir."}`,
    receipts: (supply: string, months: readonly Supply["receipts"][number][], typed: readonly string[]) =>
      months.length + typed.length === 0
        ? `Reclama por el suministro ${supply}. No dio ningún recibo.`
        : `Del suministro ${supply} reclama: ${[...months.map(monthSaid), ...typed].join("; ")}.`,
    typedReceipt: (number: string, period: string) => `el recibo ${number}, de ${monthAndYear(period)}`,
    reason: (reason: string) => `Dice: ${reason}.`,
    grounds: (text: string) => `Nos cuenta: ${text.trim().replace(/[.\s]*$/, ".")}`,
    request: (request: string) => `Solicita: ${request}.`,
    visit: (visit: string) => `Puede recibirnos: ${visit.toLowerCase()}.`,
    /** Only said of who asks for it. `pays`: whether they accept its cost, if they said so. */
    meterTest: (pays: boolean | undefined) =>
      `Quiere que se pruebe su medidor.${pays === undefined ? "" : ` ${pays ? "Acepta" : "No acepta"} pagarla si no marca de más.`}`,
    hearing: (mode: string, number: string | undefined) =>
      `La reunión: ${mode.toLowerCase()}${number ? `, al ${groupedTelephone(plainTelephone(number))}` : ""}.`,
    /** Of who is to be called and left no number at all. */
    noNumber: "No dio un número al que llamarlo para la reunión: ¿cuál es?",
    /** `undoDays`: the working days in which they may undo that the decision goes to their mail. */
    reach: (
      address: string,
      telephone: string | undefined,
      email: string | undefined,
      byEmail: boolean,
      undoDays: number,
    ) =>
      [
        address.trim() === "" ? "No dio dirección: se le va a pedir." : `Su dirección: ${address.trim()}.`,
        telephone && `Su teléfono: ${groupedTelephone(plainTelephone(telephone))}.`,
        email && `Su correo: ${email}.`,
        byEmail ? "La decisión va a su correo." : "La decisión va en papel.",
        byEmail &&
          undoDays > 0 &&
          `Vale pasados ${counted(undoDays, "día hábil", "días hábiles")}: antes va en papel, y puede deshacerlo.`,
      ]
        .filter(Boolean)
        .join(" "),
  },
  leaflet: "¿Se le entregó o leyó la cartilla?",
  privacyNoticeRead: "¿Se le leyó o entregó lo que hacemos con sus datos?",
  readDeclaration: "Léale esto y espere su respuesta:",
  declaredBy: "¿Cómo lo declaró?",
  declarations: { voice: "De viva voz", signature: "Con su firma en papel" },
  /** What is missing, by the question that asks for it. */
  missing: {
    channel: "Elija cómo llegó.",
    receipts: "Elija qué recibos reclama.",
    typedReceipt: "Escriba el número de ese recibo, o deje vacío el mes.",
    typedMonth: "Escriba el mes de ese recibo, por ejemplo 10/2026.",
    reason: "Elija qué pasó con su recibo. Si no lo sabe, elija la última.",
    grounds: "Escriba qué pasó, con sus palabras.",
    request: "Elija qué quiere que hagamos.",
    meterTest: "Elija si quiere que se pruebe su medidor.",
    as: "Elija quién es: titular, propietario, quien vive ahí o representante.",
    givenNames: "Escriba sus nombres.",
    paternalSurname: "Escriba su apellido paterno.",
    telephone: "Escriba un celular, un correo o una dirección para avisarle.",
    notifyByEmail: "Elija si la decisión se le notifica por correo.",
  },
  send: "Registrar el reclamo",
  alreadyTitle: "Ese reclamo ya se había registrado",
  alreadyText:
    "El primer envío sí llegó. Búsquelo arriba, en los reclamos de este suministro, antes de registrar otro.",
} as const;

type Hearing = NonNullable<AnswerOf<Routes["takeClaim"]>["hearing"]>;

/** How the person takes part in the hearing, to be read aloud. */
function hearingWays({ mode, telephone, link, address }: Hearing): string {
  if (mode === "in-person") return `Es en la oficina: ${address}.`;
  if (mode === "telephone")
    return telephone
      ? `Es por teléfono, al ${groupedTelephone(telephone)}.`
      : "Es por teléfono y no tenemos un número: pídaselo ahora.";
  if (link) return "Es por videollamada: el enlace le llega con su aviso y está en su reclamo.";
  return `Es por videollamada y todavía no hay enlace: se lo enviaremos.${telephone ? ` Si a esa hora no lo tiene, lo llamaremos al ${groupedTelephone(telephone)}.` : ""}`;
}

export const filedWords = {
  title: "Reclamo registrado",
  read: "Lea esto en voz alta",
  code: "Su reclamo quedó registrado con el código",
  filed: (at: string) => `Lo recibimos el ${instant(at)}`,
  visit: (day: string, from: string, to: string) => `Lo visitaremos el ${dateWithWeekday(day)}, de ${from} a ${to}`,
  hearing: (hearing: Hearing, at: string) =>
    `La reunión es el ${dateWithWeekday(hearing.on)}, a ${at} ${hearingWays(hearing)}`,
  appointmentsLater: "Le avisaremos el día de la reunión y, si hace falta, el de la visita.",
  notifyBy: (day: string) => `Le avisaremos la decisión hasta el ${dateWithWeekday(day)}.`,
  owner: (name: string, extension: string) => `Lo atiende ${name}, anexo ${extension}.`,
  mailAfter: (day: string) =>
    `El correo vale pasado el ${dateWithWeekday(day)}. Hasta ese día la decisión va en papel, y puede deshacerlo.`,
  noPayment: "No tiene que pagar lo reclamado mientras se decide.",
  late: (months: string) =>
    `Fuera del plazo normal para reclamar: ${months}. Igual se recibió, y una persona lo decidirá.`,
  /** Of receipts that are not on record. */
  asWritten: (receipts: string) =>
    `No tenemos en nuestros registros: ${receipts}. Se tomó como lo dictó; la oficina lo busca y no lo retiene hasta encontrarlo.`,
  proofAsked:
    "El documento no coincide con el padrón. El reclamo sigue; para desistir o aceptar un acuerdo hay que probar que se es titular o que se usa el servicio: con un recibo, un contrato o una constancia.",
  observed: "Dígale también que falta esto:",
  observedUntil: (day: string) => `Tiene hasta el ${dateWithWeekday(day)}.`,
  linkComes: "Le llega un enlace para enviarlo.",
  /** Of who left no mobile and no e-mail. */
  onPaper: (address: string) => `Lo que le notifiquemos va en papel, a ${address}.`,
  duplicates: "Hay otros reclamos del mismo tipo por algún mes igual:",
  sentBy: {
    email: "Su cargo y su código van ahora a su correo. Pregúntele si ya le llegaron.",
    sms: "Su código va ahora a su celular por mensaje de texto. Pregúntele si ya le llegó.",
    post: "No dejó celular ni correo: díctele su código y envíele la copia por carta.",
    /** At the counter. */
    paper: "No dejó celular ni correo: dele su cargo en papel.",
  },
  paper: {
    "claim-form": "Descargar su cargo para imprimirlo",
    "telephone-copy": "Descargar la copia para imprimirla",
  },
  paperWaits: "El papel se está preparando…",
  noKey: "No lleva la clave del reclamo, que nadie de la oficina ve: esa solo va a su correo o celular.",
  copy: "Registrar copia enviada por carta",
  open: "Ver el expediente",
} as const;
