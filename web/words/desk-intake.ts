import type { AnswerOf } from "../../shared/contract/route.ts";
import type { Routes } from "../../shared/contract/routes.ts";
import { categoryNames } from "./categories.ts";
import { counted, date, dateWithWeekday, instant } from "./format.ts";

type Supply = AnswerOf<Routes["searchSupplies"]>;

export const searchWords = {
  title: "Buscar el suministro",
  supplyCode: "Código de suministro",
  documentNumber: "Documento de quien llama (si lo da)",
  documentHint: "Solo decimos si coincide con el del titular. No se muestra de quién es.",
  action: "Buscar",
  holder: {
    matches: "● El documento coincide con el del titular.",
    "does-not-match": "■ El documento no coincide con el del titular.",
    "not-on-record": "○ No tenemos el documento del titular.",
  },
  receipts: "Recibos",
  receiptColumns: ["Recibo", "Mes", "Consumo", "Monto", "Vence", "Estado", "Reclamar hasta"],
  statuses: { PENDING: "Sin pagar", PARTIAL: "Pagado en parte", PAID: "Pagado" },
  claims: "Reclamos de este suministro",
  claimColumns: ["Código", "Estado", "Plazo"],
  noClaims: "Este suministro no tiene reclamos.",
} as const;

const connectionNames = { ACTIVO: "activo", CORTADO: "cortado", CERRADO: "cerrado" } as const;

/** «Categoría doméstica, 1 vivienda o local, según el dato del 3 de noviembre. Agua: activo. Desagüe: cortado.» */
export function supplyTodayWords({ category, useUnits, asOf, water, sewer }: Supply["today"]): string {
  const units = counted(useUnits, "vivienda o local", "viviendas o locales");
  const service = (name: string, state: typeof water) => (state ? ` ${name}: ${connectionNames[state]}.` : "");
  return `Categoría ${categoryNames[category]}, ${units}, según el dato del ${date(asOf)}.${service("Agua", water)}${service("Desagüe", sewer)}`;
}

/** Said to staff above the notice about personal data. */
export const readPrivacy = "Léele esto antes de pedirle sus datos, o dale la hoja:";

export const intakeWords = {
  title: "Registrar un reclamo",
  draft: "Borrador. Todavía no se ha registrado el reclamo.",
  channel: "¿Cómo llegó?",
  channels: { telephone: "Por teléfono", counter: "En la oficina" },
  claimType: "Tipo de reclamo",
  receipt: "¿Qué recibos reclama?",
  receiptOption: (number: string, month: string, m3: string, amount: string) =>
    `${month}: ${m3}, ${amount} (${number})`,
  grounds: "¿Qué pasó? Con sus palabras",
  groundsHint: "Cuántas personas viven, si hubo cortes o arreglos, desde cuándo. Lo verá el usuario.",
  request: "¿Qué quiere que hagamos?",
  leakCheck: "¿Revisó si hay fugas?",
  leakChecks: {
    "none-found": "Sí, y no hay",
    "found-and-repaired": "Sí, había y ya la arregló",
    "not-yet": "Todavía no",
    "not-known": "No sabe cómo",
  },
  meterReading: "Lectura de su medidor hoy (si la tiene)",
  meterReadingHint: "Solo los números negros, por ejemplo 01234.",
  meterTest: "¿Quiere que revisemos su medidor en un laboratorio (contrastación)?",
  meterTestCost: "Si la quiere: ¿acepta pagarla si el medidor no marca de más?",
  visit: "¿Cuándo podemos visitarlo?",
  visits: { morning: "Por la mañana", afternoon: "Por la tarde", any: "A cualquier hora" },
  yesNo: { yes: "Sí", no: "No" },
  claimant: "Quién reclama",
  standing: "¿Quién es?",
  standings: {
    holder: "Titular",
    "effective-user": "Vive ahí y usa el servicio",
    owner: "Propietario",
    representative: "Representante",
  },
  power: "Su poder le permite",
  powerHint: "Solo si es representante.",
  powers: { conciliate: "Conciliar", withdraw: "Desistir", collect: "Cobrar" },
  kind: "Tipo de documento",
  kinds: { DNI: "DNI", CE: "Carné de extranjería", RUC: "RUC", PASSPORT: "Pasaporte" },
  number: "Número de documento",
  givenNames: "Nombres",
  paternalSurname: "Apellido paterno",
  maternalSurname: "Apellido materno",
  companyName: "Empresa (si reclama por una)",
  address: "Dirección donde se le entregan los papeles",
  telephone: "Celular",
  telephoneHint: "9 dígitos, por ejemplo 987 654 321.",
  email: "Correo",
  notifyByEmail: "¿Acepta que le notifiquemos la decisión por correo?",
  hearing: "¿Cómo quiere que sea la reunión para llegar a un acuerdo?",
  hearingHint: "Si no elige, es por teléfono. Puede cambiarlo después.",
  hearingTelephone: "Número al que se le llama para la reunión",
  hearingTelephoneHint: "Solo si es otro que su celular.",
  declared: "Antes de registrarlo",
  leaflet: "¿Se le entregó o leyó la cartilla?",
  privacyNoticeRead: "¿Se le leyó o entregó lo que hacemos con sus datos?",
  readDeclaration: "Léele esto y espera su respuesta:",
  declaredBy: "¿Cómo lo declaró?",
  declarations: { voice: "De viva voz", signature: "Con su firma en papel" },
  choose: "Elige una opción.",
  chooseReceipt: "Elige el recibo que quiere reclamar.",
  send: "Registrar el reclamo",
  clear: "Borrar y empezar otra vez",
  alreadyTitle: "Ese reclamo ya se había registrado",
  alreadyText: "El primer envío sí llegó. Búscalo arriba, en los reclamos de este suministro, antes de registrar otro.",
} as const;

type Hearing = NonNullable<AnswerOf<Routes["takeClaim"]>["hearing"]>;

/** How the person takes part in the hearing, to be read aloud. */
function hearingWays({ mode, telephone, link, address }: Hearing): string {
  if (mode === "in-person") return `Es en la oficina: ${address}.`;
  if (mode === "telephone")
    return telephone
      ? `Es por teléfono: lo llamaremos al ${telephone}.`
      : "Es por teléfono y no tenemos un número: pídaselo ahora.";
  if (link) return "Es por videollamada: el enlace le llega con su aviso y está en su reclamo.";
  return `Es por videollamada y todavía no hay enlace: se lo enviaremos.${telephone ? ` Si a esa hora no lo tiene, lo llamaremos al ${telephone}.` : ""}`;
}

export const filedWords = {
  title: "Reclamo registrado",
  read: "Lee esto en voz alta",
  code: "Su reclamo quedó registrado con el código",
  filed: (at: string) => `Lo recibimos el ${instant(at)}`,
  visit: (day: string, from: string, to: string) => `Lo visitaremos el ${dateWithWeekday(day)}, de ${from} a ${to}`,
  hearing: (hearing: Hearing, at: string) =>
    `La reunión para llegar a un acuerdo es el ${dateWithWeekday(hearing.on)}, a ${at} ${hearingWays(hearing)}`,
  appointmentsLater: "Le avisaremos el día de la reunión y, si hace falta, el de la visita.",
  notifyBy: (day: string) => `Le avisaremos la decisión a más tardar el ${dateWithWeekday(day)}.`,
  owner: (name: string, extension: string) => `Lo atiende ${name}, anexo ${extension}.`,
  noPayment: "No tiene que pagar el monto reclamado mientras se decide.",
  late: (months: string) =>
    `Fuera del plazo normal para reclamar: ${months}. Igual se recibió, y una persona lo decidirá.`,
  proofAsked:
    "El documento no coincide con el padrón. El reclamo sigue; para desistir o aceptar un acuerdo hay que probar que se es titular o que se usa el servicio: con un recibo, un contrato o una constancia.",
  observed: "Dile también que falta esto:",
  observedUntil: (day: string) => `Tiene hasta el ${dateWithWeekday(day)}. Le llega un enlace para enviarlo.`,
  duplicates: "Hay otros reclamos del mismo tipo por algún mes igual:",
  copy: "Registrar copia enviada por carta",
  open: "Ver el expediente",
  another: "Atender a otra persona",
} as const;
