import { evidenceNames } from "../../domain/case/claim-types.ts";
import { dateOf } from "../../domain/receipt/spanish-months.ts";
import { attachmentTypeNames } from "../../domain/submission/submission.ts";
import type { Law } from "../../tenant/tenant.ts";
import * as said from "./shown-values.ts";
import { shown, type ValueGroup, valueGroup } from "./shown-values.ts";

/** Returns every value of an edition of the law, as staff read it. */
export function lawGroups(law: Law): readonly ValueGroup[] {
  const { workingDays: days, calendarDays, months, hours, minutes, times, files, megabytes, dayOfFiling } = said;
  const { text, number, percent, yesOrNo, between, list } = said;
  return [
    { name: "La norma", values: [shown(law.inForceFrom, ["Rige desde", dateOf])] },
    valueGroup("Presentar un reclamo", law.claim, {
      windowRule: ["Plazo para reclamar un recibo sin pagar", windowWords],
      windowPaidMonths: ["Plazo para reclamar un recibo pagado", months],
      observeDays: ["Plazo de la oficina para observar un reclamo", days],
      remedyDays: ["Plazo de quien reclama para subsanar", days],
      extensionDays: ["Plazo para agregar algo al reclamo", days],
    }),
    valueGroup("Inspección", law.inspection, {
      targetDay: ["Día en que toca la visita", dayOfFiling],
      targetDayConsumption: ["Día en que toca la visita por consumo medido", dayOfFiling],
      windowHours: ["Ancho de la franja de una visita", hours],
      retryCount: ["Visitas que se repiten si no había nadie", times],
      hours: ["Horario de las visitas", between],
    }),
    valueGroup("Conciliación", law.conciliation, {
      targetDay: ["Día en que toca la audiencia", dayOfFiling],
      toleranceMinutes: ["Tolerancia de la audiencia", minutes],
    }),
    valueGroup("Resolución", law.resolution, {
      days: ["Plazo para resolver", days],
      internalSignDay: ["Día en que debe estar firmada (meta propia)", dayOfFiling],
    }),
    valueGroup("Notificación", law.notification, {
      days: ["Plazo para notificar una decisión", days],
      emailAckDays: ["Plazo para acusar recibo de un correo", days],
      mailboxAckDays: ["Plazo tras el cual lo dejado en la casilla cuenta como leído", days],
      hours: ["Horas en que una entrega surte efecto el mismo día", between],
      mailbox: ["Se notifica a la casilla electrónica", yesOrNo],
    }),
    valueGroup("Silencio positivo", law.silence, {
      first: ["Se concede el reclamo sin decisión notificada en", days],
      recon: ["Se concede la reconsideración sin decisión notificada en", days],
      evidenceDays: ["Días para registrar una notificación hecha a tiempo", days],
    }),
    valueGroup("Reclamo por teléfono", law.phone, {
      receptionDays: ["Plazo para enviar la copia del reclamo", days],
      titularOnly: ["Solo reclama el titular del suministro", yesOrNo],
      undoDays: ["Plazo para deshacer lo dicho por teléfono", days],
    }),
    valueGroup("Queja", law.queja, {
      addressee: ["La decide", (who) => (who === "TRASS" ? "el TRASS" : "el superior")],
      forwardDays: ["Plazo para enviarla", days],
      days: ["Plazo para decidirla", days],
    }),
    valueGroup("Libro de observaciones", law.observation, { days: ["Plazo para responder", days] }),
    valueGroup("Recursos", law.recourse, { days: ["Plazo para reconsiderar o apelar", days] }),
    valueGroup("Reconsideración", law.recon, {
      days: ["Plazo para resolverla", days],
      notificationDays: ["Plazo para notificarla", days],
    }),
    valueGroup("Apelación", law.appeal, { elevationDays: ["Plazo para elevar el expediente", days] }),
    valueGroup("Tribunal (TRASS)", law.trass, {
      days: ["Plazo del tribunal para decidir", days],
      notificationDays: ["Plazo del tribunal para notificar", days],
      maxPartMb: ["Archivo más grande que se le envía", megabytes],
    }),
    valueGroup("Juez", law.court, { months: ["Plazo para demandar", months] }),
    valueGroup("Cumplimiento", law.execution, { days: ["Plazo para cumplir lo decidido", days] }),
    valueGroup("Término de la distancia", law.distance, { days: ["Días que se agregan a quien vive lejos", days] }),
    valueGroup("Fugas", law.leak, {
      repairCalendarDays: ["Plazo para reparar una fuga no visible", calendarDays],
      averageOncePerMonths: ["Se factura por promedio a causa de una fuga una vez cada", months],
      averageMaxConsecutiveMonths: ["Meses seguidos que pueden ir por promedio", months],
      noLeakOutcome: [
        "Un mes atípico sin fuga se factura por",
        (outcome) => (outcome === "AVERAGE" ? "promedio histórico" : "diferencia de lecturas"),
      ],
    }),
    valueGroup("Contrastación del medidor", law.meterTest, {
      extraDays: ["Días que agrega al plazo para resolver", days],
    }),
    valueGroup("Consumo atípico", law.atypical, {
      pctOverAverage: ["Supera el promedio histórico en más de", percent],
      minAssignments: ["Y llega por lo menos a", (count) => `${count} asignaciones de consumo`],
      noticeHours: ["Antelación del aviso de la inspección", hours],
    }),
    valueGroup("Promedio histórico", law.average, {
      n: ["Lecturas válidas que se promedian", number],
      windowMonths: ["Se buscan en los últimos", months],
      minN: ["Lecturas válidas que bastan", number],
      rounding: ["Redondeo", (how) => (how === "HALF_UP" ? "al entero más cercano; la mitad, hacia arriba" : how)],
      invalid: ["Meses que no cuentan", (why) => list(why.map((each) => exclusionNames[each]))],
    }),
    valueGroup("Pruebas", law.evidence, {
      historyMonths: ["Historia que se pide", months],
      unitsHistoryPeriods: ["Historia que se pide de las unidades de uso", months],
    }),
    valueGroup("Presentar documentos y archivos", law.submission, {
      afterHoursPolicy: [
        "Lo que llega después del cierre",
        (policy) =>
          policy.afterHours === "SAME_DAY"
            ? "cuenta el mismo día"
            : `desde las ${policy.closesAt} cuenta el día hábil siguiente`,
      ],
      uploadMaxMb: ["Archivo más grande", megabytes],
      uploadTypes: ["Tipos de archivo", (types) => list(types.map((type) => attachmentTypeNames[type]))],
      maxFiles: ["Archivos de un documento", files],
      uploadsPerDay: ["Archivos al día por cuenta", files],
      staffUploadsPerDay: ["Archivos al día por trabajador", files],
      guestUploadsPerDay: ["Archivos al día de un borrador sin cuenta", files],
      connectionUploadsPerDay: ["Archivos al día de una conexión", files],
      submissionsPerDay: ["Documentos al día por cuenta", number],
      registerReasonAfterDays: ["El registro tardío lleva motivo pasado", days],
      registerWithinDays: ["Se puede registrar hasta", calendarDays],
    }),
    valueGroup("Datos personales", law.personalData, {
      accessDays: ["Plazo para dar acceso", days],
      correctionDays: ["Plazo para rectificar, cancelar u oponerse", days],
    }),
    valueGroup("Nombres de la norma y de los formatos", law.forms, {
      regulation: ["Norma", text],
      problemForm: ["Solicitud de atención", text],
      claimForm: ["Reclamo", text],
      billingForm: ["Resumen de facturación", text],
      conciliationForm: ["Acta de conciliación", text],
      internalInspectionForm: ["Acta de inspección interna", text],
      externalInspectionForm: ["Acta de inspección externa", text],
      reconsiderationForm: ["Reconsideración", text],
      appealForm: ["Apelación", text],
    }),
    { name: "Tipos de reclamo y sus pruebas", values: claimTypeRows(law) },
  ];
}

const exclusionNames = {
  "reading-not-real": "sin lectura real",
  "meter-fault": "con medidor dañado",
  atypical: "atípico",
  "claim-pending": "con reclamo en trámite",
  "service-closed": "con servicio cerrado",
} as const;

function windowWords({ laterOf }: { readonly laterOf: { readonly months: number; readonly days: number } }): string {
  return `el que acabe más tarde: ${said.months(laterOf.months)} o ${said.calendarDays(laterOf.days)}`;
}

function claimTypeRows({ claimTypes }: Law): ValueGroup["values"] {
  return Object.entries(claimTypes).map(([type, stated]) =>
    shown(stated, [
      `${type}: ${stated.value.name}`,
      ({ hearing, internalInspection, externalInspection, evidence }) =>
        [
          hearing === "compulsory" ? "Audiencia obligatoria" : "Audiencia si se pide",
          ...(internalInspection ? ["inspección interna"] : []),
          ...(externalInspection ? ["inspección externa"] : []),
          `pruebas: ${evidence.map((kind) => evidenceNames[kind].toLowerCase()).join(", ")}`,
        ].join("; "),
    ]),
  );
}
