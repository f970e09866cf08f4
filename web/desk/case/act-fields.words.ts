export const admissionNames = {
  accepted: "Se admite",
  dismissal: "Se propone declararlo improcedente",
} as const;

export const dismissalNames = {
  late: "Presentado fuera de plazo",
  "no-standing": "Quien reclama no puede hacerlo",
  "not-a-claim-matter": "No es materia de reclamo",
  "already-decided": "Ya se decidió antes",
} as const;

export const copyChannels = { letter: "Por carta" } as const;

export const agreementNames = {
  total: "Acuerdo total",
  partial: "Acuerdo parcial",
  none: "Sin acuerdo",
  absence: "No asistió",
} as const;

/** The results of a call to a claimant who is absent from their hearing. */
export const callResultNames = {
  "no-answer": "No contestó",
  unreachable: "Apagado o fuera de servicio",
  "wrong-number": "Contestó otra persona: no es su número",
  declined: "Contestó y no quiso o no pudo participar",
} as const;

export const attendedNames = {
  holder: "Titular",
  "effective-user": "Usuario que vive ahí",
  owner: "Propietario",
  representative: "Representante",
} as const;

export const powerNames = {
  conciliate: "Conciliar",
  withdraw: "Desistir",
  collect: "Cobrar",
} as const;

export const noticeChannels = { email: "Por correo", personal: "En el domicilio" } as const;

export const deliveryNames = {
  delivered: "La recibieron",
  refused: "No quisieron recibirla",
  absent: "No había nadie: se dejó aviso",
  "left-under-door": "Se dejó bajo la puerta (segunda visita)",
} as const;

export const tribunalNames = {
  decided: "Decidió el fondo",
  "back-to-investigation": "Devuelve a investigar",
  "back-to-resolution": "Devuelve a resolver",
  conciliated: "Hubo acuerdo ante el tribunal",
  inadmissible: "Declaró inadmisible la apelación",
  "silence-declared": "Declaró el silencio positivo",
} as const;

export const favouredNames = { claimant: "Al usuario", company: "A la empresa" } as const;

export const recourseNames = {
  reconsideration: "Reconsideración: trae una prueba nueva y decide la empresa",
  appeal: "Apelación: decide el tribunal de SUNASS",
} as const;

export const fieldWords = {
  seenByUser: "Lo verá el usuario.",
  inside: "Solo interno.",
  choose: "Elija una opción.",
  write: "Escriba esto.",
  admission: "¿Se admite?",
  dismissalMeans:
    "Si propone declararlo improcedente, el expediente pasa a resolver: el cliente recibirá igual una resolución con sus motivos, dentro del plazo.",
  ground: "Causal, si se propone improcedente",
  reason: "Motivo",
  reasonIfDismissed: "Motivo, si se propone improcedente",
  shown: "¿Qué mostró?",
  shownHint: "Su DNI, un recibo, su contrato, una carta poder.",
  defects: "Qué falta",
  defectsHint: "Una observación por línea, hasta 5. Lo verá el usuario.",
  copyChannel: "¿Cómo se envió la copia?",
  claimType: "¿De qué tipo es en verdad?",
  typeReason: "Por qué",
  appointmentReason: "Por qué le da lugar",
  appointmentReasonHint: "Por ejemplo, que no es el mismo reclamo. Lo verá el usuario en su expediente.",
  contactRemark: "Con quién habló o qué vio",
  contactRemarkHint: "Por ejemplo, que contestó. Lo verá el usuario en su expediente.",
  joinedCode: "Código del otro reclamo",
  joinedReason: "Por qué van juntos",
  offerReceipt: "¿Por qué recibo?",
  offerM3: "Volumen que propone, en m³",
  offerNow: (m3: string, amount: string) => `El recibo tiene ${m3} y ${amount} del mes.`,
  offerInstalments: "En cuántas cuotas mensuales",
  offerInstalmentsHint: "De 2 a 12, sin intereses. Déjelo vacío si se paga de una vez.",
  offerPrice: "Calcular cuánto sería",
  offerPriced: (amount: string, parts: string | undefined) =>
    parts ? `El mes quedaría en ${amount}. ${parts}.` : `El mes quedaría en ${amount}.`,
  offerCountered: (m3: string, amount: string) => `El cliente propone ${m3}: ${amount}.`,
  offerCounteredText:
    "Lo que propone está escrito abajo: cámbielo si propone otra cosa. Aceptar sigue siendo del cliente.",
  offerTerms: "En qué consiste la propuesta",
  offerUntil: "Vale hasta",
  offerUntilHint: (hearing: string) => `Hasta el día de la audiencia: ${hearing}.`,
  agreement: "Resultado",
  startedAt: "Empezó",
  endedAt: "Terminó",
  link: "Enlace de la videollamada",
  linkHint: "Completo, con https://. Reemplaza al que había para este día y hora.",
  hearingMode: "¿Cómo quiere participar?",
  hearingTelephone: "Número al que se le llama",
  hearingTelephoneHint: "Déjelo como está si no lo cambia.",
  calls: "Llamadas, si no asiste",
  callsText: (calls: number, minutes: number) =>
    `Antes de anotar que no asistió, llámele ${calls} veces el día de la audiencia, desde su hora, con ${minutes} minutos entre una y otra, y anote cada llamada en el momento.`,
  callsOver:
    "Ya pasó el día de la audiencia, y solo cuentan las llamadas de ese día. Si no bastan, regístrela «Sin acuerdo» y explique por qué en «Observaciones».",
  callsNone: "No dejó un teléfono: el acta lo dirá. Si lo da, anótelo antes en «Anotar cómo quiere la audiencia».",
  callOf: (number: number) => `Llamada ${number}`,
  callLogged: (at: string, number: string, result: string) => `${at}, al ${number}: ${result}.`,
  callNumber: "¿A qué número?",
  callResult: "¿Qué pasó?",
  callAction: "Anotar esta llamada ahora",
  callMissing: "Elija a qué número llamó y qué pasó.",
  attendedAs: "¿En qué calidad asistió?",
  power: "Qué permite su poder",
  powerHint: "Solo si asistió un representante.",
  attendedBy: "Quién asistió",
  attendedByHint: (claimant: string) => `Déjelo vacío si fue ${claimant}.`,
  companyName: "Quién fue por la empresa",
  companyNameHint: "Déjelo vacío si fue usted: el acta lleva su nombre.",
  companyCharge: "Su cargo",
  companyProposal: "Propuesta de la empresa",
  claimantProposal: "Propuesta del cliente",
  agreed: "En qué quedaron de acuerdo",
  disagreed: "En qué no",
  observations: "Observaciones",
  acceptedOffer: "Propuesta aceptada",
  alreadyAccepted: (offer: string) => `Quien reclama ya aceptó una propuesta: ${offer}`,
  alreadyAcceptedText:
    "Si la mantiene, hay acuerdo: elija si es total o parcial. Si ya no la quiere, anote «Sin acuerdo» y escriba por qué en «En qué no» o en «Observaciones».",
  agreementConfirmed:
    "Un acuerdo lo confirma quien reclama: con un código, con su firma, con su voz si no tiene celular ni correo, o porque ya aceptó la propuesta que marca.",
  noOffer: "Ninguna",
  offerName: (m3: string, after: string) => `${m3}: ${after}`,
  noticeChannel: "¿Cómo se notifica?",
  noConsent: "El cliente no aceptó avisos por correo: se notifica en su domicilio.",
  noticeTo: (address: string) => `Domicilio: ${address}`,
  delivery: "Cómo fue la entrega",
  deliveredAt: "Cuándo fue",
  receiver: "Quién recibió",
  receiverDocument: "Su documento",
  relation: "Qué es del destinatario",
  premises: "Cómo es el predio",
  premisesHint: "Si no se entregó en la mano: color, pisos, puerta, número de medidor.",
  nextOn: "Nueva fecha dejada en el aviso",
  nextOnHint: "Solo si no había nadie.",
  deviceTime: "Hora del equipo que tomó la foto",
  deliveryPhotos: "Foto del cargo firmado o, si nadie la recibió, de la fachada",
  nobody: "nadie en persona",
  toConfirm: (at: string, person: string, receiver: string) =>
    `${person} registró la entrega del ${at}. La recibió: ${receiver}. Confirme solo si estuvo ahí.`,
  toCopies: "Ir a «Folios y copias»",
  letterCopy:
    "Forme antes la copia para el tribunal en «Folios y copias»: el oficio dice entonces cuántos folios tiene y la huella de su manifiesto.",
  scan: "Papel escaneado",
  scanOf: (document: string, number: string, day: string) =>
    `${document} N.° ${number}. Quien firmó dice que el papel lleva la fecha ${day}.`,
  scanDownload: "Descargar el papel escaneado",
  scanShows: "Qué muestra el papel",
  scanChoices: { yes: "Muestra el código, el folio y la firma", no: "No los muestra, o no se leen" },
  scanCites: "Código o huella que ve en el papel",
  scanCitesHint:
    "El código está al pie de cada hoja; la huella, anotada a mano. Cópielo del papel, no de otra pantalla.",
  scanFolio: "Folio que ve en el papel",
  scanMissing: "Qué no se ve",
  scanMissingHint: "Solo si no los muestra. Lo verá quien firma.",
  receivedByTribunal: "Cuándo lo recibió el tribunal",
  reference: "Número con que lo recibió el tribunal",
  onPaper: "El expediente fue en papel",
  onPaperHint:
    "Sin marcarlo, hace falta la copia para el tribunal de «Folios y copias», formada después de la apelación.",
  tribunalOutcome: "Qué decidió",
  inFavourOf: "¿A quién le dio la razón?",
  inFavourOfHint: "Solo si decidió el fondo y no lo dice recibo por recibo.",
  tribunalCause: "Si la empresa perdió, ¿por qué?",
  tribunalCauseHint: "La causa principal, según el tribunal. Solo interno: se cuenta en el tablero.",
  notLost: "La empresa no perdió",
  tribunalNumber: "Número de la resolución",
  receivedAt: "Cuándo se recibió",
  tribunalSummary: "Qué dice, en pocas palabras",
  termDays: "Plazo que dio, en días hábiles",
  termDaysHint: "Solo si devuelve el expediente.",
  tribunalMonth: (month: string) => `Qué decidió del recibo de ${month}`,
  noFigures: "No lo dice recibo por recibo",
  tribunalM3: (month: string) => `Volumen al que queda ${month}, en m³`,
  tribunalM3Hint: "Solo si lo fija: el sistema vuelve a facturar ese recibo.",
  tribunalMonthMissing: "Elija qué decidió de ese recibo.",
  doneSummary: "Qué se hizo",
  doneReference: "Documento del sistema comercial",
  overrideItems: "¿Qué pruebas se dispensan?",
  overrideReason: "Por qué se decide así",
  rectifiedResolution: "¿Qué resolución?",
  says: "Dice",
  should: "Debe decir",
  recourseKind: "¿Qué recurso es en verdad?",
  quejaReference: "Número con que se envió",
  quejaOutcome: "Qué se decidió",
  quejaSummary: "Qué dice la respuesta, en pocas palabras",
  returnReason: "Por qué se devuelve",
  returnedDocument: "¿Qué documento?",
} as const;
