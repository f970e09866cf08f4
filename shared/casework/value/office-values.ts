import { categoryNames, hearingModeNames } from "../../documents/spanish-names.ts";
import { monthAndYear } from "../../domain/receipt/spanish-months.ts";
import { type Category, categories } from "../../domain/receipt/tariff.ts";
import type { RetainedThing, RetentionRule } from "../../domain/register/retention.ts";
import type { LegalCalendar } from "../../domain/term/legal-calendar.ts";
import type { ChannelHours } from "../../domain/term/office-hours.ts";
import type { Registers, Tenant } from "../../tenant/tenant.ts";
import * as said from "./shown-values.ts";
import { shown, type ValueGroup, valueGroup } from "./shown-values.ts";

/** Returns every value of a utility outside the law, as staff read it: its office, prices, calendars and registers. */
export function officeGroups(tenant: Tenant, registers: Registers): readonly ValueGroup[] {
  const { text, number, list, minutes, percent, calendarDays, workingDays, yesOrNo, between } = said;
  const { hearingModes, ...office } = tenant.office;
  const { name, legalName, ruc, supplyCodeLength, currency, timezone } = tenant;
  const identity = { name, legalName, ruc, supplyCodeLength, currency, timezone };
  return [
    valueGroup("La empresa", identity, {
      name: ["Nombre", text],
      legalName: ["Razón social", text],
      ruc: ["RUC", text],
      supplyCodeLength: ["Cifras del código de suministro", number],
      currency: ["Moneda", text],
      timezone: ["Hora", text],
    }),
    valueGroup("Contacto", tenant.contact, {
      telephone: ["Teléfono", text],
      address: ["Dirección", text],
      regulatorLine: ["Teléfono del regulador", text],
      textCountry: ["País de los mensajes de texto", text],
      site: ["Sitio", text],
    }),
    valueGroup("Horario de atención", tenant.hours, {
      counter: ["Oficina", channelHours],
      telephone: ["Teléfono", channelHours],
      web: ["Web", channelHours],
      "document-desk": ["Mesa de partes", channelHours],
    }),
    valueGroup("Tarifas y consumo", tenant.billing, {
      tariffLists: [
        "Listas de tarifas",
        (lists) =>
          list(
            lists.map(({ code, norm, validFromPeriod }) => `${code} (${norm}), desde ${monthAndYear(validFromPeriod)}`),
          ),
      ],
      assignments: ["Asignación de consumo al mes", assignmentWords],
      assignmentRows: [
        "Tabla de asignación por localidad y horas",
        (rows) => (rows.length === 0 ? "sin filas" : `${rows.length} filas`),
      ],
      sameWithinPercent: ["«Casi lo mismo» que el promedio: hasta", percent],
    }),
    valueGroup("Oficina, citas y firma", office, {
      code: ["Código de la oficina", text],
      claimCode: ["Código de un reclamo", codeWords],
      problemCode: ["Código de una solicitud", codeWords],
      submissionCode: ["Código de un documento", codeWords],
      observationCode: ["Código del libro de observaciones", codeWords],
      resolutionNumber: ["Número de una resolución", text],
      letterNumber: ["Número de una carta", text],
      visitsPerSlot: ["Visitas de una cuadrilla por franja", number],
      crews: [
        "Cuadrillas a la vez",
        ({ anyZone, zones }) =>
          list([...Object.entries(zones).map(([zone, many]) => `${many} en ${zone}`), `${anyZone} en cada otra zona`]),
      ],
      hearings: [
        "Audiencias",
        (rule) =>
          `${between(rule)}, de ${minutes(rule.minutes)}, ${rule.atOnce} a la vez, ${hearingModeNames[rule.mode]}`,
      ],
      appointmentsPerDay: [
        "Reclamos de un día con cita por sí solos",
        ({ supply, account, mail, publicMail }) =>
          `${supply} por suministro, ${account} por cuenta; sin cuenta, ${mail} por dominio de correo, o ${publicMail} por conexión en uno público`,
      ],
      guestLookDays: ["Ver el contacto de quien reclama sin cuenta, en", workingDays],
      videoRooms: ["Salas de video", (address) => address ?? "sin salas propias"],
      hearingChangeDays: ["Cambiar cómo participa en la audiencia, hasta antes", workingDays],
      visitChanges: [
        "Mover su visita",
        ({ daysBefore, times }) => `hasta ${workingDays(daysBefore)} antes, ${said.times(times)}`,
      ],
      absenceCalls: [
        "Llamadas a quien falta a la audiencia",
        ({ calls, apartMinutes }) => `${calls}, con ${minutes(apartMinutes)} entre ellas`,
      ],
      exchange: [
        "Sistema comercial",
        (rule) => `atiende ${between(rule)} y acusa recibo en ${said.hours(rule.answerHours)}`,
      ],
      signInMinutes: ["Antigüedad del ingreso de quien firma", minutes],
      city: ["Ciudad de las resoluciones", text],
      resolutionSigner: ["Firma las resoluciones", text],
      citedArticles: ["Artículos que sus resoluciones citan", (articles) => list(articles.map(String))],
      areas: ["Áreas a las que se deriva", list],
    }),
    valueGroup("Modos de audiencia que se ofrecen", hearingModes, {
      telephone: ["Por teléfono", yesOrNo],
      virtual: ["Por videollamada", yesOrNo],
      "in-person": ["En la oficina", yesOrNo],
    }),
    valueGroup("Firma", tenant.signature, {
      ways: ["Modos", (ways) => list(ways.map((way) => (way === "certificate" ? "con certificado" : "a mano")))],
      documentPatterns: [
        "Dónde dice el certificado el documento",
        (patterns) => list(patterns.map(({ attribute, pattern }) => `${attribute}: ${pattern}`)),
      ],
      largestShare: ["Parte de la hoja que cubre la firma, hasta", (share) => percent(Math.round(share * 100))],
    }),
    valueGroup("Datos personales: lo que se informa", tenant.privacy, {
      responsible: ["Responsable", text],
      purpose: ["Para qué", text],
      recipients: ["A quién se dan", list],
      crossBorder: ["Fuera del país", text],
      contact: ["A quién pedirlo", text],
    }),
    {
      name: "Cuánto se guarda",
      values: tenant.retention.map((rule) => shown(rule, [retainedNames[rule.value.what], keptWords])),
    },
    valueGroup("Informes", tenant.reports, {
      densities: ["Densidades", (all) => list(all.map((each) => each.name))],
      connections: [
        "Conexiones",
        (all) =>
          list(all.map(({ from, active, total }) => `desde ${monthAndYear(from)}: ${active} activas de ${total}`)),
      ],
      supervisorDays: ["Acceso de un supervisor externo, hasta", calendarDays],
    }),
    valueGroup("Columnas de los registros", registers, {
      claims: ["Reclamos", columnCount],
      problems: ["Solicitudes de atención", columnCount],
      observations: ["Libro de observaciones", columnCount],
    }),
    valueGroup("Calendarios", tenant.calendars, {
      COMPANY: ["Plazos de la empresa", calendarWords],
      USER: ["Plazos del usuario", calendarWords],
    }),
  ];
}

const weekdays = ["lun.", "mar.", "mié.", "jue.", "vie.", "sáb.", "dom."];

function channelHours(hours: ChannelHours): string {
  if (hours === "always") return "a toda hora";
  return said.list(
    hours.map((shift) => `${shift.weekdays.map((day) => weekdays[day - 1]).join(", ")} ${said.between(shift)}`),
  );
}

function assignmentWords(assignments: Readonly<Record<Category, number>>): string {
  return said.list(categories.map((category) => `${categoryNames[category]} ${assignments[category]} m³`));
}

const codeWords = ({ prefix, digits }: { readonly prefix: string; readonly digits: number }): string =>
  `${prefix}-año-${"0".repeat(digits)}-control`;

const retainedNames: Readonly<Record<RetainedThing, string>> = {
  claims: "Reclamos",
  submissions: "Documentos presentados",
  readings: "Lecturas atípicas",
  contacts: "Atenciones y llamadas por devolver",
  openings: "Quién abrió o buscó algo en la mesa",
  drafts: "Borradores de reclamos",
  "unfiled-files": "Archivos rechazados que no se llegaron a presentar",
  "write-keys": "Claves de envío",
};

const keptWords = ({ keep }: RetentionRule): string => ("years" in keep ? `${keep.years} años` : `${keep.days} días`);

const columnCount = (columns: readonly unknown[]): string => `${columns.length} columnas`;

/** Says how many days a calendar holds, and for which years decreed days were entered. */
function calendarWords({ version, nonWorking }: LegalCalendar): string {
  const years = new Set(nonWorking.flatMap((day) => (day.reason === "decreed" ? [day.date.slice(0, 4)] : [])));
  const yearly = nonWorking.filter(({ reason }) => reason !== "decreed").length;
  const decreed = years.size === 0 ? "sin días decretados" : `días decretados de ${[...years].toSorted().join(", ")}`;
  return `${version}: ${yearly} feriados de cada año; ${decreed}`;
}
