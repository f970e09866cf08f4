import { calendarDay } from "../../shared/domain/calendar-day.ts";
import type { ChannelHours } from "../../shared/domain/office-hours.ts";
import { exclusions } from "../../shared/domain/receipt.ts";
import { keptDays } from "../../shared/domain/retention.ts";
import { attachmentTypes } from "../../shared/domain/submission.ts";
import type { Law, Tenant } from "../../shared/tenant/tenant.ts";
import { assumed, standIn } from "../../shared/tenant/tenant-value.ts";
import { calendars } from "./calendars.ts";
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
    "day after RCD 015-2023-SUNASS-CD was published [seen-2 S15] [known]",
  ),
  claim: {
    windowRule: assumed({ laterOf: { months: 2, days: 60 } }, "T01, row 1 [seen S2 S3 S5 S6 S7 S9 S10 S11]"),
    windowPaidMonths: assumed(12, "T02, row 2 [seen S5 S6 S7]"),
    observeDays: assumed(5, "1.5: defects are stated at reception; how late is too late is ours [design]"),
    remedyDays: assumed(2, "T04, LPAG 136 [known]"),
    extensionDays: assumed(5, "T05 [seen S9]"),
  },
  inspection: {
    targetDay: assumed(10, "T06, row 11 [design]"),
    targetDayConsumption: assumed(5, "T06 [design]"),
    windowHours: assumed(2, "3.4, row 12 [known]"),
    retryCount: assumed(1, "3.4, row 13 [design]"),
    hours: assumed({ opens: "08:00", closes: "17:00" }, "9.2 [design]"),
  },
  conciliation: {
    targetDay: assumed(20, "T07, row 11 [design]"),
    toleranceMinutes: assumed(15, "3.5 [design]"),
  },
  resolution: {
    days: assumed(30, "T08, row 32 [seen S2 S4 S5 S6 S7]"),
    internalSignDay: assumed(25, "5.6 [design]"),
  },
  notification: {
    days: assumed(5, "T09, row 3 [seen S2 S5 S6]; LPAG 24.1 [known]"),
    emailAckDays: assumed(2, "T21, row 10, LPAG 20.4 [known]"),
    mailboxAckDays: assumed(5, "T22, row 9 [seen S34]"),
    hours: assumed(
      { opens: "08:00", closes: "17:00" },
      "5.6, LPAG 18 [seen S35]; eight hours and a break, as LPAG 149 asks of an office [known]",
    ),
    mailbox: assumed(false, "row 31, Casilla Única Perú: not used [unknown]"),
  },
  silence: {
    first: assumed(35, "T10, row 4 [seen S4]; LPAG 199.1 [known]"),
    recon: assumed(20, "T14 [seen S4]"),
    evidenceDays: assumed(2, "5.6 [design]"),
  },
  phone: {
    receptionDays: assumed(3, "T25, the regulator's note on telephone claims [seen]"),
    titularOnly: assumed(true, "row 19 [seen S8]"),
    undoDays: assumed(
      2,
      "days to undo what was said by telephone; the legal office says whether it wants them [design]",
    ),
  },
  queja: {
    addressee: assumed("TRASS", "3.8, row 30 [known]"),
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
    maxPartMb: assumed(
      20,
      "3.7: the channel the TRASS receives by is not known [unknown]; what a mailbox takes [design]",
    ),
  },
  court: { months: assumed(3, "T18, Ley 27584 [known]") },
  execution: { days: assumed(10, "T19, row 20 [design]") },
  distance: { days: assumed(0, "3.2, LPAG 146 [known]: nobody files from away by default") },
  leak: {
    repairCalendarDays: assumed(15, "T23 [seen-2 S18] [seen S13]"),
    averageOncePerMonths: assumed(12, "7.4, row 16 [seen-2 S18]"),
    averageMaxConsecutiveMonths: assumed(2, "7.4, row 16 [seen-2 S18]"),
    noLeakOutcome: assumed("AVERAGE", "7.4, row 27 [seen-2 S18]"),
  },
  meterTest: { extraDays: assumed(0, "row 14 [unknown]") },
  atypical: {
    pctOverAverage: assumed(100, "7.4, row 16 [seen S11] [seen-2 S21]"),
    minAssignments: assumed(2, "7.4, row 16 [seen S11] [seen-2 S21]"),
    noticeHours: assumed(48, "7.4, row 12 [known]"),
  },
  average: {
    n: assumed(6, "7.2, row 15 [seen-2 S21] [known]"),
    windowMonths: assumed(12, "7.2, row 15 [known]"),
    minN: assumed(2, "7.2, row 15 [known]"),
    rounding: assumed("HALF_UP", "7.2 [design]"),
    invalid: assumed([...exclusions], "7.2 [known]"),
  },
  evidence: {
    historyMonths: assumed(24, "2.1, two years [seen-2 S17]"),
    unitsHistoryPeriods: assumed(6, "2.1, F09 [seen-2 S17]"),
  },
  submission: {
    afterHoursPolicy: assumed({ afterHours: "SAME_DAY" }, "5.5, row 7, Ley 31465 [seen S30 S31 S32]"),
    uploadMaxMb: assumed(10, "a photo or a scan of some pages by mobile data [design]"),
    uploadTypes: assumed([...attachmentTypes], "photos and PDF [design]"),
    maxFiles: assumed(10, "a document and what goes with it [design]"),
    uploadsPerDay: assumed(100, "ten documents of ten files; more comes to the office [design]"),
    staffUploadsPerDay: assumed(1000, "a day at the scanner [design]"),
    guestUploadsPerDay: assumed(20, "a claim and a document with their files; more comes to the office [design]"),
    connectionUploadsPerDay: assumed(200, "a mobile operator's customers share an address [design]"),
    submissionsPerDay: assumed(30, "far more than a person writes in a day [design]"),
    registerReasonAfterDays: assumed(1, "what comes on paper is registered the day it comes, LPAG 135 [known]"),
    registerWithinDays: assumed(30, "an older arrival is a matter for the manager [design]"),
  },
  personalData: {
    accessDays: assumed(20, "section 8, Ley 29733 and its regulation [known]"),
    correctionDays: assumed(10, "section 8: rectification, cancellation, opposition [known]"),
  },
  claimTypes,
  forms: {
    regulation: assumed(
      "Texto Único Ordenado del Reglamento General de Reclamos de Usuarios de Servicios de Saneamiento, aprobado por la Resolución de Consejo Directivo 015-2023-SUNASS-CD",
      "0.3 [seen-2 S15 S17]",
    ),
    problemForm: assumed("Formato 1", "section 4 [seen S20]"),
    claimForm: assumed("Formato 2", "section 4 [seen S2 S5 S6 S8]"),
    billingForm: assumed("Formato 3", "section 4: content [seen-2 S19], title [known]"),
    conciliationForm: assumed("Formato 4", "section 4 [seen-2 S19]"),
    internalInspectionForm: assumed("Formato 5", "section 4 [known]"),
    externalInspectionForm: assumed("Formato 6", "section 4 [known]"),
    reconsiderationForm: assumed("Formato 8", "3.7 [seen S2]"),
    appealForm: assumed("Formato 9", "3.7 [seen S2]"),
  },
};

export const tenant: Tenant = {
  code: "eps-moquegua",
  name: assumed("EPS Moquegua", "the company's own pages [seen S1 S46]"),
  legalName: assumed("EPS Moquegua S.A.", "name used by the regulator; to be read in its statutes [known]"),
  ruc: standIn("20000000010", "a test value whose check digit holds; the company's own is not known"),
  supplyCodeLength: assumed(8, "its examples only; the real length was not found"),
  currency: assumed("PEN", "the currency of Peru [known]"),
  timezone: assumed("America/Lima", "5.1: UTC-5 all year [design]"),
  contact: {
    telephone: standIn("053 000 000", "invented"),
    address: standIn("Dirección de prueba 000, Moquegua", "invented"),
    regulatorLine: assumed("1899", "Fono SUNASS, free, nationwide [seen S2 S5]"),
    site: standIn("https://oficinavirtual.example.pe", "invented"),
  },
  hours: {
    counter: assumed(mornings, "row 8, daily 8:00-13:00 in 2020 [seen S1]; Monday to Friday is our reading"),
    telephone: assumed(mornings, "row 8, daily 8:00-13:00 in 2020 [seen S1]; Monday to Friday is our reading"),
    web: assumed("always", "5.5, Ley 31465 [seen S32]"),
    "document-desk": assumed("always", "5.5, Ley 31465 [seen S32]"),
  },
  billing: {
    tariffLists,
    assignments,
    assignmentRows: assumed([], "7.3 [unknown]: the tariff resolution's table, by locality and hours, is to be loaded"),
    sameWithinPercent: assumed(10, "our reading of «about the same» [design]"),
  },
  office: {
    code: assumed("MOQ", "our short name of its only office"),
    claimCode: assumed({ prefix: "RE", digits: 6 }, "1.4 leaves the format to us [design]"),
    problemCode: assumed({ prefix: "SO", digits: 6 }, "1.4 leaves the format to us [design]"),
    submissionCode: assumed({ prefix: "MP", digits: 6 }, "1.4 leaves the format to us [design]"),
    observationCode: assumed({ prefix: "LO", digits: 6 }, "1.4 leaves the format to us [design]"),
    resolutionNumber: assumed("{number}-{year}-{office}", "1.4: by office and year; the form is ours [design]"),
    letterNumber: assumed("{number}-{year}-{office}", "as its resolutions, in a series apart [design]"),
    visitsPerSlot: assumed(2, "homes that one crew visits in two hours [design]"),
    crews: assumed(
      { anyZone: 2, zones: { "180101": 5 } },
      "34 claims a working day, all of them of the seat, are about 32 visits with the repeated ones; five crews make 40 [design]",
    ),
    hearings: assumed(
      { opens: "08:00", closes: "13:00", minutes: 30, atOnce: 4, mode: "telephone" },
      "3.5, by telephone in the hours of attention [seen S1]; 34 claims a working day are 34 hearings, four at once 40 [design]",
    ),
    appointmentsPerDay: assumed({ supply: 3, account: 5 }, "more in a day is no ordinary claim of one home [design]"),
    hearingModes: {
      telephone: assumed(true, "3.5 [seen S1]"),
      virtual: assumed(true, "3.5 [seen S1]"),
      "in-person": assumed(true, "3.5 [seen S1]"),
    },
    videoRooms: standIn("https://reuniones.example.pe/eps-moquegua", "invented"),
    hearingChangeDays: assumed(1, "the office needs a working day to prepare a link or a place [design]"),
    visitChanges: assumed(
      { daysBefore: 1, times: 2 },
      "3.4 leaves it to us: the crew's day is set the working day before, and two changes are enough for a home [design]",
    ),
    absenceCalls: assumed(
      { calls: 2, apartMinutes: 10 },
      "3.5 leaves it to us: twice within the 15 minutes somebody is waited for [design]",
    ),
    exchange: assumed(
      { opens: "08:00", closes: "17:00", answerHours: 4 },
      "what is not acknowledged in four working hours is the manager's [design]",
    ),
    signInMinutes: assumed(5, "a signature follows the second factor at once [design]"),
    city: assumed("Moquegua", "the seat of the company [seen S1]"),
    resolutionSigner: assumed("Gerencia Comercial", "row 22: the company's own rules were not found [design]"),
    areas: assumed(
      ["Gerencia Comercial", "Gerencia Técnica", "Gerencia General", "Asesoría Jurídica", "Administración y Finanzas"],
      "an ordinary utility's; the company's own chart was not found [design]",
    ),
  },
  privacy: {
    responsible: assumed(
      "EPS Moquegua S.A., con domicilio en su oficina de atención. Banco de datos: «Reclamos de usuarios».",
      "section 8, Ley 29733 art. 18 [known]; the register number of the data bank is to be given",
    ),
    purpose: assumed(
      "Atender lo que presentas: tramitarlo, responderte y probar después qué pasó. La ley nos obliga a hacerlo, y por eso no te pedimos permiso aparte. No los usamos para nada más.",
      "section 8, legal ground [known]",
    ),
    recipients: assumed(
      [
        "SUNASS y su tribunal (TRASS), si el caso llega allí",
        "quienes hacen visitas y pruebas del medidor por encargo nuestro",
        "el juez, si alguien lo pide",
      ],
      "section 8, recipients [known]",
    ),
    crossBorder: assumed(
      "Se guardan, cifrados, en centros de datos de Amazon Web Services fuera del Perú, por encargo nuestro y con contrato.",
      "section 8, cross-border flow [known]; the region is that of the deployment",
    ),
    contact: assumed("la mesa de partes de esta página o en nuestra oficina", "section 8 [design]"),
  },
  retention: [
    assumed(
      {
        what: "claims",
        keep: { years: 10 },
        from: "over",
        why: "Para probar lo que pasó mientras alguien pueda discutirlo. Falta el calendario de archivo de la empresa.",
      },
      "section 8, retention.years: the archive schedule of the company is not known [design]",
    ),
    assumed(
      { what: "submissions", keep: { years: 10 }, from: "presented", why: "Por lo mismo que los reclamos." },
      "section 8, retention.years [design]",
    ),
    assumed(
      {
        what: "contacts",
        keep: { days: keptDays.contacts },
        from: "attended",
        why: "Para saber qué se dijo y qué se prometió a quien vuelve a llamar.",
      },
      "section 8, retention.years: what was said in a contact outlives neither claim window nor a second year [design]",
    ),
    assumed(
      {
        what: "openings",
        keep: { days: keptDays.openings },
        from: "opened",
        why: "Para que se sepa quién vio los datos de una persona, mientras ella pueda reclamarlo.",
      },
      "section 8: access is logged and can be demonstrated, not for ever; no norm that was seen names a term [design]",
    ),
    assumed(
      { what: "drafts", keep: { days: keptDays.drafts }, from: "saved", why: "Un borrador no es un reclamo." },
      "a draft is not a claim [design]",
    ),
    assumed(
      {
        what: "unfiled-files",
        keep: { days: keptDays["unfiled-files"] },
        from: "sent",
        why: "Lo que no se presenta no es prueba de nada.",
      },
      "the quarantine's own rule [design]",
    ),
    assumed(
      {
        what: "write-keys",
        keep: { days: keptDays["write-keys"] },
        from: "sent",
        why: "Evita registrar dos veces lo mismo si se corta la conexión.",
      },
      "a repeat of a lost answer comes within days [design]",
    ),
  ],
  reports: { densities, connections, supervisorDays: assumed(90, "a supervision of a quarter [design]") },
  signature: {
    ways: assumed(["certificate", "hand"], "an officer signs digitally, or on paper that is scanned [design]"),
    documentPatterns: assumed(
      [
        { attribute: "serialNumber", pattern: "^(?:PNOPE-|IDCPE-|DNI:? ?)?([0-9]{8})$" },
        { attribute: "commonName", pattern: " FIR ([0-9]{8})\\b" },
      ],
      "names of certificates of persons in the IOFE as their authorities publish them; compare with the officers' own",
    ),
    largestShare: assumed(0.08, "a box of 20 by 2.5 cm on a sheet of A4 [design]"),
  },
  laws: [law],
  calendars: {
    COMPANY: assumed(calendars.COMPANY, "5.2, 5.7, row 5 [seen S36] [design]"),
    USER: assumed(calendars.USER, "5.2 to 5.4, 5.7, rows 5 and 6 [seen S36 S37 S38 S39 S40] [design]"),
  },
};
