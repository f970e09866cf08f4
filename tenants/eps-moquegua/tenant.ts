import { exclusions } from "../../shared/domain/receipt/receipt.ts";
import { keptDays } from "../../shared/domain/register/retention.ts";
import { attachmentTypes } from "../../shared/domain/submission/submission.ts";
import { calendarDay } from "../../shared/domain/term/calendar-day.ts";
import type { ChannelHours } from "../../shared/domain/term/office-hours.ts";
import type { Law, Tenant } from "../../shared/tenant/tenant.ts";
import { assumed, standIn } from "../../shared/tenant/tenant-value.ts";
import { calendars, seededOn } from "./calendars.ts";
import { claimTypes } from "./claim-types.ts";
import { connections, densities } from "./reports.ts";
import { assignments, tariffLists } from "./tariffs.ts";

/**
 * Nothing here is confirmed: the legal office has not answered yet. Sections, rows and marks are those of
 * docs/domain/regulation.md.
 */
const mornings: ChannelHours = [{ weekdays: [1, 2, 3, 4, 5], opens: "08:00", closes: "13:00" }];

const law: Law = {
  version: "tuo-rgr-2023",
  inForceFrom: assumed(
    calendarDay("2023-05-05"),
    "día siguiente al de publicada la RCD 015-2023-SUNASS-CD [seen-2 S15] [known]",
  ),
  claim: {
    windowRule: assumed({ laterOf: { months: 2, days: 60 } }, "T01, pregunta 1 [seen S2 S3 S5 S6 S7 S9 S10 S11]"),
    windowPaidMonths: assumed(12, "T02, pregunta 2 [seen S5 S6 S7]"),
    observeDays: assumed(5, "1.5: los defectos se dicen al recibir; hasta cuándo lo fijamos nosotros [design]"),
    remedyDays: assumed(2, "T04, LPAG 136 [known]"),
    extensionDays: assumed(5, "T05 [seen S9]"),
  },
  inspection: {
    targetDay: assumed(10, "T06, pregunta 11 [design]"),
    targetDayConsumption: assumed(5, "T06 [design]"),
    windowHours: assumed(2, "3.4, pregunta 12 [known]"),
    retryCount: assumed(1, "3.4, pregunta 13 [design]"),
    hours: assumed({ opens: "08:00", closes: "17:00" }, "9.2 [design]"),
  },
  conciliation: {
    targetDay: assumed(20, "T07, pregunta 11 [design]"),
    toleranceMinutes: assumed(15, "3.5 [design]"),
  },
  resolution: {
    days: assumed(30, "T08, pregunta 32 [seen S2 S4 S5 S6 S7]"),
    internalSignDay: assumed(25, "5.6 [design]"),
  },
  notification: {
    days: assumed(5, "T09, pregunta 3 [seen S2 S5 S6]; LPAG 24.1 [known]"),
    emailAckDays: assumed(2, "T21, pregunta 10, LPAG 20.4 [known]"),
    mailboxAckDays: assumed(5, "T22, pregunta 9 [seen S34]"),
    hours: assumed(
      { opens: "08:00", closes: "17:00" },
      "5.6, LPAG 18 [seen S35]; ocho horas y un descanso, como pide la LPAG 149 [known]",
    ),
    mailbox: assumed(false, "pregunta 31, Casilla Única Perú: no se usa [unknown]"),
  },
  silence: {
    first: assumed(35, "T10, pregunta 4 [seen S4]; LPAG 199.1 [known]"),
    recon: assumed(20, "T14 [seen S4]"),
    evidenceDays: assumed(2, "5.6 [design]"),
  },
  phone: {
    receptionDays: assumed(3, "T25, nota del regulador sobre reclamos por teléfono [seen]"),
    titularOnly: assumed(true, "pregunta 19 [seen S8]"),
    undoDays: assumed(2, "para deshacer lo dicho por teléfono; el área legal dice si los quiere [design]"),
  },
  queja: {
    addressee: assumed("TRASS", "3.8, pregunta 30 [known]"),
    forwardDays: assumed(1, "3.8 [design]"),
    days: assumed(3, "T20, LPAG 169 [known]"),
  },
  observation: { days: assumed(10, "T24 [seen-2 S21]") },
  recourse: { days: assumed(15, "T11, T15 [seen S2 S3 S4]") },
  recon: {
    days: assumed(15, "T12 [seen S2 S4]"),
    notificationDays: assumed(5, "T13 [seen S2 S4]"),
  },
  appeal: { elevationDays: assumed(5, "T16 [seen S4]") },
  trass: {
    days: assumed(30, "T17 [seen S2 S4]"),
    notificationDays: assumed(5, "T17 [seen S2 S4]"),
    maxPartMb: assumed(20, "3.7: no se sabe por qué medio recibe el TRASS [unknown]; lo que admite un correo [design]"),
  },
  court: { months: assumed(3, "T18, Ley 27584 [known]") },
  execution: { days: assumed(10, "T19, pregunta 20 [design]") },
  distance: { days: assumed(0, "3.2, LPAG 146 [known]: por defecto nadie presenta desde lejos") },
  leak: {
    repairCalendarDays: assumed(15, "T23 [seen-2 S18] [seen S13]"),
    averageOncePerMonths: assumed(12, "7.4, pregunta 16 [seen-2 S18]"),
    averageMaxConsecutiveMonths: assumed(2, "7.4, pregunta 16 [seen-2 S18]"),
    noLeakOutcome: assumed("AVERAGE", "7.4, pregunta 27 [seen-2 S18]"),
  },
  meterTest: { extraDays: assumed(0, "pregunta 14 [unknown]") },
  atypical: {
    pctOverAverage: assumed(100, "7.4, pregunta 16 [seen S11] [seen-2 S21]"),
    minAssignments: assumed(2, "7.4, pregunta 16 [seen S11] [seen-2 S21]"),
    noticeHours: assumed(48, "7.4, pregunta 12 [known]"),
  },
  average: {
    n: assumed(6, "7.2, pregunta 15 [seen-2 S21] [known]"),
    windowMonths: assumed(12, "7.2, pregunta 15 [known]"),
    minN: assumed(2, "7.2, pregunta 15 [known]"),
    rounding: assumed("HALF_UP", "7.2 [design]"),
    invalid: assumed([...exclusions], "7.2 [known]"),
  },
  evidence: {
    historyMonths: assumed(24, "2.1, dos años [seen-2 S17]"),
    unitsHistoryPeriods: assumed(6, "2.1, F09 [seen-2 S17]"),
  },
  submission: {
    afterHoursPolicy: assumed({ afterHours: "SAME_DAY" }, "5.5, pregunta 7, Ley 31465 [seen S30 S31 S32]"),
    uploadMaxMb: assumed(10, "una foto o unas páginas escaneadas, con datos móviles [design]"),
    uploadTypes: assumed([...attachmentTypes], "fotos y PDF [design]"),
    maxFiles: assumed(10, "un documento y lo que lo acompaña [design]"),
    uploadsPerDay: assumed(100, "diez documentos de diez archivos; más se trae a la oficina [design]"),
    staffUploadsPerDay: assumed(1000, "un día de escanear [design]"),
    guestUploadsPerDay: assumed(20, "un reclamo y un documento con sus archivos; más se trae a la oficina [design]"),
    connectionUploadsPerDay: assumed(200, "los clientes de un operador móvil comparten dirección de red [design]"),
    submissionsPerDay: assumed(30, "mucho más de lo que alguien escribe en un día [design]"),
    registerReasonAfterDays: assumed(1, "lo que llega en papel se registra el mismo día, LPAG 135 [known]"),
    registerWithinDays: assumed(30, "una llegada más antigua la ve la gerencia [design]"),
  },
  personalData: {
    accessDays: assumed(20, "sección 8, Ley 29733 y su reglamento [known]"),
    correctionDays: assumed(10, "sección 8: rectificación, cancelación, oposición [known]"),
  },
  claimTypes,
  forms: {
    regulation: assumed(
      "Texto Único Ordenado del Reglamento General de Reclamos de Usuarios de Servicios de Saneamiento, aprobado por la Resolución de Consejo Directivo 015-2023-SUNASS-CD",
      "0.3 [seen-2 S15 S17]",
    ),
    problemForm: assumed("Formato 1", "sección 4 [seen S20]"),
    claimForm: assumed("Formato 2", "sección 4 [seen S2 S5 S6 S8]"),
    billingForm: assumed("Formato 3", "sección 4: contenido [seen-2 S19], título [known]"),
    conciliationForm: assumed("Formato 4", "sección 4 [seen-2 S19]"),
    internalInspectionForm: assumed("Formato 5", "sección 4 [known]"),
    externalInspectionForm: assumed("Formato 6", "sección 4 [known]"),
    reconsiderationForm: assumed("Formato 8", "3.7 [seen S2]"),
    appealForm: assumed("Formato 9", "3.7 [seen S2]"),
  },
};

export const tenant: Tenant = {
  code: "eps-moquegua",
  openSince: seededOn,
  name: assumed("EPS Moquegua", "las páginas de la empresa [seen S1 S46]"),
  legalName: assumed("EPS Moquegua S.A.", "nombre que usa el regulador; falta leerlo en su estatuto [known]"),
  ruc: standIn("20000000010", "un número de prueba válido; no se conoce el de la empresa"),
  supplyCodeLength: assumed(8, "solo por sus ejemplos; no se encontró el largo real"),
  currency: assumed("PEN", "la moneda del Perú [known]"),
  timezone: assumed("America/Lima", "5.1: UTC-5 todo el año [design]"),
  contact: {
    telephone: standIn("053 000 000", "inventado"),
    address: standIn("Dirección de prueba 000, Moquegua", "inventado"),
    regulatorLine: assumed("1899", "Fono SUNASS, gratis, en todo el país [seen S2 S5]"),
    textCountry: assumed("PE", "sus clientes tienen celulares del Perú; a otro país se envía por fraude [design]"),
    site: standIn("https://oficinavirtual.example.pe", "inventado"),
  },
  hours: {
    counter: assumed(
      mornings,
      "pregunta 8, a diario de 8:00 a 13:00 en 2020 [seen S1]; de lunes a viernes es nuestra lectura",
    ),
    telephone: assumed(
      mornings,
      "pregunta 8, a diario de 8:00 a 13:00 en 2020 [seen S1]; de lunes a viernes es nuestra lectura",
    ),
    web: assumed("always", "5.5, Ley 31465 [seen S32]"),
    "document-desk": assumed("always", "5.5, Ley 31465 [seen S32]"),
  },
  billing: {
    tariffLists,
    assignments,
    assignmentRows: assumed(
      [],
      "7.3 [unknown]: falta cargar la tabla de la resolución tarifaria, por localidad y horas",
    ),
    sameWithinPercent: assumed(10, "nuestra lectura de «casi lo mismo» [design]"),
  },
  office: {
    code: assumed("MOQ", "nombre corto que dimos a su única oficina"),
    claimCode: assumed({ prefix: "RE", digits: 6 }, "1.4 nos deja el formato [design]"),
    problemCode: assumed({ prefix: "SO", digits: 6 }, "1.4 nos deja el formato [design]"),
    submissionCode: assumed({ prefix: "MP", digits: 6 }, "1.4 nos deja el formato [design]"),
    observationCode: assumed({ prefix: "LO", digits: 6 }, "1.4 nos deja el formato [design]"),
    resolutionNumber: assumed("{number}-{year}-{office}", "1.4: por oficina y año; la forma es nuestra [design]"),
    letterNumber: assumed("{number}-{year}-{office}", "como sus resoluciones, en serie aparte [design]"),
    visitsPerSlot: assumed(2, "casas que una cuadrilla visita en dos horas [design]"),
    crews: assumed(
      { anyZone: 2, zones: { "180101": 5 } },
      "34 reclamos por día hábil, todos de la sede, son unas 32 visitas con las repetidas; cinco cuadrillas hacen 40 [design]",
    ),
    hearings: assumed(
      { opens: "08:00", closes: "13:00", minutes: 30, atOnce: 4, mode: "telephone" },
      "3.5, por teléfono en el horario de atención [seen S1]; 34 reclamos por día hábil son 34 audiencias, de a cuatro caben 40 [design]",
    ),
    appointmentsPerDay: assumed(
      { supply: 3, account: 5, mail: 3, publicMail: 20 },
      "más en un día no es el reclamo común de una casa [design]",
    ),
    guestLookDays: assumed(
      1,
      "3.10 congela lo reclamado mientras dura el procedimiento, sin decir desde qué hora: se ve el contacto antes del siguiente corte [design]",
    ),
    hearingModes: {
      telephone: assumed(true, "3.5 [seen S1]"),
      virtual: assumed(true, "3.5 [seen S1]"),
      "in-person": assumed(true, "3.5 [seen S1]"),
    },
    videoRooms: standIn("https://reuniones.example.pe/eps-moquegua", "inventado"),
    hearingChangeDays: assumed(1, "la oficina necesita un día hábil para preparar un enlace o un lugar [design]"),
    visitChanges: assumed(
      { daysBefore: 1, times: 2 },
      "3.4 nos lo deja: el día de la cuadrilla se fija el día hábil anterior, y dos cambios bastan a una casa [design]",
    ),
    absenceCalls: assumed(
      { calls: 2, apartMinutes: 10 },
      "3.5 nos lo deja: dos veces en los 15 minutos de espera [design]",
    ),
    exchange: assumed(
      { opens: "08:00", closes: "17:00", answerHours: 4 },
      "lo que no se acusa en cuatro horas de trabajo lo ve la gerencia [design]",
    ),
    signInMinutes: assumed(5, "se firma enseguida del segundo factor [design]"),
    city: assumed("Moquegua", "la sede de la empresa [seen S1]"),
    resolutionSigner: assumed("Gerencia Comercial", "pregunta 22: no se encontraron las reglas de la empresa [design]"),
    citedArticles: assumed(
      [1, 2, 3, 6, 14, 18, 20, 87, 88, 89, 110, 113, 136, 137, 149],
      "los que nombra nuestro compendio y los tres de cada resolución; falta la lista de la oficina [design]",
    ),
    areas: assumed(
      ["Gerencia Comercial", "Gerencia Técnica", "Gerencia General", "Asesoría Jurídica", "Administración y Finanzas"],
      "las de una empresa común; no se encontró su organigrama [design]",
    ),
  },
  privacy: {
    responsible: assumed(
      "EPS Moquegua S.A., con domicilio en su oficina de atención. Banco de datos: «Reclamos de usuarios».",
      "sección 8, Ley 29733 art. 18 [known]; falta el número de registro del banco de datos",
    ),
    purpose: assumed(
      "Atender lo que presentas: tramitarlo, responderte y probar después qué pasó. La ley nos obliga a hacerlo, y por eso no te pedimos permiso aparte. No los usamos para nada más.",
      "sección 8, base legal [known]",
    ),
    recipients: assumed(
      [
        "SUNASS y su tribunal (TRASS), si el caso llega allí",
        "quienes hacen visitas y pruebas del medidor por encargo nuestro",
        "el juez, si alguien lo pide",
      ],
      "sección 8, destinatarios [known]",
    ),
    crossBorder: assumed(
      "Se guardan, cifrados, en centros de datos de Amazon Web Services fuera del Perú, por encargo nuestro y con contrato.",
      "sección 8, flujo transfronterizo [known]; la región es la de la instalación",
    ),
    contact: assumed("la mesa de partes de esta página o en nuestra oficina", "sección 8 [design]"),
  },
  retention: [
    assumed(
      {
        what: "claims",
        keep: { years: 10 },
        from: "over",
        why: "Para probar lo que pasó mientras alguien pueda discutirlo. Falta el calendario de archivo de la empresa.",
      },
      "sección 8: no se conoce el calendario de archivo de la empresa [design]",
    ),
    assumed(
      { what: "submissions", keep: { years: 10 }, from: "presented", why: "Por lo mismo que los reclamos." },
      "sección 8 [design]",
    ),
    assumed(
      {
        what: "readings",
        keep: { years: 10 },
        from: "over",
        why: "Prueban el control de un recibo que se puede reclamar. Falta el calendario de archivo de la empresa.",
      },
      "sección 8: no se conoce el calendario de archivo de la empresa [design]",
    ),
    assumed(
      {
        what: "contacts",
        keep: { days: keptDays.contacts },
        from: "attended",
        why: "Para saber qué se dijo y qué se prometió a quien vuelve a llamar.",
      },
      "sección 8: lo dicho en una atención no sobrevive ni al plazo para reclamar ni a un segundo año [design]",
    ),
    assumed(
      {
        what: "openings",
        keep: { days: keptDays.openings },
        from: "opened",
        why: "Para que se sepa quién vio los datos de una persona, mientras ella pueda reclamarlo.",
      },
      "sección 8: quién entró se anota y se puede demostrar, no para siempre; ninguna norma vista da un plazo [design]",
    ),
    assumed(
      { what: "drafts", keep: { days: keptDays.drafts }, from: "saved", why: "Un borrador no es un reclamo." },
      "un borrador no es un reclamo [design]",
    ),
    assumed(
      {
        what: "unfiled-files",
        keep: { days: keptDays["unfiled-files"] },
        from: "sent",
        why: "Lo que no se presenta no es prueba de nada. Lo que pasó su revisión ya está bajo llave con las pruebas, y dura lo que ellas.",
      },
      "la regla de la cuarentena de archivos [design]",
    ),
    assumed(
      {
        what: "write-keys",
        keep: { days: keptDays["write-keys"] },
        from: "sent",
        why: "Evita registrar dos veces lo mismo si se corta la conexión.",
      },
      "una respuesta perdida se repite en pocos días [design]",
    ),
  ],
  reports: { densities, connections, supervisorDays: assumed(90, "una supervisión de un trimestre [design]") },
  signature: {
    ways: assumed(["certificate", "hand"], "se firma con certificado, o en papel que se escanea [design]"),
    documentPatterns: assumed(
      [
        { attribute: "serialNumber", pattern: "^(?:PNOPE-|IDCPE-|DNI:? ?)?([0-9]{8})$" },
        { attribute: "commonName", pattern: " FIR ([0-9]{8})\\b" },
      ],
      "nombres de certificados de persona en la IOFE, como los publican sus entidades; comparar con los de quienes firman",
    ),
    largestShare: assumed(0.08, "un recuadro de 20 por 2,5 cm en una hoja A4 [design]"),
  },
  laws: [law],
  calendars: {
    COMPANY: assumed(calendars.COMPANY, "5.2, 5.7, pregunta 5 [seen S36] [design]"),
    USER: assumed(calendars.USER, "5.2 a 5.4, 5.7, preguntas 5 y 6 [seen S36 S37 S38 S39 S40] [design]"),
  },
};
