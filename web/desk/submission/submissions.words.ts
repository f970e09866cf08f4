import type {
  LetterSender,
  ObservationNoticeWay,
  PowerKind,
  SubmissionChannel,
  SubmissionDocumentName,
  SubmissionEntryType,
  SubmissionKind,
  SubmissionList,
  SubmissionProof,
  SubmissionState,
} from "../../../shared/domain/submission/submission.ts";
import { counted, dayOfList, instant } from "../../words/format.ts";

export const submissionKindNames: Readonly<Record<SubmissionKind, string>> = {
  document: "Documento",
  observation: "Observación (libro de observaciones)",
  "data-access": "Datos personales: acceso",
  "data-rectification": "Datos personales: rectificación",
  "data-cancellation": "Datos personales: cancelación",
  "data-opposition": "Datos personales: oposición",
  "official-letter": "Oficio de una autoridad",
  reconsideration: "Reconsideración",
  appeal: "Apelación",
  queja: "Queja",
};

export const submissionStateNames: Readonly<Record<SubmissionState, string>> = {
  presented: "Por registrar",
  received: "Recibido",
  observed: "Observado",
  returned: "Devuelto",
  "not-presented": "No presentado",
};

export const submissionChannelNames: Readonly<Record<SubmissionChannel, string>> = {
  web: "Por la web",
  telephone: "Por teléfono",
  counter: "En la oficina, en papel",
  courier: "Por mensajería, en papel",
  email: "Por correo electrónico",
};

export const powerNames: Readonly<Record<PowerKind, string>> = {
  "simple-letter": "Carta poder simple",
  notarised: "Poder con firma legalizada",
  registered: "Poder inscrito en registros públicos",
  "by-law": "La ley: madre, padre o tutor",
};

export const letterSenderNames: Readonly<Record<LetterSender, string>> = {
  SUNASS: "SUNASS",
  TRASS: "TRASS",
  other: "Otra autoridad",
};

export const submissionEntryNames: Readonly<Record<SubmissionEntryType, string>> = {
  observed: "Observado",
  notified: "Se le avisó qué le falta",
  "notice-returned": "El aviso volvió: nadie le avisó",
  remedied: "Corregido por la persona",
  received: "Recibido",
  returned: "Devuelto",
  forwarded: "Derivado",
  answered: "Respondido",
  "data-gathered": "Se reunió lo que se guarda de la persona",
  taken: "Tomado en el reclamo",
  "not-recourse": "No se tomó como recurso",
  lapsed: "Tenido por no presentado",
  delivered: "Entregado",
  "manager-alerted": "Se avisó a la gerencia que falta responder",
  "attachment-missing": "Un archivo no llegó: se le recordó",
  "copy-asked": "Se le pidió otra copia de un archivo",
  "attachment-attended": "Archivo atendido",
  "copy-sent": "La persona envió la copia",
  "file-taken-out": "Se quitó un archivo que no era de este documento",
};

export const submissionsWords = {
  lists: {
    "to-check": "Por registrar",
    "to-notify": "Por avisar",
    observed: "Observados",
    "to-answer": "Por responder",
    over: "Terminados",
  } satisfies Record<SubmissionList, string>,
  listsName: "Listas de documentos",
  counted: (name: string, count: number) => `${name} (${count >= 100 ? "100 o más" : count})`,
  overdue: (count: number) =>
    count === 1 ? "1 documento pasó su fecha para responder." : `${count} documentos pasaron su fecha para responder.`,
  close: (count: number) =>
    count === 1
      ? "1 documento se debe responder en 2 días hábiles o menos."
      : `${count} documentos se deben responder en 2 días hábiles o menos.`,
  register: "Registrar lo que llegó en papel o por correo",
  waiting: "Archivos que no llegaron o no se pueden leer",
  columns: {
    number: "Número",
    light: "Plazo",
    kind: "Qué es",
    subject: "Asunto",
    presenter: "Quién lo presenta",
    filed: "Cuenta desde",
    due: "Fecha",
    area: "Área",
  },
  /** `earlier`: the day it came, if that was before today. */
  waits: (days: number, earlier: string | undefined) => {
    if (days > 0) return `Espera desde hace ${counted(days, "día hábil", "días hábiles")}`;
    return earlier ? `Llegó el ${dayOfList(earlier)}` : "Llegó hoy";
  },
  /** What came today is in time; the day after it should be looked at, and then it is late. */
  waitUrgency: (days: number) => (days === 0 ? "in-time" : days === 1 ? "soon" : "overdue"),
  alsoWaits: {
    elevation: (total: number) =>
      counted(total, "apelación por elevar al tribunal", "apelaciones por elevar al tribunal"),
    notification: (total: number) =>
      counted(total, "aviso o decisión por notificar", "avisos y decisiones por notificar"),
  },
  pastDay: (overdue: number) => counted(overdue, "pasó su fecha", "pasaron su fecha"),
  possibleRecourse: "Posible recurso",
  empty: "No hay documentos en esta lista.",
  emptyText: {
    "to-check": "Cuando alguien presente uno por la web, aparece aquí, el más antiguo primero.",
    "to-notify": "Aquí están los observados de los que nadie avisó a su persona. Sus días no corren hasta entonces.",
    observed: "Aquí están los que esperan que su persona los corrija.",
    "to-answer":
      "Aquí están los posibles recursos, los que se deben responder y los que pasaron a otra área, por fecha.",
    over: "Aquí están los que ya no esperan nada.",
  } satisfies Record<SubmissionList, string>,
  more: "Ver más",
} as const;

const givenNames: Readonly<Record<SubmissionProof, string>> = {
  constancia: "la constancia",
  cargo: "el cargo",
  observation: "la observación",
  answer: "la respuesta",
};

export const submissionWords = {
  takeOut: "Un archivo es de otra persona",
  takeOutText:
    "Quítelo de este documento: quien lo presentó no lo verá más, ni se imprime con él. Queda anotado quién lo quitó, cuándo y por qué, con su huella.",
  takeOutWhich: "¿Cuál archivo?",
  takeOutReason: "Por qué no es de este documento",
  takeOutSend: "Quitarlo de este documento",
  back: "Documentos",
  facts: {
    kind: "Qué es",
    state: "Estado",
    presenter: "Quién lo presenta",
    standing: "Como",
    identity: "Documento de identidad",
    email: "Correo",
    telephone: "Teléfono",
    address: "Dirección",
    citedCode: "Reclamo, como lo escribió",
    mailReturned: "Su correo no recibe",
    channel: "Cómo llegó",
    presentedAt: "Se presentó",
    registeredAt: "Se escribió aquí",
    filedOn: "Cuenta desde",
    answerBy: "Responder hasta",
    answeredAt: "Se respondió",
    area: "Derivado a",
    letter: "Oficio",
    claim: "Reclamo",
    outage: "Cita la caída",
    recordedAs: "Se tomó como",
    remark: "Motivo",
    remedyBy: "Puede corregirlo hasta",
    receivedAt: "Se recibió",
  },
  standings: { holder: "Titular", user: "Usuario" },
  represents: (of: string, power: string) => `Representante de ${of}. ${power}`,
  letterIs: (from: string, number: string) => `${from}, ${number}`,
  mailReturned: {
    bounced: (at: string) => `Desde el ${at}: esa dirección no existe. Avísele de otra manera.`,
    complained: (at: string) => `Desde el ${at} marca los avisos como no deseados. Avísele de otra manera.`,
  },
  actNames: {
    appeal: "Apelación",
    reconsideration: "Reconsideración",
    remedy: "Subsanación",
    extension: "Ampliación",
    withdrawal: "Desistimiento",
    queja: "Queja",
  },
  text: "Lo que dice",
  attachments: "Archivos",
  attachmentStates: {
    pending: "No llegó todavía, o se está revisando",
    received: "Recibido",
    unreadable: "No se pudo leer: pida una copia",
    refused: "Rechazado",
  },
  download: "Descargar",
  entries: "Qué pasó",
  entry: (name: string, at: string) => `${name} el ${instant(at)}`,
  documents: "Lo que prueba cada paso",
  documentsText: {
    constancia: "Constancia de presentación: prueba cuándo y con qué se presentó.",
    cargo: "Cargo de recepción: prueba que lo revisó y lo recibió.",
    observation: "Observación: dice qué falta y cuántos días hay para corregirlo.",
    answer: "Respuesta: prueba qué se respondió, cuándo y con qué archivos.",
    data: "Lo que se guarda de la persona. Compare antes su documento de identidad.",
  } satisfies Record<SubmissionDocumentName, string>,
  documentNames: {
    constancia: "Descargar la constancia",
    cargo: "Descargar el cargo",
    observation: "Descargar la observación",
    answer: "Descargar la respuesta",
    data: "Descargar sus datos",
  } satisfies Record<SubmissionDocumentName, string>,
  given: (document: SubmissionProof, way?: string) =>
    `${givenNames[document]}, ${way === "paper" ? "en papel" : "por correo"}.`,
  paper: (document: SubmissionProof, number: string) => `${givenNames[document].replace(/^\w+ /, "")} ${number}`,
  preparing: "Se está preparando. Tarda unos segundos.",
  deliver: "Esta persona no tiene cuenta: dele cada documento impreso o por correo, y anótelo.",
  giveIt: (document: SubmissionProof, way: "paper" | "email") =>
    way === "paper" ? `Le di ${givenNames[document]} en papel` : `Le envié ${givenNames[document]} por correo`,
  toNotify:
    "Nadie le avisó qué le falta: sus días no corren. Llámela, dígaselo o dele la observación impresa, y anótelo abajo.",
  beingNotified: "Se le está avisando por correo qué le falta. Sus días corren desde que el correo sale.",
  notify: "Avisar qué le falta",
  notifyText: "Sus días para corregirlo se cuentan desde ese aviso.",
  notifyHow: "¿Cómo se le avisó?",
  notifyWays: {
    "notified-by-telephone": "Por teléfono",
    "notified-in-person": "En persona",
    delivered: "Se le entregó la observación impresa",
  },
  noticeWays: {
    email: "por correo",
    sms: "por mensaje de texto",
    "notified-by-telephone": "por teléfono",
    "notified-in-person": "en persona",
    delivered: "en papel",
  } satisfies Record<ObservationNoticeWay, string>,
  countsFrom: (at: string) => `Cuenta desde el ${instant(at)}`,
  deliveredAt: "Cuándo se entregó",
  deliveredAtHint: "Solo si se entregó impresa, y no ahora.",
  notifySend: "Anotar el aviso",
  gather: "Reunir lo que guardamos de la persona",
  gatherText:
    "Se hace un documento con sus suministros, reclamos, solicitudes, documentos y avisos, según su cuenta. Queda anotado quién lo pidió.",
  gatherNone: "Este pedido no vino de una cuenta. Busque sus suministros y reclamos en la mesa.",
  check: "Revisar y registrar",
  outcome: "¿Qué hace con el documento?",
  outcomes: {
    received: "Recibirlo",
    observed: "Observarlo: falta algo",
    returned: "Devolverlo",
  },
  consequence:
    "Si lo recibe, se hace el cargo de recepción. Si lo observa, se le avisa: desde ese aviso corren sus días para corregirlo y conserva su fecha; si no, se tiene por no presentado. Verá su motivo.",
  kind: "¿Qué es?",
  kindHint: "Cámbielo si es otra cosa: su plazo es otro.",
  /** While it can be taken back. */
  checking: {
    received: (number: string) => `Recibir ${number}`,
    observed: (number: string) => `Observar ${number}`,
    returned: (number: string) => `Devolver ${number}`,
  },
  remark: "Motivo",
  remarkMissing: "Escriba el motivo.",
  /** What the clerk is proposed to observe in a document that was spoken by telephone. */
  signatureMissing: "Falta tu firma. Fírmalo y tráelo, o envíalo firmado: conservas el día en que lo dijiste.",
  remarkHint: "Solo si lo observa o lo devuelve. Lo verá el usuario.",
  claimCode: "Código del reclamo al que pertenece",
  claimCodeHint: "Por ejemplo RE-2026-004192-0. Se agrega a su expediente.",
  against:
    "La persona dice que no está de acuerdo con una decisión. Puede ser un recurso: tómelo como tal, con su fecha.",
  takeAs: "¿Es un acto de su reclamo?",
  takeAsText:
    "Si lo es, tómelo así en vez de registrarlo: cuenta desde que se presentó y va al expediente. Se toma una sola vez.",
  takeAsNone: "Su reclamo no recibe hoy ninguno de esos actos.",
  takeAsNeedsClaim: "Para tomarlo como recurso, primero recíbalo con el código de su reclamo.",
  recourseBy: "Decidir si es un recurso, hasta",
  discard: "No es un recurso",
  discardText: "Queda anotado con su motivo, y la persona lo lee. Hasta entonces sigue en «Por responder».",
  discardReason: "Por qué no es un recurso",
  discardSend: "Descartarlo como recurso",
  acts: {
    apelacion: "Es una apelación",
    reconsideracion: "Es una reconsideración",
    subsanacion: "Es una subsanación",
    ampliacion: "Es una ampliación",
    desistir: "Es un desistimiento",
    queja: "Es una queja",
  },
  remedy: "La persona trajo lo que faltaba",
  remedyWords: "Lo que aclara",
  remedyAttachments: "Lo que trajo, escaneado",
  remedySend: "Agregar al documento",
  forward: "Derivar a otra área",
  forwardText: "Sigue en la lista «Por responder» hasta que tenga respuesta.",
  area: "Área",
  reason: "Por qué pasa a esa área",
  forwardSend: "Derivar",
  answer: "Responder",
  answerText: "La persona ve la respuesta y el documento. Se responde una sola vez.",
  answerWords: "Qué se responde",
  answerAttachments: "El documento firmado",
  answerSend: "Responder",
  choose: "Elija una opción.",
  send: "Registrar",
  done: "El documento quedó registrado.",
  changed: "Otra persona ya lo revisó. Así quedó:",
} as const;

export const newSubmissionWords = {
  lede: "Lo que llegó en papel o por correo se registra con su hora. La persona recibe la misma constancia.",
  /** Before a link to where it goes. */
  claims: "Un reclamo en papel se presenta en",
  recourses: "Una reconsideración, una apelación o una queja, en la página de su reclamo: búsquelo en",
  kind: "¿Qué llegó?",
  channel: "¿Cómo llegó?",
  byTelephone:
    "Se presenta ahora, con lo que la persona dice. Léaselo antes de registrarlo. Si falta su firma, se le pide y no pierde el día.",
  spoken: "Lo que dice, con sus palabras",
  arrivedAt: "Cuándo llegó",
  arrivedAtHint: "La del sello o del correo. Desde ahí cuentan los plazos.",
  reason: "Por qué se registra recién hoy",
  reasonHint: "Solo si llegó hace más de un día hábil.",
  subject: "De qué trata",
  text: "Lo que dice (si ayuda)",
  presenter: "Quién lo presenta",
  standing: "¿Cómo se presenta?",
  standings: { user: "Usuario del servicio", holder: "Titular del suministro", representative: "Representante" },
  of: "A quién representa",
  ofMissing: "Escriba a quién representa.",
  power: "Qué poder tiene",
  powers: powerNames,
  powerMissing: "Elija qué poder tiene.",
  email: "Correo de la persona, si lo dio",
  telephone: "Celular o teléfono, si lo dio",
  claimCode: "Código del reclamo, si es de uno",
  letterFrom: "Quién envía el oficio",
  letterNumber: "Número del oficio",
  letterDays: "Días hábiles que da para responder",
  letterDaysHint: "Déjelo vacío si no pide respuesta.",
  attachments: "El documento escaneado",
  send: "Registrar",
} as const;
